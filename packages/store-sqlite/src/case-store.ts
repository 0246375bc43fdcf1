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
import { listCases, listCopied, listDone, taskOf } from './case-lists.ts';
import { CaseWriter } from './case-writer.ts';
import type { Connection } from './connection.ts';
import type { SqliteRow } from './driver.ts';
import { EarlyMessages } from './early-messages.ts';
import { type Appended, Journal, type JournalEntry, rowsOfLink } from './journal.ts';
import { fromJson } from './json-text.ts';
import { NEW_CASE, type RecentCase, RecentCases } from './recent-cases.ts';
import { listTodo } from './todo-list.ts';
import { JOBS, TIMERS, WorkQueue } from './work-queue.ts';

const CONFLICT: CommitResult = { kind: 'conflict' };
const SELECT_CASE = 'SELECT version, hash, last_cursor, head, state FROM cases WHERE tenant = ? AND case_id = ?';
// The ids of a case's tasks begin with its own and a dot, which is followed by the slash in ASCII.
const SELECT_TASKS = `SELECT task, revision FROM tasks WHERE tenant = ? AND task_id > ? AND task_id < ? AND case_id = ?
  ORDER BY opened_at, task_id`;
const SELECT_ANY_DRAFT = 'SELECT 1 FROM task_drafts WHERE tenant = ? AND task_id > ? AND task_id < ? LIMIT 1';
const SELECT_LATEST_DATA = `SELECT d.key, d.version, d.content FROM case_data d WHERE d.tenant = ? AND d.case_id = ? AND NOT EXISTS
    (SELECT 1 FROM case_data n WHERE n.tenant = d.tenant AND n.case_id = d.case_id AND n.key = d.key AND n.version > d.version)
  ORDER BY d.key`;

/** Keeps cases in the database. */
export class SqliteCaseStore implements CaseStore {
  readonly #db: Connection;
  readonly #journal: Journal;
  readonly #writer: CaseWriter;
  readonly #messages: EarlyMessages;
  readonly #recent: RecentCases;
  readonly #timers: WorkQueue<TimerRow>;
  readonly #jobs: WorkQueue<JobRow>;

  constructor(connection: Connection) {
    this.#db = connection;
    this.#journal = new Journal(connection);
    this.#recent = new RecentCases(connection);
    this.#writer = new CaseWriter(connection);
    this.#messages = new EarlyMessages(connection);
    this.#timers = new WorkQueue(connection, TIMERS);
    this.#jobs = new WorkQueue(connection, JOBS);
  }

  async load(tenant: string, caseId: string): Promise<StoredCase | undefined> {
    return this.#whole(tenant, caseId)?.stored;
  }

  commit(commit: CaseCommit): Promise<CommitResult> {
    return this.#db.write(
      () => (commit.erase === undefined ? this.#commit(commit) : this.#overwriting(() => this.#commit(commit))),
      (result) => {
        if (result.kind === 'committed') this.#recent.follow(commit, result.cursor);
      },
    );
  }

  async seen(tenant: string, actorId: string, commandId: string): Promise<Json | undefined> {
    return this.#journal.answer(tenant, actorId, commandId);
  }

