/** Writes what one transition changes. All that is asked is asked at once and first; then nothing is awaited any more. */
import type { CaseCommit, CaseRow, DataRow, JobRow, SubscriptionRow, TaskRow, TimerRow } from '@tongban/runtime';
import type { EarlyMessages } from './early-messages.ts';
import { placesOfCase, placesOfTask } from './places.ts';
import { beginningWith, type Rows } from './rows.ts';
import type { KeptCase, KeptHead, KeptMessage, KeptTask, TableName } from './schema.ts';
import type { WorkQueue } from './work-queue.ts';

/** What stands where a commit writes. */
export interface Found {
  readonly kept: KeptCase | undefined;
  readonly head: KeptHead | undefined;
  readonly tasks: ReadonlyMap<string, KeptTask | undefined>;
  readonly messages: readonly KeptMessage[];
}

/** The tables that a commit may write, besides its journal and commands. */
export const CASE_TABLES: readonly TableName[] = [
  ...(['cases', 'heads', 'caseData', 'tasks', 'taskDrafts', 'timers', 'jobs', 'subscriptions', 'messages', 'caseFiles'] as const),
];

/** Writes the rows of commits. */
export class CaseWriter {
  readonly #timers: WorkQueue<TimerRow>;
  readonly #jobs: WorkQueue<JobRow>;
  readonly #messages: EarlyMessages;

  constructor(timers: WorkQueue<TimerRow>, jobs: WorkQueue<JobRow>, messages: EarlyMessages) {
    this.#timers = timers;
    this.#jobs = jobs;
    this.#messages = messages;
  }

  /** Reads what stands there. */
  async find(rows: Rows, { tenant, caseId, tasks, guard, subscriptions }: CaseCommit): Promise<Found> {
    const taskIds = new Set([...tasks.map(({ taskId }) => taskId), ...(guard === undefined ? [] : [guard.taskId])]);
    const [kept, head, keptTasks, messages] = await Promise.all([
      rows.get('cases', [tenant, caseId]),
      rows.get('heads', [tenant, caseId]),
      Promise.all([...taskIds].map(async (taskId) => [taskId, await rows.get('tasks', [tenant, taskId])] as const)),
      Promise.all(subscriptions.set.map((row) => this.#messages.unmarked(rows, row))),
    ]);
    return { kept, head, tasks: new Map(keptTasks), messages: messages.flat() };
  }

  /** Writes the rows of a commit. */
  put(rows: Rows, commit: CaseCommit, { kept, head, tasks, messages }: Found): void {
    const { tenant, caseId, expectedVersion, state, link, data, timers, jobs, subscriptions } = commit;
    const erased = commit.erase?.documents === true;
    if (erased) rows.delete('caseData', beginningWith(tenant, caseId));
    const latest = latestOf(erased ? [] : (kept?.latest ?? []), data);
    rows.put('cases', { tenant, caseId, version: expectedVersion + 1, hash: link.hash, state: JSON.stringify(state), latest });
    putHead(rows, commit.row, head);
    for (const row of data) putData(rows, tenant, caseId, row);
    for (const task of commit.tasks) putTask(rows, task, commit.row.measureId, tasks.get(task.taskId));
    for (const row of timers.set) this.#timers.put(rows, { tenant, owner: caseId, workId: row.timerId, dueAt: row.dueAt }, row);
    for (const id of timers.remove) this.#timers.remove(rows, tenant, caseId, id);
    for (const row of jobs.set) this.#jobs.put(rows, { tenant, owner: caseId, workId: row.jobId, dueAt: row.dueAt }, row);
    for (const id of jobs.remove) this.#jobs.remove(rows, tenant, caseId, id);
    for (const row of subscriptions.set) putSubscription(rows, row);
    for (const id of subscriptions.remove) rows.delete('subscriptions', [tenant, caseId, id]);
    this.#messages.mark(rows, messages);
    for (const fileId of commit.files) rows.put('caseFiles', { tenant, fileId, caseId });
  }
}

// helpers

function latestOf(before: KeptCase['latest'], data: readonly DataRow[]): KeptCase['latest'] {
  const versions = new Map(before);
  for (const { key, version } of data) versions.set(key, version);
  return [...versions].sort(([a], [b]) => (a < b ? -1 : 1));
}

// Most transitions leave the head as it is; then its places need not be written again.
function putHead(rows: Rows, row: CaseRow, before: KeptHead | undefined): void {
  const head = JSON.stringify(row);
  if (before?.head === head) return;
  const { tenant, caseId, search, light } = row;
  rows.put('heads', { tenant, caseId, places: placesOfCase(row), search, head, ...(light === undefined ? {} : { light }) });
}

function putData(rows: Rows, tenant: string, caseId: string, { key, version, values, salt }: DataRow): void {
  rows.put('caseData', { tenant, caseId, key, version, values: JSON.stringify(values), ...(salt === undefined ? {} : { salt }) });
}

function putTask(rows: Rows, task: TaskRow, measureId: string, before: KeptTask | undefined): void {
  const { tenant, taskId, caseId, status, light } = task;
  const places = placesOfTask(task);
  const revision = (before?.revision ?? 0) + 1;
  const facts = { tenant, taskId, caseId, measureId, revision, places, task: JSON.stringify(task) };
  rows.put('tasks', light === undefined ? facts : { ...facts, light });
  if (status !== 'open' && status !== 'waiting') rows.delete('taskDrafts', [tenant, taskId]);
}

function putSubscription(rows: Rows, row: SubscriptionRow): void {
  const { tenant, caseId, subscriptionId, name, key } = row;
  rows.put('subscriptions', { tenant, caseId, subscriptionId, name, key, subscription: JSON.stringify(row) });
}
