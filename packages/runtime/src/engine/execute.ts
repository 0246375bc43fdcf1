/**
 * Carries out one command durably: load, decide, step, commit. A commit that meets another version is decided and stepped again on the
 * newer case, so that departments working in parallel never hear of each other; a repeated command gives its first answer.
 */
import type { Json, Problem } from '@tongban/model';
import type { CaseCommand } from '../core/command.ts';
import type { StepResult } from '../core/result.ts';
import { step } from '../core/step.ts';
import { raise } from '../errors.ts';
import { spoken, stepProblem } from '../in-words.ts';
import type { CaseCommit, CommitResult, JobRow, Storage } from '../store/store.ts';
import { caseCommit } from './case-commit.ts';
import type { Sealing } from './commit-facts.ts';
import { type ErasureOrder, erasureCommit, erasureRefused } from './erasure-commit.ts';
import { valueProblem } from './json-values.ts';
import { type LiveCase, loadCase } from './live-case.ts';
import type { ReadyRelease, ReadyReleases } from './ready-release.ts';

/** What is to be done to a case as it stands, or why not. */
export type Decision = { readonly refused: readonly Problem[] } | OrderedCommand;

/** A command with what its commit needs to know. */
export interface OrderedCommand {
  readonly refused?: undefined;
  readonly command: CaseCommand;
  /** When the case goes on with another release or edition of its calendar: that one. */
  readonly ready?: ReadyRelease;
  readonly guard?: { readonly taskId: string; readonly revision: number };
  readonly acted?: { readonly task: number; readonly outcome?: string | undefined };
  /** What the client is told; kept with the command. */
  readonly answer: (result: StepResult) => Json;
}

/** A command for a case that exists. `decide` is asked again after a conflict. */
export interface Order {
  readonly tenant: string;
  readonly caseId: string;
  readonly commandId: string;
  readonly actorId: string;
  readonly job?: JobRow;
  readonly decide: (live: LiveCase) => Decision | Promise<Decision>;
}

/** How an order came out. */
export type Outcome =
  | { readonly kind: 'done'; readonly answer: Json; readonly repeated: boolean }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'stale'; readonly taskId: string; readonly revision: number };

/** A command that starts a case. */
export interface StartOrder {
  readonly ready: ReadyRelease;
  readonly ordered: OrderedCommand;
  readonly tenant: string;
  readonly commandId: string;
  readonly actorId: string;
}

/** Conflicts in a row after which a command is given up; each means that somebody else's command went through. */
const MOST_CONFLICTS = 100;

/** Carries out commands against a storage. */
export class Executor {
  readonly #storage: Storage;
  readonly #releases: ReadyReleases;
  readonly #sealing: Sealing;
  readonly #noticeTasks: boolean;
  readonly #committed: (commit: CaseCommit) => void;

  constructor(
    storage: Storage,
    releases: ReadyReleases,
    { sealing, noticeTasks }: { readonly sealing: Sealing; readonly noticeTasks: boolean },
    committed: (commit: CaseCommit) => void,
  ) {
    this.#storage = storage;
    this.#releases = releases;
    this.#sealing = sealing;
    this.#noticeTasks = noticeTasks;
    this.#committed = committed;
  }

  /**
   * Carries out an order on a case. That it was carried out before shows in the commit, or in that it cannot be done again:
   * only then is its first answer asked for.
   * @throws RUNTIME_BUSY
   */
  async execute(order: Order): Promise<Outcome> {
    for (let conflicts = 0; conflicts < MOST_CONFLICTS; conflicts++) {
      try {
        const outcome = await this.#attempt(order);
        if (outcome === 'conflict') continue;
        return outcome.kind === 'done' ? outcome : ((await this.#doneBefore(order)) ?? outcome);
      } catch (error) {
        const before = await this.#doneBefore(order);
        if (before === undefined) throw error;
        return before;
      }
    }
    throw raise('RUNTIME_BUSY', { caseId: order.caseId });
  }

  /** Starts a case. */
  async start(order: StartOrder): Promise<Outcome> {
    const commit = this.#commitOf(order.ordered, undefined, order.ready, order);
    const outcome = 'kind' in commit ? commit : this.#outcome(commit, await this.#storage.cases.commit(commit));
    if (outcome === 'conflict') throw raise('RUNTIME_BUSY', { caseId: '' });
    return outcome.kind === 'done' ? outcome : ((await this.#doneBefore(order)) ?? outcome);
  }

  /** Erases a person's values from a case that has ended. @throws RUNTIME_BUSY */
  async erase(order: ErasureOrder): Promise<Outcome> {
    const { tenant, caseId } = order;
    for (let conflicts = 0; conflicts < MOST_CONFLICTS; conflicts++) {
      const live = await loadCase(this.#storage, this.#releases, tenant, caseId);
      if (live === undefined) return { kind: 'unknown' };
      const problems = erasureRefused(live);
      if (problems.length > 0) return { kind: 'refused', problems };
      const commit = erasureCommit(live, order, this.#sealing);
      const outcome = this.#outcome(commit, await this.#storage.cases.commit(commit));
      if (outcome !== 'conflict') return outcome;
    }
    throw raise('RUNTIME_BUSY', { caseId });
  }

  async #attempt(order: Order): Promise<Outcome | 'conflict'> {
    const live = await loadCase(this.#storage, this.#releases, order.tenant, order.caseId);
    if (live === undefined) return { kind: 'unknown' };
    const decision = await order.decide(live);
    if (decision.refused !== undefined) return { kind: 'refused', problems: decision.refused };
    const commit = this.#commitOf(decision, live, decision.ready ?? live.ready, order);
    return 'kind' in commit ? commit : this.#outcome(commit, await this.#storage.cases.commit(commit));
  }

  async #doneBefore({ tenant, actorId, commandId }: Pick<Order, 'tenant' | 'actorId' | 'commandId'>): Promise<Outcome | undefined> {
    const answer = await this.#storage.cases.seen(tenant, actorId, commandId);
    return answer === undefined ? undefined : { kind: 'done', answer, repeated: true };
  }

  /** What is to be committed, or why nothing is. */
  #commitOf(
    ordered: OrderedCommand,
    before: LiveCase | undefined,
    ready: ReadyRelease,
    order: { readonly commandId: string; readonly actorId: string; readonly job?: JobRow },
  ): CaseCommit | Outcome {
    const wrong = valueProblem(ordered.command);
    if (wrong !== undefined) return { kind: 'refused', problems: [wrong] };
    const result = spoken(() => step(ready.prepared, before?.state, ordered.command));
    if (result.refused !== undefined) return { kind: 'refused', problems: result.refused.map(stepProblem) };
    const { command, guard, acted } = ordered;
    return caseCommit({
      before,
      ready,
      result,
      now: command.now,
      ordered: command,
      command: { commandId: order.commandId, actorId: order.actorId, answer: ordered.answer(result) },
      sealing: this.#sealing,
      guard,
      job: order.job,
      noticeTasks: this.#noticeTasks,
      acted,
    });
  }

  #outcome(commit: CaseCommit, committed: CommitResult): Outcome | 'conflict' {
    if (committed.kind === 'conflict') return 'conflict';
    if (committed.kind === 'repeated') return { kind: 'done', answer: committed.answer, repeated: true };
    if (committed.kind === 'stale') return { kind: 'stale', taskId: commit.guard?.taskId ?? '', revision: committed.revision };
    this.#committed(commit);
    return { kind: 'done', answer: commit.command.answer, repeated: false };
  }
}
