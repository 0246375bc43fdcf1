/**
 * Does the work that nobody waits for: fires timers, calls handlers, delivers messages between cases and those that came early, begins cases. At least once: a lease hides work
 * from other workers, and whatever was not committed comes again. What a case no longer waits for is dropped.
 */
import { dayAt } from '@tongban/calendar';
import { isTongbanError, type Json, type JsonObject } from '@tongban/model';
import type { CaseCommand } from '../core/command.ts';
import { lookupIn } from '../core/lookup.ts';
import { raise } from '../errors.ts';
import { reasonOf } from '../in-words.ts';
import type { JobRow, Storage, TimerRow } from '../store/store.ts';
import { deputyNotices } from './deputy-notices.ts';
import type { Directory, Notice, RetryPolicy } from './engine-options.ts';
import type { Executor, Outcome } from './execute.ts';
import type { Handler, HandlerAnswer } from './handlers/handler.ts';
import { type Inbound, type MessageArrival, SYSTEM_ACTOR } from './inbound.ts';
import { answerProblem } from './json-values.ts';
import { type LiveCase, loadCase } from './live-case.ts';
import { type NoticeTimer, noticeDue, noticeOf } from './notices.ts';
import type { ReadyReleases } from './ready-release.ts';
import { superiorsOf } from './superiors.ts';
import { BROADCAST_SIGNAL, correlationKey, NOTIFY, SEND_MESSAGE, signalName } from './work-rows.ts';

/** What the worker needs. */
export interface WorkerOptions {
  readonly storage: Storage;
  readonly releases: ReadyReleases;
  readonly executor: Executor;
  readonly inbound: Inbound;
  readonly handlers: ReadonlyMap<string, Handler>;
  readonly retry: RetryPolicy;
  readonly leaseMs: number;
  readonly directory: Directory | undefined;
  readonly notify: ((notice: Notice) => Promise<void>) | undefined;
  readonly onFault: (fault: unknown) => void;
}

const BATCH = 50;
/** Rounds of one run: work may make more work, but not for ever. */
const MOST_ROUNDS = 1000;

/** Does due work. */
export class Worker {
  readonly #options: WorkerOptions;

  constructor(options: WorkerOptions) {
    this.#options = options;
  }

  /** Does everything that is due at `now`, and what comes of it; answers how many timers, jobs and kept messages that was. */
  async runDue(now: number): Promise<number> {
    const { cases, measures } = this.#options.storage;
    const { inbound } = this.#options;
    let count = 0;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const lease = { now, leaseMs: this.#options.leaseMs, limit: BATCH };
      const timers = await cases.leaseTimers(lease);
      for (const timer of timers) await this.#fire(timer, now);
      const jobs = await cases.leaseJobs(lease);
      for (const job of jobs) await this.#run(job, now);
      const starts = await measures.leaseStarts(lease);
      for (const start of starts) await inbound.startByTimer(start, now);
      const done = timers.length + jobs.length + starts.length + (await inbound.deliverKept(now));
      if (done === 0) break;
      count += done;
    }
    return count;
  }

