/**
 * What comes from outside of a case: a message goes to the case that waits for it, else it begins one, else it is kept until one waits or it
 * expires; a signal and an instant begin cases. Each is done once, by an id that its sender gave. Rules IM1–IM6.
 */
import type { CommandAnswer, Json, JsonObject, MessageReceipt, Problem } from '@tongban/model';
import type { CaseCommand } from '../core/command.ts';
import { LAST_INSTANT } from '../core/instant.ts';
import type { StartTrigger } from '../core/start-triggers.ts';
import type { CaseActor } from '../core/state.ts';
import type { MessageRow, StartTimerRow, Storage, SubscriptionRow } from '../store/store.ts';
import type { Executor, Outcome } from './execute.ts';
import { jsonProblem, variablesProblem } from './json-values.ts';
import type { ReadyRelease, ReadyReleases } from './ready-release.ts';
import { nextStart } from './start-timers.ts';

/** A message for whatever case it concerns. */
export interface MessageArrival {
  readonly tenant: string;
  /** Given by the sender: a message with an id that was seen before is dropped. */
  readonly id: string;
  readonly name: string;
  /** What a waiting case names; the case's key or id when its flow says nothing. */
  readonly key: string;
  readonly variables?: JsonObject | undefined;
  /** Who sent it; a case that it begins belongs to them. Default: the system. */
  readonly by?: CaseActor | undefined;
  /** How long it is kept when nobody waits for it, in milliseconds; default the engine's `messageTtlMs`. */
  readonly ttlMs?: number | undefined;
  /** The release whose starts are looked at before those of the current ones: that of the case that sent it. */
  readonly releaseId?: string | undefined;
}

/** A signal that may begin cases. */
export type SignalArrival = Pick<MessageArrival, 'tenant' | 'id' | 'name' | 'variables' | 'by'>;

/** What it works with. */
export interface InboundOptions {
  readonly storage: Storage;
  readonly releases: ReadyReleases;
  readonly executor: Executor;
  readonly newId: () => string;
  readonly messageTtlMs: number;
}

/** The actor id under which the system's own commands are remembered, and the actor of cases that nobody began. */
export const SYSTEM_ACTOR = 'tongban.system';
const SYSTEM: CaseActor = { id: SYSTEM_ACTOR, name: '系统' };
const BATCH = 50;

/** Takes in messages, signals and instants. */
export class Inbound {
  readonly #options: InboundOptions;

  constructor(options: InboundOptions) {
    this.#options = options;
  }

  /** Takes in a message. A refusal says what is wrong with its values. */
  async receive(arrival: MessageArrival, now: number): Promise<CommandAnswer<MessageReceipt>> {
    const { cases } = this.#options.storage;
    const { tenant, id, name, key, ttlMs = this.#options.messageTtlMs } = arrival;
    if ((await cases.seen(tenant, SYSTEM_ACTOR, commandOf(id))) !== undefined) return { ok: true, how: 'repeated' };
    for (const subscription of await cases.subscriptions(tenant, name, key)) {
      const outcome = await this.#deliver(subscription, arrival, now);
      if (outcome.kind === 'done') return { ok: true, how: outcome.repeated ? 'repeated' : 'delivered', caseId: subscription.caseId };
      if (outcome.kind === 'refused' && !isClosed(outcome.problems)) return { ok: false, problems: outcome.problems };
    }
    const [begun] = await this.#begin(arrival, (ready) => ready.starts.filter(startsBy('message', name)).slice(0, 1), commandOf(id), now);
    if (begun !== undefined)
      return typeof begun === 'string' ? { ok: true, how: 'started', caseId: begun } : { ok: false, problems: begun };
    const problem = variablesProblem(arrival.variables) ?? jsonProblem(ttlMs, 'ttlMs');
    if (problem !== undefined) return { ok: false, problems: [problem] };
    const until = Math.min(now + ttlMs, LAST_INSTANT);
    await cases.keepMessage({ tenant, messageId: id, name, key, content: contentOf(arrival), expiresAt: until }, now);
    return { ok: true, how: 'kept', until };
  }

  /** Delivers kept messages to cases that wait for them by now; how many. */
  async deliverKept(now: number): Promise<number> {
    const { cases } = this.#options.storage;
    let delivered = 0;
    for (const { message, subscription } of await cases.awaitedMessages(now, BATCH)) {
      const outcome = await this.#deliver(subscription, arrivalOf(message), now);
      if (outcome.kind === 'refused' && isClosed(outcome.problems)) continue;
      await cases.dropMessage(message.tenant, message.messageId);
      delivered += 1;
    }
    return delivered;
  }

  /** Begins a case for every start of the current releases that waits for a signal; their ids. */
  async startBySignal(arrival: SignalArrival, now: number): Promise<readonly string[]> {
    const chosen = (ready: ReadyRelease): readonly StartTrigger[] => ready.starts.filter(startsBy('signal', arrival.name));
    const begun = await this.#begin(arrival, chosen, undefined, now);
    return begun.filter((one): one is string => typeof one === 'string');
  }

  /** Begins the case of a timer that is due, and sets its next time. */
  async startByTimer(timer: StartTimerRow, now: number): Promise<void> {
    const { storage, releases } = this.#options;
    const { tenant, releaseId, nodeId, which, dueAt } = timer;
    const ready = await releases.get(tenant, releaseId, 'latest');
    const start = ready?.starts.find(({ node, which: at }) => node.id === nodeId && at === which);
    if (ready !== undefined && start !== undefined) {
      await this.#start({ tenant }, { ready, start, commandId: `start ${releaseId} ${nodeId} ${which} ${dueAt}` }, now);
    }
    await storage.measures.moveStart(timer, ready && nextStart(timer, now, ready.release.calendar.offsetMinutes));
  }

  #deliver({ tenant, caseId, subscriptionId }: SubscriptionRow, { id, variables, by }: MessageArrival, now: number): Promise<Outcome> {
    const commandId = commandOf(id);
    const command: CaseCommand = { kind: 'deliverMessage', commandId, now, actor: by, subscriptionId: Number(subscriptionId), variables };
    const order = { tenant, caseId, commandId, actorId: SYSTEM_ACTOR };
    return this.#options.executor.execute({ ...order, decide: () => ({ command, answer: (): Json => ({ ok: true, caseId }) }) });
  }

