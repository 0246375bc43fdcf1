/** Timers and jobs that are due: leased to one worker at a time, across cases and tenants. */
import type { JobRow, LeaseRequest, TimerRow } from '@tongban/runtime';
import type { Connection } from './connection.ts';
import type { SqliteRow } from './driver.ts';
import { fromJson } from './json-text.ts';

/** The work kept in one table. */
export class WorkQueue<Row> {
  readonly #db: Connection;
  readonly #kind: WorkKind<Row>;

  constructor(connection: Connection, kind: WorkKind<Row>) {
    this.#db = connection;
    this.#kind = kind;
  }

  /** Rows that are due, earliest first, hidden from others from now on. Writes nothing when there are none. */
  async lease(request: LeaseRequest): Promise<readonly Row[]> {
    const { table, id, read } = this.#kind;
    const select = `SELECT * FROM ${table} WHERE hidden_until <= ? ORDER BY due_at, case_id, ${id} LIMIT ?`;
    if (this.#db.get(select, request.now, 1) === undefined) return [];
    const hide = `UPDATE ${table} SET hidden_until = ? WHERE tenant = ? AND case_id = ? AND ${id} = ?`;
    return this.#db.write(() => {
      const rows = this.#db.all(select, request.now, request.limit);
      for (const row of rows) {
        this.#db.run(hide, request.now + request.leaseMs, row['tenant'] as string, row['case_id'] as string, row[id] as string);
      }
      return rows.map(read);
    });
  }

  /** Takes one away. */
  finish(tenant: string, caseId: string, workId: string): Promise<void> {
    const { table, id } = this.#kind;
    return this.#db.write(() => {
      this.#db.run(`DELETE FROM ${table} WHERE tenant = ? AND case_id = ? AND ${id} = ?`, tenant, caseId, workId);
    });
  }

  /** When the next one comes out of hiding. */
  nextDue(): number | undefined {
    const row = this.#db.get(`SELECT min(hidden_until) AS next FROM ${this.#kind.table}`);
    return (row?.['next'] as number | null | undefined) ?? undefined;
  }
}

interface WorkKind<Row> {
  readonly table: 'timers' | 'jobs';
  readonly id: 'timer_id' | 'job_id';
  readonly read: (row: SqliteRow) => Row;
}

/** How timers are kept. */
export const TIMERS: WorkKind<TimerRow> = {
  table: 'timers',
  id: 'timer_id',
  read: (row) => ({
    tenant: row['tenant'] as string,
    caseId: row['case_id'] as string,
    timerId: row['timer_id'] as string,
    dueAt: row['due_at'] as number,
  }),
};

/** How jobs are kept. */
export const JOBS: WorkKind<JobRow> = { table: 'jobs', id: 'job_id', read: (row) => fromJson<JobRow>(row['job']) };