  async #fire(timer: TimerRow, now: number): Promise<void> {
    const { caseId, timerId, dueAt, tenant } = timer;
    const notice = noticeOf(timerId);
    if (notice !== undefined) return this.#giveNotice(timer, notice, now);
    const commandId = `timer ${caseId} ${timerId} ${dueAt}`;
    const { executor, directory } = this.#options;
    const command = { kind: 'fireTimer', commandId, now, timerId: Number(timerId) } as const;
    let moved = false;
    const outcome = await executor.execute({
      ...{ tenant, caseId, commandId, actorId: SYSTEM_ACTOR },
      decide: async (live) => {
        moved = isMoved(live, command.timerId, now);
        if (moved) return { refused: [] };
        const to = await superiorsOf(directory, live, command.timerId);
        return { command: to === undefined ? command : { ...command, to }, answer: (): Json => NO_ANSWER };
      },
    });
    if (!moved && (outcome.kind === 'refused' || outcome.kind === 'unknown'))
      await this.#options.storage.cases.finish(tenant, caseId, { timerId });
  }

  async #giveNotice({ tenant, caseId, timerId }: TimerRow, notice: NoticeTimer, now: number): Promise<void> {
    const { executor, storage } = this.#options;
    const commandId = `${timerId} of ${caseId}`;
    let moved = false;
    await executor.execute({
      ...{ tenant, caseId, commandId, actorId: SYSTEM_ACTOR },
      decide: (live) => {
        const due = noticeDue(live, notice, now);
        moved = due !== undefined && due.dueAt > now;
        if (due === undefined || moved) return { refused: [] };
        return {
          command: { kind: 'giveNotice', commandId, now, ...notice, to: due.to },
          answer: (): Json => NO_ANSWER,
        };
      },
    });
    if (!moved) await storage.cases.finish(tenant, caseId, { timerId });
  }

  async #run(job: JobRow, now: number): Promise<void> {
    if (job.handler === SEND_MESSAGE || job.handler === BROADCAST_SIGNAL) return this.#send(job, now);
    if (job.handler === NOTIFY) return this.#notify(job, now);
    const { storage, releases } = this.#options;
    const live = await loadCase(storage, releases, job.tenant, job.caseId);
    const commandId = `job ${job.caseId} ${job.jobId} ${job.attempts}`;
    const command = live === undefined ? undefined : await this.#commandAfter(job, live, now, commandId);
    const outcome = command && (await this.#order(job, commandId, command, job));
    if (outcome === undefined || outcome.kind === 'refused' || outcome.kind === 'unknown')
      await storage.cases.finish(job.tenant, job.caseId, { jobId: job.jobId });
  }

  // Calls the handler, and says what that means for the case.
  async #commandAfter(job: JobRow, live: LiveCase, now: number, commandId: string): Promise<CaseCommand> {
    const facts = { commandId, now, jobId: Number(job.jobId) };
    try {
      const answer = await this.#call(job, live, now);
      const wrong = 'error' in answer ? undefined : answerProblem(answer);
      if (wrong !== undefined) return { kind: 'failJob', ...facts, reason: wrong };
      return 'error' in answer
        ? { kind: 'raiseError', ...facts, code: answer.error.code, message: answer.error.message }
        : { kind: 'finishJob', ...facts, result: answer.result, variables: answer.variables };
    } catch (fault) {
      return { kind: 'failJob', ...facts, reason: reasonOf(fault), retryAt: this.#retryAt(job, fault, now) };
    }
  }

  #call(job: JobRow, live: LiveCase, now: number): Promise<HandlerAnswer> {
    const handler = this.#options.handlers.get(job.handler);
    if (handler === undefined) throw raise('RUNTIME_HANDLER_UNKNOWN', { handler: job.handler });
    return handler({
      key: `${job.caseId}/${job.jobId}`,
      inputs: job.inputs,
      now,
      today: dayAt(now, live.ready.release.calendar.offsetMinutes),
      case: live,
      records: this.#options.storage.records,
      lookup: lookupIn(live.ready.prepared, live.state),
    });
  }

  #retryAt(job: JobRow, fault: unknown, now: number): number | undefined {
    const { attempts, firstPauseMs, longestPauseMs } = this.#options.retry;
    const hopeless = isTongbanError(fault) && fault.kind !== 'unavailable';
    if (hopeless || job.attempts + 1 >= attempts) return undefined;
    return now + Math.min(firstPauseMs * 2 ** job.attempts, longestPauseMs);
  }

  // A message to the one case that it concerns, a signal to all others; both may begin cases.
  async #send(job: JobRow, now: number): Promise<void> {
    const { inbound, storage } = this.#options;
    const { tenant, caseId, jobId, inputs } = job;
    const sent = inputs as unknown as Pick<MessageArrival, 'name' | 'variables' | 'by' | 'releaseId'> & { readonly correlation?: Json };
    const arrival = { tenant, id: String(inputs['key']), name: sent.name, variables: sent.variables, by: sent.by };
    if (job.handler === SEND_MESSAGE) {
      await inbound.receive({ ...arrival, key: correlationKey(sent.correlation), releaseId: sent.releaseId }, now);
    } else {
      const waiting = await storage.cases.subscriptions(tenant, signalName(sent.name), '');
      const others = new Set(waiting.map((row) => row.caseId).filter((other) => other !== caseId));
      for (const other of others) await this.#signal({ tenant, caseId: other }, `${caseId} ${jobId} ${other}`, sent, now);
      await inbound.startBySignal(arrival, now);
    }
    await storage.cases.finish(tenant, caseId, { jobId });
  }

  // A notice that could not be sent stays leased, and comes again when the lease is over.
  async #notify(job: JobRow, now: number): Promise<void> {
    const { storage, notify, onFault } = this.#options;
    const { tenant, caseId, jobId, inputs } = job;
    try {
      const notice = { ...(inputs as unknown as Notice), tenant, caseId };
      await notify?.(notice);
      if (notify !== undefined) for (const copy of await deputyNotices(this.#options, notice, now)) await notify(copy);
      await storage.cases.finish(tenant, caseId, { jobId });
    } catch (fault) {
      onFault(fault);
    }
  }

  #signal(
    place: { readonly tenant: string; readonly caseId: string },
    commandId: string,
    { name, variables }: Pick<MessageArrival, 'name' | 'variables'>,
    now: number,
  ): Promise<Outcome> {
    return this.#order(place, commandId, { kind: 'deliverSignal', commandId, now, name, variables });
  }

  #order(
    place: { readonly tenant: string; readonly caseId: string },
    commandId: string,
    command: CaseCommand,
    job?: JobRow,
  ): Promise<Outcome> {
    const { tenant, caseId } = place;
    return this.#options.executor.execute({
      ...{ tenant, caseId, commandId, actorId: SYSTEM_ACTOR },
      ...(job === undefined ? {} : { job }),
      decide: () => ({ command, answer: (): Json => NO_ANSWER }),
    });
  }
}

const NO_ANSWER: JsonObject = { ok: true };

// Another calendar, a pause or its end may have moved a timer since it was taken: then it comes again at its new instant (TM5).
function isMoved({ state }: LiveCase, timerId: number, now: number): boolean {
  const timer = state.timers?.find(({ id }) => id === timerId);
  const plan = state.holds?.find((hold) => hold.plan?.timer === timerId)?.plan;
  const due = plan === undefined ? timer?.dueAt : plan.dueAt;
  return (timer !== undefined || plan !== undefined) && (due === undefined || due > now || state.suspended !== undefined);
}
