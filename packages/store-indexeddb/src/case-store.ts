/** Cases: states, documents, tasks, drafts, work, events. Each method is one transaction. */
import type { Json, JsonObject, Page } from '@tongban/model';
import type {
  AwaitedMessage,
  CaseAudit,
  CaseCommit,
  CaseListQuery,
  CaseRow,
  CaseStore,
  CommandRow,
  CommitResult,
  DataRow,
  DraftResult,
  EventRow,
  JobRow,
  LeaseRequest,
  MessageRow,
  OutboxRow,
  StoredCase,
  StoredTask,
  SubscriptionRow,
  TaskDraft,
  TaskLine,
  TaskListQuery,
  TimerRow,
} from '@tongban/runtime';
import { CASE_TABLES, CaseWriter } from './case-writer.ts';
import { CommandBook } from './command-book.ts';
import type { Connection } from './connection.ts';
import { EarlyMessages } from './early-messages.ts';
import { append, erasePerson, eventsSince, lastCursor, linkOf, linksOf, rowsOfLink } from './journal.ts';
import { fromJson } from './json-text.ts';
import { listCases, listTasks, taskOf } from './lists.ts';
import { beginningWith, type Rows } from './rows.ts';
import type { TableName, Tables } from './schema.ts';
import { WorkQueue } from './work-queue.ts';

const COMMIT_TABLES: readonly TableName[] = [...CASE_TABLES, 'commands', 'journal'];

/** Keeps cases in the database. */
export class IndexedDbCaseStore implements CaseStore {
  readonly #db: Connection;
  readonly #commands = new CommandBook('cases');
  readonly #writer: CaseWriter;
  readonly #messages: EarlyMessages;
  readonly #timers: WorkQueue<TimerRow>;
  readonly #jobs: WorkQueue<JobRow>;

  constructor(connection: Connection) {
    this.#db = connection;
    this.#messages = new EarlyMessages(connection);
    this.#timers = new WorkQueue(connection, 'timers');
    this.#jobs = new WorkQueue(connection, 'jobs');
    this.#writer = new CaseWriter(this.#timers, this.#jobs, this.#messages);
  }

