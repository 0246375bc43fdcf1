/**
 * Random work on a storage, for crash tests: many cases at once are started, worked on, sent back and ended, jobs fail and are tried again,
 * timers fire, the clock jumps. What is done depends on the seed and on where the storage stands; `checkWork` says whether anything was lost,
 * done twice or done otherwise than the commands say, and `finishWork` that every case can still be brought to its end.
 */
import type { Json, Release } from '@tongban/model';
import type { CaseCommand } from '../core/command.ts';
import { createEngine, type Engine } from '../engine/engine.ts';
import type { Handler } from '../engine/handlers/handler.ts';
import type { LiveCase } from '../engine/live-case.ts';
import type { CaseRow, Storage } from '../store/store.ts';
import { compare, literal } from './builders/expressions.ts';
import { flow } from './builders/flow.ts';
import { check, checkEqual } from './check-equal.ts';
import { checkReplay } from './replay.ts';
import { OPENING, smallRelease } from './small-measure.ts';
import { countingIds } from './virtual-clock.ts';

const TENANT = 'crash';
const ACTOR = { id: 'u1', name: '王一', department: 'zwfw' };
/** Cases that are worked on at a time. */
const OPEN_CASES = 8;
const MINUTE = 60_000;

const timer = (duration: string) => ({ kind: 'timer' as const, timer: 'duration' as const, value: literal({ $duration: duration }) });
const service = (name: string) => ({ handler: { name, inputs: { of: literal(name) }, result: name } });

const release: Release = {
  ...smallRelease,
  id: 'sha256:random-work',
  program: flow(
    `start > apply > parallel:split > land > parallel:join > decide > exclusive:gate > service:issue > end
     split > plan > join; split > catch:pause > service:look > join; gate > apply; remind > service:notify > endReminded`,
    {
      nodes: { pause: { events: [timer('PT20M')] }, issue: service('issue'), look: service('look'), notify: service('notify') },
      conditions: { 'gate>apply': compare('outcome', '=', 'again') },
      defaults: { gate: 'issue' },
      boundary: { remind: { on: 'plan', event: timer('PT30M'), interrupting: false } },
    },
  ),
};

/** A command that was answered. */
export interface AnsweredCommand {
  readonly commandId: string;
  readonly answer: Json;
}

/** Somebody who works at random. */
export class RandomWork {
  readonly engine: Engine;
  readonly #random: () => number;
  readonly #seed: number;
  readonly #answered: (answered: AnsweredCommand) => void;
  #now = OPENING;
  #last: (() => Promise<void>) | undefined;

