/** Writes what one transition changes, row by row; always inside a write of the connection. */
import type { CaseCommit, CaseRow, DataRow, JobRow, SubscriptionRow, TimerRow } from '@tongban/runtime';
import type { Connection } from './connection.ts';
import { differing, differs, StatementTexts } from './differing.ts';
import type { SqliteValue } from './driver.ts';
import { lightColumns } from './light-columns.ts';
import { type KnownTasks, TaskWriter } from './task-writer.ts';

/** Writes the rows of commits. */
export class CaseWriter {
  readonly #db: Connection;
  readonly #tasks: TaskWriter;
  readonly #updates = new StatementTexts(updateOf);

  constructor(connection: Connection) {
    this.#db = connection;
    this.#tasks = new TaskWriter(connection);
  }

  /**
   * Writes the case itself. False, and nothing is written, when it is not in the expected version. `before`, when it is known,
   * is its row in that version: most transitions leave it as it is, and then so do we.
   */
  putCase({ tenant, caseId, expectedVersion, row, state, link }: CaseCommit, cursor: number, before: CaseRow | undefined): boolean {
    const text = JSON.stringify(state);
    if (row === before) return this.#db.counted(UPDATE_STATE, text, link.hash, cursor, tenant, caseId, expectedVersion).changes === 1;
    const rest = [JSON.stringify(row), text, link.hash, cursor, tenant, caseId];
    if (expectedVersion === 0) return this.#db.counted(INSERT_CASE, ...listedOf(row), ...rest).changes === 1;
    const { which, values } = differing(listedOf(row), before === undefined ? [] : listedOf(before));
    return this.#db.counted(this.#updates.of(which), ...values, ...rest, expectedVersion).changes === 1;
  }

  /** Writes all else but the command and its link. `known`: the tasks of the case as they are, if that is known. */
  putRest(commit: CaseCommit, known: KnownTasks | undefined): void {
    const { tenant, caseId, timers, jobs, subscriptions } = commit;
    for (const row of commit.data) this.#putData(tenant, caseId, row);
    this.#tasks.put(commit.tasks, known);
    for (const row of timers.set) this.#putTimer(row);
    for (const id of timers.remove) this.#db.run(DELETE_TIMER, tenant, caseId, id);
    for (const row of jobs.set) this.#putJob(row);
    for (const id of jobs.remove) this.#db.run(DELETE_JOB, tenant, caseId, id);
    for (const row of subscriptions.set) this.#putSubscription(row);
    for (const id of subscriptions.remove) this.#db.run(DELETE_SUBSCRIPTION, tenant, caseId, id);
    for (const fileId of commit.files) this.#db.run(PUT_FILE, tenant, fileId, caseId);
  }

  #putData(tenant: string, caseId: string, row: DataRow): void {
    this.#db.run(PUT_DATA, tenant, caseId, row.key, row.version, JSON.stringify(row.values), row.salt ?? '');
  }

  #putTimer(row: TimerRow): void {
    this.#db.run(PUT_TIMER, row.tenant, row.caseId, row.timerId, row.dueAt, row.dueAt);
  }

  #putJob(row: JobRow): void {
    this.#db.run(PUT_JOB, row.tenant, row.caseId, row.jobId, row.dueAt, row.dueAt, JSON.stringify(row));
  }

  #putSubscription(row: SubscriptionRow): void {
    this.#db.run(PUT_SUBSCRIPTION, row.tenant, row.caseId, row.subscriptionId, row.name, row.key, JSON.stringify(row));
    this.#db.run(NOW_AWAITED, row.tenant, row.name, row.key);
  }
}

// The columns of a case that lists search and sort by.
const LISTED = ['measure_id', 'started_by', 'started_at', 'is_open', 'incidents', 'light', 'yellow_at', 'red_at', 'search'];

function listedOf(row: CaseRow): readonly SqliteValue[] {
  const isOpen = row.ended === undefined ? 1 : 0;
  return [row.measureId, row.startedBy.id, row.startedAt, isOpen, row.incidents ?? 0, ...lightColumns(row.light), row.search];
}

const INSERT_CASE = `INSERT INTO cases (${LISTED.join(', ')}, head, state, hash, last_cursor, tenant, case_id, version)
  VALUES (${LISTED.map(() => '?').join(', ')}, ?, ?, ?, ?, ?, ?, 1) ON CONFLICT DO NOTHING`;
const UPDATE_STATE = `UPDATE cases SET state = ?, hash = ?, last_cursor = ?, version = version + 1
  WHERE tenant = ? AND case_id = ? AND version = ?`;

function updateOf(which: number): string {
  const columns = [...LISTED.filter((_, at) => differs(which, at)), 'head'];
  return UPDATE_STATE.replace('SET ', `SET ${columns.map((column) => `${column} = ?`).join(', ')}, `);
}

const PUT_DATA = `INSERT INTO case_data (tenant, case_id, key, version, content, salt) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (tenant, case_id, key, version) DO UPDATE SET content = excluded.content, salt = excluded.salt`;
const PUT_TIMER = `INSERT INTO timers (tenant, case_id, timer_id, due_at, hidden_until) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (tenant, case_id, timer_id) DO UPDATE SET due_at = excluded.due_at, hidden_until = excluded.hidden_until`;
const DELETE_TIMER = 'DELETE FROM timers WHERE tenant = ? AND case_id = ? AND timer_id = ?';
const PUT_JOB = `INSERT INTO jobs (tenant, case_id, job_id, due_at, hidden_until, job) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (tenant, case_id, job_id) DO UPDATE SET due_at = excluded.due_at, hidden_until = excluded.hidden_until, job = excluded.job`;
const DELETE_JOB = 'DELETE FROM jobs WHERE tenant = ? AND case_id = ? AND job_id = ?';
const PUT_SUBSCRIPTION = `INSERT INTO subscriptions (tenant, case_id, subscription_id, name, key, subscription) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (tenant, case_id, subscription_id)
  DO UPDATE SET name = excluded.name, key = excluded.key, subscription = excluded.subscription`;
const NOW_AWAITED = 'UPDATE messages SET awaited = 1 WHERE tenant = ? AND name = ? AND key = ? AND awaited = 0';
const DELETE_SUBSCRIPTION = 'DELETE FROM subscriptions WHERE tenant = ? AND case_id = ? AND subscription_id = ?';
const PUT_FILE = 'INSERT INTO case_files (tenant, file_id, case_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING';