  load(tenant: string, caseId: string): Promise<StoredCase | undefined> {
    return this.#db.read(['cases', 'heads', 'caseData'], async (rows) => {
      const [kept, head] = await Promise.all([rows.get('cases', [tenant, caseId]), rows.get('heads', [tenant, caseId])]);
      if (kept === undefined || head === undefined) return undefined;
      const data = await Promise.all(kept.latest.map(([key, version]) => rows.get('caseData', [tenant, caseId, key, version])));
      const { version, hash, state } = kept;
      const found = data.flatMap((row) => (row === undefined ? [] : [dataOf(row)]));
      return { version, hash, row: fromJson<CaseRow>(head.head), state: fromJson<JsonObject>(state), data: found };
    });
  }

  commit(commit: CaseCommit): Promise<CommitResult> {
    const { tenant, caseId, command } = commit;
    const touches = [JSON.stringify([tenant, caseId]), JSON.stringify([tenant, command.actorId, command.commandId])];
    return this.#db.write({ tables: COMMIT_TABLES, touches }, (rows) => this.#commit(rows, commit));
  }

  seen(tenant: string, actorId: string, commandId: string): Promise<Json | undefined> {
    return this.#db.read(['commands'], (rows) => this.#commands.answer(rows, tenant, actorId, commandId));
  }

  cases(query: CaseListQuery): Promise<Page<CaseRow>> {
    return this.#db.read(['heads'], (rows) => listCases(rows, query));
  }

  tasks(query: TaskListQuery): Promise<Page<TaskLine>> {
    return this.#db.read(['tasks', 'heads'], (rows) => listTasks(rows, query));
  }

  task(tenant: string, taskId: string): Promise<StoredTask | undefined> {
    return this.#db.read(['tasks'], async (rows) => {
      const kept = await rows.get('tasks', [tenant, taskId]);
      return kept && taskOf(kept);
    });
  }

  // The ids of a case's tasks begin with its own and a dot, which is followed by the slash in ASCII.
  tasksOf(tenant: string, caseId: string): Promise<readonly StoredTask[]> {
    return this.#db.read(['tasks'], async (rows) => {
      const kept = await rows.all('tasks', { range: IDBKeyRange.bound([tenant, `${caseId}.`], [tenant, `${caseId}/`], true, true) });
      return kept
        .filter((task) => task.caseId === caseId)
        .map(taskOf)
        .sort((a, b) => a.openedAt - b.openedAt || (a.taskId < b.taskId ? -1 : 1));
    });
  }

  data(tenant: string, caseId: string, key: string, version: number): Promise<DataRow | undefined> {
    return this.#db.read(['caseData'], async (rows) => {
      const row = await rows.get('caseData', [tenant, caseId, key, version]);
      return row && dataOf(row);
    });
  }

  casesWithFile(tenant: string, fileId: string): Promise<readonly string[]> {
    return this.#db.read(['caseFiles'], async (rows) => {
      const kept = await rows.all('caseFiles', { range: beginningWith(tenant, fileId) });
      return kept.map(({ caseId }) => caseId);
    });
  }

  subscriptions(tenant: string, name: string, key: string): Promise<readonly SubscriptionRow[]> {
    return this.#subscriptions(beginningWith(tenant, name, key), 'byName');
  }

  subscriptionsOf(tenant: string, caseId: string): Promise<readonly SubscriptionRow[]> {
    return this.#subscriptions(beginningWith(tenant, caseId));
  }

  keepMessage(message: MessageRow, now: number): Promise<void> {
    return this.#messages.keep(message, now);
  }

  awaitedMessages(now: number, limit: number): Promise<readonly AwaitedMessage[]> {
    return this.#messages.awaited(now, limit);
  }

  dropMessage(tenant: string, messageId: string): Promise<void> {
    return this.#messages.drop(tenant, messageId);
  }

  draft(tenant: string, taskId: string): Promise<TaskDraft | undefined> {
    return this.#db.read(['taskDrafts'], async (rows) => {
      const kept = await rows.get('taskDrafts', [tenant, taskId]);
      return kept && fromJson<TaskDraft>(kept.draft);
    });
  }

  saveDraft(change: { readonly draft: TaskDraft; readonly expectedRevision: number; readonly command: CommandRow }): Promise<DraftResult> {
    const { draft, expectedRevision, command } = change;
    const { tenant, taskId } = draft;
    return this.#db.write(['tasks', 'taskDrafts', 'commands'], async (rows) => {
      const [repeated, kept] = await Promise.all([this.#commands.repeated(rows, tenant, command), rows.get('tasks', [tenant, taskId])]);
      if (repeated !== undefined) return repeated;
      const revision = kept?.revision ?? 0;
      if (kept === undefined || revision !== expectedRevision || taskOf(kept).status !== 'open') return { kind: 'stale', revision };
      rows.put('tasks', { ...kept, revision: revision + 1 });
      rows.put('taskDrafts', { tenant, taskId, draft: JSON.stringify(draft) });
      this.#commands.remember(rows, tenant, command);
      return { kind: 'saved', revision: revision + 1 };
    });
  }

  leaseTimers(request: LeaseRequest): Promise<readonly TimerRow[]> {
    return this.#timers.lease(request);
  }

  leaseJobs(request: LeaseRequest): Promise<readonly JobRow[]> {
    return this.#jobs.lease(request);
  }

  finish(tenant: string, caseId: string, work: { readonly timerId: string } | { readonly jobId: string }): Promise<void> {
    return 'timerId' in work ? this.#timers.finish(tenant, caseId, work.timerId) : this.#jobs.finish(tenant, caseId, work.jobId);
  }

  nextDue(): Promise<number | undefined> {
    return this.#db.read(['timers', 'jobs'], async (rows) => {
      const dues = await Promise.all([this.#timers.nextDue(rows), this.#jobs.nextDue(rows)]);
      const instants = dues.filter((instant) => instant !== undefined);
      return instants.length === 0 ? undefined : Math.min(...instants);
    });
  }

  audit(tenant: string, caseId: string): Promise<CaseAudit | undefined> {
    return this.#db.read(['journal', 'caseData'], async (rows) => {
      const [links, data] = await Promise.all([
        linksOf(rows, tenant, caseId),
        rows.all('caseData', { range: beginningWith(tenant, caseId) }),
      ]);
      return links.length === 0 ? undefined : { links: links.map(linkOf), data: data.map(saltedDataOf) };
    });
  }

  eventsOf(tenant: string, caseId: string, after = 0): Promise<readonly EventRow[]> {
    return this.#db.read(['journal'], async (rows) =>
      (await linksOf(rows, tenant, caseId)).flatMap(rowsOfLink).filter(({ seq }) => seq > after),
    );
  }

  eventsSince(cursor: number, limit: number, tenant?: string): Promise<readonly OutboxRow[]> {
    return this.#db.read(['journal'], (rows) => eventsSince(rows, cursor, limit, tenant));
  }

  lastCursor(): Promise<number> {
    return this.#db.read(['journal'], lastCursor);
  }

  async #commit(rows: Rows, commit: CaseCommit): Promise<CommitResult> {
    const { tenant, caseId, command, expectedVersion, guard, erase } = commit;
    const [repeated, found, last, links] = await Promise.all([
      this.#commands.repeated(rows, tenant, command),
      this.#writer.find(rows, commit),
      lastCursor(rows),
      erase === undefined ? [] : linksOf(rows, tenant, caseId),
    ]);
    if (repeated !== undefined) return repeated;
    if ((found.kept?.version ?? 0) !== expectedVersion) return { kind: 'conflict' };
    const revision = guard === undefined ? 0 : (found.tasks.get(guard.taskId)?.revision ?? 0);
    if (guard !== undefined && revision !== guard.revision) return { kind: 'stale', revision };
    if (erase !== undefined) erasePerson(rows, links, erase.person);
    this.#writer.put(rows, commit, found);
    this.#commands.remember(rows, tenant, command);
    return { kind: 'committed', version: expectedVersion + 1, cursor: append(rows, commit, last) };
  }

  #subscriptions(range: IDBKeyRange, index?: 'byName'): Promise<readonly SubscriptionRow[]> {
    return this.#db.read(['subscriptions'], async (rows) => {
      const kept = await rows.all('subscriptions', index === undefined ? { range } : { range, index });
      return kept.map(({ subscription }) => fromJson<SubscriptionRow>(subscription));
    });
  }
}

// helpers

function dataOf({ key, version, values }: Tables['caseData']): DataRow {
  return { key, version, values: fromJson<JsonObject>(values) };
}

function saltedDataOf(row: Tables['caseData']): DataRow {
  return row.salt === undefined ? dataOf(row) : { ...dataOf(row), salt: row.salt };
}