  private constructor(storage: Storage, seed: number, answered: (answered: AnsweredCommand) => void) {
    this.#seed = seed;
    this.#random = seededRandom(seed);
    this.#answered = answered;
    const handlers = { issue: this.#unreliable(issue), look: this.#unreliable(done), notify: done };
    const retry = { attempts: 1000, firstPauseMs: 1000, longestPauseMs: MINUTE };
    const newId = countingIds(String(seed));
    this.engine = createEngine({ store: storage, clock: { now: () => this.#now }, newId, handlers, retry, leaseMs: 0 });
  }

  /** Begins to work; goes on where the storage stands. */
  static async on(storage: Storage, seed: number, answered: (answered: AnsweredCommand) => void): Promise<RandomWork> {
    const work = new RandomWork(storage, seed, answered);
    await work.engine.deploy({ tenant: TENANT, release });
    work.#now = OPENING + (await storage.cases.lastCursor()) * MINUTE;
    return work;
  }

  /** Does up to six things at the same time. */
  async doSome(): Promise<void> {
    const open = await openCases(this.engine.storage, this.#now);
    if (open.length < OPEN_CASES) await this.#start();
    else await Promise.all(Array.from({ length: 1 + this.#below(6) }, () => this.#one(open[this.#below(open.length)] as CaseRow)));
    // Now and then somebody sets the clock back.
    this.#now += this.#below(20) === 0 ? -5 * MINUTE : this.#below(4) * MINUTE;
    if (this.#below(3) === 0) await this.engine.runDue();
  }

  /** Brings every case to its end. */
  async finish(): Promise<void> {
    for (let rounds = 0; rounds < 500; rounds++) {
      const open = await openCases(this.engine.storage, this.#now);
      if (open.length === 0) return;
      for (const { caseId } of open)
        await this.#order(caseId, (live) =>
          this.#taskCommand(live, ({ id }) => ({ kind: 'completeTask', taskId: id, variables: { outcome: 'done' } })),
        );
      this.#now += 15 * MINUTE;
      await this.engine.runDue();
    }
    throw new Error('Some case cannot be brought to its end.');
  }

  async #one({ caseId }: CaseRow): Promise<void> {
    const choice = this.#below(20);
    // Sent a second time, as by somebody who heard no answer.
    if (choice === 0) return this.#last?.();
    if (choice === 1) return this.#order(caseId, () => ({ kind: 'setData', variables: { note: this.#below(1000) } }));
    if (choice === 2 && this.#below(10) === 0) return this.#order(caseId, () => ({ kind: 'terminate', reason: '撤回' }));
    return this.#order(caseId, (live) => this.#taskCommand(live, (token) => this.#onTask(token.id, live)));
  }

  #onTask(taskId: number, { state }: LiveCase): Partial<CaseCommand> & { readonly kind: CaseCommand['kind'] } {
    const choice = this.#below(12);
    if (choice === 0) return { kind: 'claim', taskId };
    if (choice === 1) return { kind: 'assign', taskId, to: { id: 'u2', name: '李二' } };
    if (choice === 2 && state.round < 3) return { kind: 'return', taskId, target: 'apply', reason: '补正' };
    return { kind: 'completeTask', taskId, variables: { outcome: choice === 3 ? 'again' : 'done', text: '好'.repeat(this.#below(60)) } };
  }

  #taskCommand(live: LiveCase, on: (token: LiveCase['state']['tokens'][number]) => object): object | undefined {
    const tasks = live.state.tokens.filter(isTask);
    const token = tasks[this.#below(Math.max(tasks.length, 1))];
    return token && on(token);
  }

  async #start(): Promise<void> {
    const commandId = this.engine.newId();
    const ready = await this.engine.release(TENANT, release.id);
    if (ready === undefined) throw new Error('The release is not there.');
    const data = { application: { reason: '早开工'.repeat(this.#below(30)) } };
    const command: CaseCommand = {
      kind: 'start',
      commandId,
      now: this.#now,
      actor: ACTOR,
      caseId: `case-${commandId}`,
      tenant: TENANT,
      data,
    };
    const order = { tenant: TENANT, commandId, actorId: ACTOR.id, ready, ordered: { command, answer: () => ({ started: commandId }) } };
    await this.engine.start(order);
    this.#answered({ commandId, answer: { started: commandId } });
  }

  async #order(caseId: string, make: (live: LiveCase) => object | undefined): Promise<void> {
    const commandId = this.engine.newId();
    const facts = { commandId, now: this.#now, actor: ACTOR };
    const send = async (): Promise<void> => {
      const outcome = await this.engine.execute({
        ...{ tenant: TENANT, caseId, commandId, actorId: ACTOR.id },
        decide: (live) => {
          const made = make(live);
          if (made === undefined) return { refused: [] };
          return { command: { ...made, ...facts } as CaseCommand, answer: ({ state }) => ({ seq: state.seq }) };
        },
      });
      if (outcome.kind === 'done') this.#answered({ commandId, answer: outcome.answer });
    };
    await send();
    this.#last = send;
  }

  #unreliable(handler: Handler): Handler {
    return async (call) => {
      if (this.#below(4) === 0) throw new Error(`对方系统没有回应 (${this.#seed})。`);
      return handler(call);
    };
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }
}

/** Throws when something of the work was lost, done twice, or is not what its commands make. Gives how many cases and commits there are. */
export async function checkWork(
  storage: Storage,
  answered: ReadonlyMap<string, Json>,
): Promise<{ readonly cases: number; readonly commits: number }> {
  const { cases } = storage;
  for (const [commandId, answer] of answered)
    checkEqual(await cases.seen(TENANT, ACTOR.id, commandId), answer, `the answer to ${commandId}`);
  const rows = await allCases(storage);
  let commits = 0;
  for (const row of rows) commits += await checkCase(storage, row);
  const seqs = new Map<string, number>();
  for (const { caseId, seq } of await cases.eventsSince(0, Number.MAX_SAFE_INTEGER)) {
    checkEqual(seq, (seqs.get(caseId) ?? 0) + 1, `the next event of ${caseId} in the outbox`);
    seqs.set(caseId, seq);
  }
  return { cases: rows.length, commits };
}

// helpers

async function checkCase(storage: Storage, { caseId, ended }: CaseRow): Promise<number> {
  await checkReplay(storage, TENANT, caseId);
  const kept = await storage.cases.load(TENANT, caseId);
  const tokens = (kept?.state['tokens'] ?? []) as unknown as readonly { readonly id: number; readonly node: number }[];
  const waiting = tokens.filter(isTask).map(({ id }) => `${caseId}.${id}`);
  const open = (await storage.cases.tasksOf(TENANT, caseId)).filter(({ status }) => status === 'open').map(({ taskId }) => taskId);
  checkEqual([...open].sort(), [...waiting].sort(), `open tasks of ${caseId}`);
  const events = await storage.cases.eventsOf(TENANT, caseId);
  const issued = events.filter(({ kind, event }) => kind === 'jobFinished' && event['nodeId'] === 'issue').length;
  const documents = (await storage.records.documents(TENANT, { caseId })).length;
  check(documents >= issued && documents <= issued + 1, `${caseId} has ${documents} documents for ${issued} finished jobs`);
  if (ended !== undefined) checkEqual(tokens, [], `tokens of ${caseId}, which has ended`);
  return kept?.version ?? 0;
}

function isTask({ node }: { readonly node: number }): boolean {
  return release.program.nodes[node]?.kind === 'userTask';
}

async function allCases({ cases }: Storage): Promise<readonly CaseRow[]> {
  const rows: CaseRow[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await cases.cases({ tenant: TENANT, now: OPENING, limit: 200, ...(cursor === undefined ? {} : { cursor }) });
    rows.push(...page.entries);
    if (page.cursor === undefined) return rows;
    cursor = page.cursor;
  }
}

async function openCases({ cases }: Storage, now: number): Promise<readonly CaseRow[]> {
  return (await cases.cases({ tenant: TENANT, now, limit: OPEN_CASES * 2, open: true, countUpTo: 0 })).entries;
}

// Issues once for a job, however often it is called.
const issue: Handler = async ({ key, now, records, case: { caseId } }) => {
  const content = { title: '审批意见', blocks: [] };
  const { id } = await records.issue({ key, tenant: TENANT, caseId, templateId: 'opinion', status: 'effective', issuedAt: now, content });
  return { result: id };
};

const done: Handler = async () => ({ result: true });

function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