  async cases(query: CaseListQuery): Promise<Page<CaseRow>> {
    return listCases(this.#db, query);
  }

  async tasks(query: TaskListQuery): Promise<Page<TaskLine>> {
    const lists = { todo: listTodo, done: listDone, copied: listCopied };
    return lists[query.box](this.#db, query);
  }

  async task(tenant: string, taskId: string): Promise<StoredTask | undefined> {
    const row = this.#db.get('SELECT task, revision FROM tasks WHERE tenant = ? AND task_id = ?', tenant, taskId);
    return row && taskOf(row);
  }

  async tasksOf(tenant: string, caseId: string): Promise<readonly StoredTask[]> {
    return this.#whole(tenant, caseId)?.tasks ?? [];
  }

  async data(tenant: string, caseId: string, key: string, version: number): Promise<DataRow | undefined> {
    const select = 'SELECT key, version, content FROM case_data WHERE tenant = ? AND case_id = ? AND key = ? AND version = ?';
    const row = this.#db.get(select, tenant, caseId, key, version);
    return row && dataOf(row);
  }

  async casesWithFile(tenant: string, fileId: string): Promise<readonly string[]> {
    const rows = this.#db.all('SELECT case_id FROM case_files WHERE tenant = ? AND file_id = ? ORDER BY case_id', tenant, fileId);
    return rows.map((row) => row['case_id'] as string);
  }

  async subscriptions(tenant: string, name: string, key: string): Promise<readonly SubscriptionRow[]> {
    const select = `SELECT subscription FROM subscriptions INDEXED BY subscriptions_by_key
      WHERE tenant = ? AND name = ? AND key = ? ORDER BY case_id, subscription_id`;
    return this.#db.all(select, tenant, name, key).map((row) => fromJson<SubscriptionRow>(row['subscription']));
  }

  async subscriptionsOf(tenant: string, caseId: string): Promise<readonly SubscriptionRow[]> {
    const select = 'SELECT subscription FROM subscriptions WHERE tenant = ? AND case_id = ? ORDER BY subscription_id';
    return this.#db.all(select, tenant, caseId).map((row) => fromJson<SubscriptionRow>(row['subscription']));
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

  async draft(tenant: string, taskId: string): Promise<TaskDraft | undefined> {
    const row = this.#db.get('SELECT draft FROM task_drafts WHERE tenant = ? AND task_id = ?', tenant, taskId);
    return row && fromJson<TaskDraft>(row['draft']);
  }

  saveDraft(change: { readonly draft: TaskDraft; readonly expectedRevision: number; readonly command: CommandRow }): Promise<DraftResult> {
    const { draft, expectedRevision, command } = change;
    const { tenant, taskId } = draft;
    let caseId = '';
    const write = (): DraftResult => {
      const answer = this.#journal.answer(tenant, command.actorId, command.commandId);
      if (answer !== undefined) return { kind: 'repeated', answer };
      const task = this.#taskHead(tenant, taskId);
      const revision = Number(task?.['revision'] ?? 0);
      caseId = String(task?.['case_id']);
      if (task?.['status'] !== 'open' || revision !== expectedRevision) return { kind: 'stale', revision };
      this.#db.run('UPDATE tasks SET revision = revision + 1 WHERE tenant = ? AND task_id = ?', tenant, taskId);
      this.#db.run(
        `INSERT INTO task_drafts (tenant, task_id, draft) VALUES (?, ?, ?)
         ON CONFLICT (tenant, task_id) DO UPDATE SET draft = excluded.draft`,
        tenant,
        taskId,
        JSON.stringify(draft),
      );
      this.#journal.remember(tenant, caseId, command);
      return { kind: 'saved', revision: revision + 1 };
    };
    return this.#db.write(write, () => this.#recent.drop(caseId));
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

  async nextDue(): Promise<number | undefined> {
    const instants = [this.#timers.nextDue(), this.#jobs.nextDue()].filter((instant) => instant !== undefined);
    return instants.length === 0 ? undefined : Math.min(...instants);
  }

  async audit(tenant: string, caseId: string): Promise<CaseAudit | undefined> {
    const links = this.#journal.links(tenant, caseId);
    const select = 'SELECT key, version, content, salt FROM case_data WHERE tenant = ? AND case_id = ? ORDER BY key, version';
    const rows = this.#db.all(select, tenant, caseId);
    return links.length === 0 ? undefined : { links, data: rows.map((row) => ({ ...dataOf(row), salt: row['salt'] as string })) };
  }

  async eventsOf(tenant: string, caseId: string, after = 0): Promise<readonly EventRow[]> {
    const links = this.#journal.links(tenant, caseId);
    return links.flatMap((link) => rowsOfLink(tenant, caseId, link)).filter(({ seq }) => seq > after);
  }

  async eventsSince(cursor: number, limit: number, tenant?: string): Promise<readonly OutboxRow[]> {
    return this.#journal.since(cursor, limit, tenant);
  }

  async lastCursor(): Promise<number> {
    return this.#journal.last();
  }

  // Writes without asking first: what stands in the way is rare, and shows in the rows that were not written.
  #commit(commit: CaseCommit): CommitResult {
    const { tenant, caseId, command, expectedVersion, link } = commit;
    const recent = expectedVersion === 0 ? undefined : this.#recent.inVersion(tenant, caseId, expectedVersion);
    const previous = recent?.cursor ?? (expectedVersion === 0 ? 0 : this.#cursorOf(tenant, caseId));
    const appended = this.#append({ tenant, caseId, previous, command, link, events: commit.events.length });
    if (appended === undefined) return this.#journal.repeated(tenant, command);
    const { cursor } = appended;
    const before = appended.othersWrote ? undefined : recent;
    const refused = this.#staleGuard(commit) ?? (this.#writer.putCase(commit, cursor, before?.stored.row) ? undefined : CONFLICT);
    if (refused !== undefined) {
      this.#journal.forget(cursor);
      return refused;
    }
    this.#writer.putRest(commit, expectedVersion === 0 ? NEW_CASE : before);
    if (commit.erase !== undefined) this.#erase(commit, commit.erase, cursor);
    return { kind: 'committed', version: expectedVersion + 1, cursor };
  }

  // What is kept here of cases is up to date whenever something was appended, so that nobody who goes on from it need ask.
  #append(entry: JournalEntry): Appended | undefined {
    const appended = this.#journal.append(entry);
    if (appended === undefined) return undefined;
    if (appended.othersWrote) this.#recent.clear();
    this.#db.vouch();
    return appended;
  }

  // What SQLite frees it would leave in the file; here it is overwritten.
  #overwriting<T>(write: () => T): T {
    this.#db.get('PRAGMA secure_delete = ON');
    try {
      return write();
    } finally {
      this.#db.get('PRAGMA secure_delete = OFF');
    }
  }

  #erase({ tenant, caseId }: CaseCommit, { person, documents }: NonNullable<CaseCommit['erase']>, cursor: number): void {
    this.#journal.erase(tenant, caseId, person, cursor);
    if (documents) this.#db.run('DELETE FROM case_data WHERE tenant = ? AND case_id = ?', tenant, caseId);
  }

  #staleGuard({ tenant, caseId, expectedVersion, guard }: CaseCommit): CommitResult | undefined {
    if (guard === undefined) return undefined;
    const revision = Number(this.#taskHead(tenant, guard.taskId)?.['revision'] ?? 0);
    if (revision === guard.revision) return undefined;
    return this.#version(tenant, caseId) === expectedVersion ? { kind: 'stale', revision } : CONFLICT;
  }

  #version(tenant: string, caseId: string): number {
    return Number(this.#db.get('SELECT version FROM cases WHERE tenant = ? AND case_id = ?', tenant, caseId)?.['version'] ?? 0);
  }

  #cursorOf(tenant: string, caseId: string): number {
    return Number(this.#db.get('SELECT last_cursor FROM cases WHERE tenant = ? AND case_id = ?', tenant, caseId)?.['last_cursor'] ?? 0);
  }

  /** A case with its tasks: kept, or read. */
  #whole(tenant: string, caseId: string): RecentCase | undefined {
    const kept = this.#recent.get(tenant, caseId);
    if (kept !== undefined) return kept;
    const row = this.#db.get(SELECT_CASE, tenant, caseId);
    if (row === undefined) return undefined;
    const stored: StoredCase = {
      version: Number(row['version']),
      hash: row['hash'] as string,
      row: fromJson<CaseRow>(row['head']),
      state: fromJson<JsonObject>(row['state']),
      data: this.#db.all(SELECT_LATEST_DATA, tenant, caseId).map(dataOf),
    };
    const tasks = this.#db.all(SELECT_TASKS, tenant, `${caseId}.`, `${caseId}/`, caseId).map(taskOf);
    const drafts = this.#db.get(SELECT_ANY_DRAFT, tenant, `${caseId}.`, `${caseId}/`) !== undefined;
    return this.#recent.put({ stored, cursor: Number(row['last_cursor']), tasks, drafts });
  }

  #taskHead(tenant: string, taskId: string): SqliteRow | undefined {
    return this.#db.get('SELECT case_id, revision, status FROM tasks WHERE tenant = ? AND task_id = ?', tenant, taskId);
  }
}

function dataOf(row: SqliteRow): DataRow {
  return { key: row['key'] as string, version: row['version'] as number, values: fromJson<JsonObject>(row['content']) };
}
