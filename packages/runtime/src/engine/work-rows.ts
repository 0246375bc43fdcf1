/** The rows of timers, jobs and subscriptions that a step changes. Messages to other cases leave through jobs, too. */
import type { Json, JsonObject } from '@tongban/model';
import type { CaseEffect, NotifyEffect } from '../core/effect.ts';
import type { CaseState } from '../core/state.ts';
import type { CaseCommit, JobRow, SubscriptionRow, TimerRow } from '../store/store.ts';
import type { CommitFacts } from './commit-facts.ts';
import { noticeTimers } from './notices.ts';
import { taskNotice } from './task-notices.ts';

/** Handlers of the engine itself, for what goes to other cases. */
export const SEND_MESSAGE = 'tongban.sendMessage';
export const BROADCAST_SIGNAL = 'tongban.broadcastSignal';
/** The handler of the engine for what people should hear of. */
export const NOTIFY = 'tongban.notify';

/** The timers, jobs and subscriptions of a commit. */
export function workRowsOf(facts: CommitFacts): Pick<CaseCommit, 'timers' | 'jobs' | 'subscriptions'> {
  const timers = new Changes<TimerRow>();
  const jobs = new Changes<JobRow>();
  const subscriptions = new Changes<SubscriptionRow>();
  for (const effect of facts.result.effects) {
    applyTimer(facts, effect, timers);
    applyJob(facts, effect, jobs);
    if (facts.noticeTasks) applyTaskNotice(facts, effect, jobs);
    applySubscription(facts, effect, subscriptions);
  }
  return { timers: timers.rows(), jobs: jobs.rows(), subscriptions: subscriptions.rows() };
}

/** A value as the text by which messages are matched. */
export function correlationKey(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The name under which a signal is subscribed to. */
export function signalName(name: string): string {
  return `signal:${name}`;
}

// helpers

/** The last word on each id. Most steps have none. */
class Changes<Row> {
  #byId: Map<string, Row | undefined> | undefined;

  set(id: string, row: Row | undefined): void {
    this.#byId ??= new Map();
    this.#byId.set(id, row);
  }

  remove(id: string): void {
    this.set(id, undefined);
  }

  rows(): { readonly set: readonly Row[]; readonly remove: readonly string[] } {
    if (this.#byId === undefined) return NO_CHANGES;
    const [set, remove]: [Row[], string[]] = [[], []];
    for (const [id, row] of this.#byId) {
      if (row === undefined) remove.push(id);
      else set.push(row);
    }
    return { set, remove };
  }
}

const NO_CHANGES = { set: [], remove: [] } as const;

function applyTimer(facts: CommitFacts, effect: CaseEffect, timers: Changes<TimerRow>): void {
  const { tenant, caseId } = facts.result.state;
  if (effect.kind === 'saveClock') for (const [id, dueAt] of noticeTimers(facts, effect.clock)) setNotice(id, dueAt);
  if (effect.kind === 'closeTimer') timers.remove(String(effect.timerId));
  if (effect.kind !== 'createTimer') return;
  const timerId = String(effect.timerId);
  timers.set(timerId, { tenant, caseId, timerId, dueAt: effect.dueAt });

  function setNotice(id: string, dueAt: number | undefined): void {
    if (dueAt === undefined) timers.remove(id);
    else timers.set(id, { tenant, caseId, timerId: id, dueAt });
  }
}

function applyJob({ result, now, job }: CommitFacts, effect: CaseEffect, jobs: Changes<JobRow>): void {
  const { tenant, caseId } = result.state;
  const add = (jobId: string, handler: string, inputs: JobRow['inputs']): void =>
    jobs.set(jobId, { tenant, caseId, jobId, handler, inputs, dueAt: now, attempts: 0 });
  if (effect.kind === 'createJob') add(String(effect.jobId), effect.handler, effect.inputs);
  else if (effect.kind === 'closeJob') jobs.remove(String(effect.jobId));
  else if (effect.kind === 'retryJob' && job !== undefined) jobs.set(job.jobId, { ...job, attempts: job.attempts + 1, dueAt: effect.at });
  else if (effect.kind === 'sendMessage') add(`message ${effect.key}`, SEND_MESSAGE, sentInputs(result.state, effect));
  else if (effect.kind === 'notify') add(`notice ${effect.key}`, NOTIFY, noticeInputs(effect, now));
  else if (effect.kind === 'broadcastSignal') add(`signal ${effect.key}`, BROADCAST_SIGNAL, sentInputs(result.state, effect));
}

function applyTaskNotice(facts: CommitFacts, effect: CaseEffect, jobs: Changes<JobRow>): void {
  const notice = taskNotice(facts, effect);
  if (notice === undefined) return;
  const { tenant, caseId } = facts.result.state;
  const jobId = `notice ${notice.key}`;
  jobs.set(jobId, { tenant, caseId, jobId, handler: NOTIFY, inputs: noticeInputs(notice, facts.now), dueAt: facts.now, attempts: 0 });
}

// A case that is begun by what this one sends belongs to the same person.
function sentInputs(
  { starter, releaseId }: CaseState,
  { kind: _kind, nodeId: _nodeId, ...sent }: Extract<CaseEffect, { readonly kind: 'sendMessage' | 'broadcastSignal' }>,
): JsonObject {
  return JSON.parse(JSON.stringify({ ...sent, by: starter, releaseId }));
}

function noticeInputs({ kind: _kind, to, ...notice }: NotifyEffect, at: number): JsonObject {
  return JSON.parse(JSON.stringify({ ...notice, to, at }));
}

function applySubscription({ result }: CommitFacts, effect: CaseEffect, subscriptions: Changes<SubscriptionRow>): void {
  const { tenant, caseId } = result.state;
  if (effect.kind === 'closeSubscription') subscriptions.remove(String(effect.subscriptionId));
  if (effect.kind !== 'openSubscription') return;
  const subscriptionId = String(effect.subscriptionId);
  const message = effect.type === 'message';
  subscriptions.set(subscriptionId, {
    tenant,
    caseId,
    subscriptionId,
    name: message ? effect.name : signalName(effect.name),
    key: message ? correlationKey(effect.correlation) : '',
    candidates: JSON.parse(JSON.stringify(effect.performer ?? NOBODY)),
  });
}

/** Without a performer no person records the message: it comes from the system. */
const NOBODY = { persons: [] };