  // With a command id, at most one case is begun.
  async #begin(
    arrival: SignalArrival & Pick<MessageArrival, 'releaseId'>,
    chosen: (ready: ReadyRelease) => readonly StartTrigger[],
    commandId: string | undefined,
    now: number,
  ): Promise<readonly (string | readonly Problem[])[]> {
    const begun: (string | readonly Problem[])[] = [];
    for (const ready of await this.#startable(arrival.tenant, arrival.releaseId)) {
      for (const start of chosen(ready)) {
        const id = commandId ?? `signal ${arrival.id} ${ready.release.id} ${start.node.id} ${start.which}`;
        begun.push(await this.#start(arrival, { ready, start, commandId: id }, now));
        if (commandId !== undefined) return begun;
      }
    }
    return begun;
  }

  async #startable(tenant: string, first: string | undefined): Promise<readonly ReadyRelease[]> {
    const { storage, releases } = this.#options;
    const ids = new Set(first === undefined ? [] : [first]);
    for (const measureId of await storage.measures.measureIds(tenant)) {
      const current = await storage.measures.current(tenant, measureId);
      if (current !== undefined) ids.add(current.id);
    }
    const ready = await Promise.all([...ids].map((id) => releases.get(tenant, id, 'latest')));
    return ready.filter((one) => one !== undefined);
  }

  async #start(
    { tenant, variables, by }: Pick<SignalArrival, 'tenant' | 'variables' | 'by'>,
    { ready, start, commandId }: { readonly ready: ReadyRelease; readonly start: StartTrigger; readonly commandId: string },
    now: number,
  ): Promise<string | readonly Problem[]> {
    const caseId = this.#options.newId();
    const facts = { commandId, now, actor: by ?? SYSTEM, caseId, tenant, variables, calendar: ready.edition };
    const outcome = await this.#options.executor.start({
      ...{ ready, tenant, commandId, actorId: SYSTEM_ACTOR },
      ordered: {
        command: { kind: 'start', ...facts, startNode: start.node.id, startTrigger: start.which },
        answer: () => ({ ok: true, caseId }),
      },
    });
    if (outcome.kind === 'refused') return outcome.problems;
    return outcome.kind === 'done' ? (outcome.answer as { readonly caseId: string }).caseId : [];
  }
}

/** It was closed since it was found: another message was quicker, or its case went on. */
export function isClosed(problems: readonly Problem[]): boolean {
  return problems.some(({ code }) => code === 'RUNTIME_SUBSCRIPTION_CLOSED' || code === 'RUNTIME_CASE_ENDED');
}

// helpers

function commandOf(messageId: string): string {
  return `message ${messageId}`;
}

function startsBy(kind: 'message' | 'signal', name: string): (start: StartTrigger) => boolean {
  return ({ trigger: { event } }) => event.kind === kind && event.name === name;
}

function contentOf({ variables, by }: MessageArrival): JsonObject {
  return JSON.parse(JSON.stringify({ variables, by }));
}

function arrivalOf({ tenant, messageId, name, key, content }: MessageRow): MessageArrival {
  return { tenant, id: messageId, name, key, ...(content as Pick<MessageArrival, 'variables' | 'by'>) };
}
