/** Cases: states, documents, tasks, drafts, work, events. Each method is one transaction. */
import type { Json, JsonObject, Page } from '@tongban/model';
import type {
  AwaitedMessage,
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
import { listCases, listTasks, taskOf } from './case-lists.ts';
import { CaseStamps } from './case-stamps.ts';
import { CaseWriter } from './case-writer.ts';
import { CommandBook } from './command-book.ts';
import type { Connection } from './connection.ts';
import type { SqliteRow } from './driver.ts';
import { EarlyMessages } from './early-messages.ts';
import { fromJson } from './json-text.ts';
import { RecentCases } from './recent-cases.ts';
import { RecentTasks } from './recent-tasks.ts';
import { JOBS, TIMERS, WorkQueue } from './work-queue.ts';

const CONFLICT: CommitResult = { kind: 'conflict' };
const SELECT_LATEST_DATA = `SELECT d.key, d.version, d.content FROM case_data d WHERE d.tenant = ? AND d.case_id = ? AND NOT EXISTS
    (SELECT 1 FROM case_data n WHERE n.tenant = d.tenant AND n.case_id = d.case_id AND n.key = d.key AND n.version > d.version)
  ORDER BY d.key`;

/** Keeps cases in the database. */
export class SqliteCaseStore implements CaseStore {
  readonly #db: Connection;
  readonly #commands: CommandBook;
  readonly #writer: CaseWriter;
  readonly #stamps: CaseStamps;
  readonly #messages: EarlyMessages;
  readonly #recent = new RecentCases();
  readonly #recentTasks = new RecentTasks();
  readonly #timers: WorkQueue<TimerRow>;
  readonly #jobs: WorkQueue<JobRow>;

  constructor(connection: Connection) {
    this.#db = connection;
    this.#commands = new CommandBook(connection, 'commands');
    this.#writer = new CaseWriter(connection);
    this.#stamps = new CaseStamps(connection);
    this.#messages = new EarlyMessages(connection);
    this.#timers = new WorkQueue(connection, TIMERS);
    this.#jobs = new WorkQueue(connection, JOBS);
  }

  async load(tenant: string, caseId: string): Promise<StoredCase | undefined> {
    const { version } = this.#stamps.of(tenant, caseId);
    if (version === 0) return undefined;
    return this.#recent.get(tenant, caseId, version) ?? this.#recent.put(this.#read(tenant, caseId));
  }

  async commit(commit: CaseCommit): Promise<CommitResult> {
    const result = await this.#db.write(() => this.#commit(commit));
    if (result.kind === 'committed') {
      this.#recent.follow(commit);
      this.#recentTasks.follow(commit);
    }
    return result;
  }

  async seen(tenant: string, actorId: string, commandId: string): Promise<Json | undefined> {
    return this.#commands.answer(tenant, actorId, commandId);
  }

  async cases(query: CaseListQuery): Promise<Page<CaseRow>> {
    return listCases(this.#db, query);
  }

  async tasks(query: TaskListQuery): Promise<Page<TaskLine>> {
    return listTasks(this.#db, query);
  }

  async task(tenant: string, taskId: string): Promise<StoredTask | undefined> {
    const row = this.#db.get('SELECT task, revision FROM tasks WHERE tenant = ? AND task_id = ?', tenant, taskId);
    return row && taskOf(row);
  }

  async tasksOf(tenant: string, caseId: string): Promise<readonly StoredTask[]> {
    const { version, revisions } = this.#stamps.of(tenant, caseId);
    const kept = this.#recentTasks.get(tenant, caseId, version, revisions);
    if (kept !== undefined) return kept;
    const select = 'SELECT task, revision FROM tasks WHERE tenant = ? AND case_id = ? ORDER BY opened_at, task_id';
    return this.#recentTasks.put(tenant, caseId, version, this.#db.all(select, tenant, caseId).map(taskOf));
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

  async awaitedMessages(now: number, limit: number): Promise<readonly AwaitedMessage[]> {
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
    return this.#db.write((): DraftResult => {
      const answer = this.#commands.answer(tenant, command.actorId, command.commandId);
      if (answer !== undefined) return { kind: 'repeated', answer };
      const task = this.#taskHead(tenant, taskId);
      const revision = Number(task?.['revision'] ?? 0);
      if (task?.['status'] !== 'open' || revision !== expectedRevision) return { kind: 'stale', revision };
      this.#db.run('UPDATE tasks SET revision = revision + 1 WHERE tenant = ? AND task_id = ?', tenant, taskId);
      this.#db.run(
        `INSERT INTO task_drafts (tenant, task_id, draft) VALUES (?, ?, ?)
         ON CONFLICT (tenant, task_id) DO UPDATE SET draft = excluded.draft`,
        tenant,
        taskId,
        JSON.stringify(draft),
      );
      this.#commands.remember(tenant, command);
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

  async nextDue(): Promise<number | undefined> {
    const instants = [this.#timers.nextDue(), this.#jobs.nextDue()].filter((instant) => instant !== undefined);
    return instants.length === 0 ? undefined : Math.min(...instants);
  }

  async eventsOf(tenant: string, caseId: string, after = 0): Promise<readonly EventRow[]> {
    return this.#db
      .all('SELECT * FROM events WHERE tenant = ? AND case_id = ? AND seq > ? ORDER BY seq', tenant, caseId, after)
      .map(eventOf);
  }

  async eventsSince(cursor: number, limit: number, tenant?: string): Promise<readonly OutboxRow[]> {
    const rows =
      tenant === undefined
        ? this.#db.all('SELECT * FROM events WHERE cursor > ? ORDER BY cursor LIMIT ?', cursor, limit)
        : this.#db.all('SELECT * FROM events WHERE cursor > ? AND +tenant = ? ORDER BY cursor LIMIT ?', cursor, tenant, limit);
    return rows.map((row) => ({ ...eventOf(row), cursor: row['cursor'] as number }));
  }

  async lastCursor(): Promise<number> {
    return this.#lastCursor();
  }

  // Writes without asking first: what stands in the way is rare, and shows in the rows that were not written.
  #commit(commit: CaseCommit): CommitResult {
    const { tenant, caseId, command, expectedVersion } = commit;
    if (!this.#commands.remember(tenant, command)) return this.#commands.repeated(tenant, command);
    const before = this.#recent.get(tenant, caseId, expectedVersion)?.row;
    const refused = this.#staleGuard(commit) ?? (this.#writer.putCase(commit, before) ? undefined : CONFLICT);
    if (refused !== undefined) {
      this.#commands.forget(tenant, command);
      return refused;
    }
    const cursor = this.#writer.putRest(commit) ?? this.#lastCursor();
    return { kind: 'committed', version: expectedVersion + 1, cursor };
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

  #read(tenant: string, caseId: string): StoredCase {
    const row = this.#db.get('SELECT version, head, state FROM cases WHERE tenant = ? AND case_id = ?', tenant, caseId);
    const data = this.#db.all(SELECT_LATEST_DATA, tenant, caseId);
    return {
      version: Number(row?.['version']),
      row: fromJson<CaseRow>(row?.['head']),
      state: fromJson<JsonObject>(row?.['state']),
      data: data.map(dataOf),
    };
  }

  #lastCursor(): number {
    return Number(this.#db.get('SELECT max(cursor) AS last FROM events')?.['last'] ?? 0);
  }

  #taskHead(tenant: string, taskId: string): SqliteRow | undefined {
    return this.#db.get('SELECT revision, status FROM tasks WHERE tenant = ? AND task_id = ?', tenant, taskId);
  }
}

function dataOf(row: SqliteRow): DataRow {
  return { key: row['key'] as string, version: row['version'] as number, values: fromJson<JsonObject>(row['content']) };
}

function eventOf(row: SqliteRow): EventRow {
  return {
    tenant: row['tenant'] as string,
    caseId: row['case_id'] as string,
    seq: row['seq'] as number,
    at: row['at'] as number,
    kind: row['kind'] as string,
    event: fromJson<JsonObject>(row['event']),
  };
}
