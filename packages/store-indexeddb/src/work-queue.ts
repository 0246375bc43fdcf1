/**
 * Timers and jobs that are due: leased to one worker at a time, across cases, tenants and tabs. What was never leased lies in the order in
 * which it is due, what is leased in the order in which the leases end; so a worker reads no more than it takes, and what others let lie.
 */
import type { LeaseRequest } from '@tongban/runtime';
import type { Connection } from './connection.ts';
import { fromJson } from './json-text.ts';
import type { Rows } from './rows.ts';
import type { KeptWork, TableName } from './schema.ts';

type WorkTable = Extract<TableName, 'timers' | 'jobs' | 'startTimers'>;

/** Work as it is put into a queue: whose it is, its id there, and when it is due. */
interface Work {
  readonly tenant: string;
  readonly owner: string;
  readonly workId: string;
  readonly dueAt: number;
}

/** The work kept in one table. */
export class WorkQueue<Row> {
  readonly table: WorkTable;
  readonly #db: Connection;

  constructor(connection: Connection, table: WorkTable) {
    this.#db = connection;
    this.table = table;
  }

  /** Keeps work in place of that of the same id, free to be leased when it is due. */
  put(rows: Rows, { tenant, owner, workId, dueAt }: Work, row: Row): void {
    rows.put(this.table, { tenant, owner, workId, dueAt, free: dueAt, work: JSON.stringify(row) });
  }

  remove(rows: Rows, tenant: string, owner: string, workId: string): void {
    rows.delete(this.table, [tenant, owner, workId]);
  }

  /** Rows that are due, earliest first, hidden from others from now on. Writes nothing when there are none. */
  async lease(request: LeaseRequest): Promise<readonly Row[]> {
    const { now, leaseMs } = request;
    const due = await this.#db.read([this.table], (rows) => this.#due(rows, { ...request, limit: 1 }));
    if (due.length === 0) return [];
    return this.#db.write([this.table], async (rows) => {
      const taken = await this.#due(rows, request);
      for (const { free: _free, ...kept } of taken) rows.put(this.table, { ...kept, leasedUntil: now + leaseMs });
      return taken.map(({ work }) => fromJson<Row>(work));
    });
  }

  /** Takes one away. */
  finish(tenant: string, owner: string, workId: string): Promise<void> {
    return this.#db.write([this.table], async (rows) => this.remove(rows, tenant, owner, workId));
  }

  /** When the next one comes out of hiding. */
  async nextDue(rows: Rows): Promise<number | undefined> {
    const [free, leased] = await Promise.all([rows.first(this.table, { index: 'free' }), rows.first(this.table, { index: 'leased' })]);
    const instants = [free?.free, leased?.leasedUntil].filter((instant) => instant !== undefined);
    return instants.length === 0 ? undefined : Math.min(...instants);
  }

  async #due(rows: Rows, { now, limit }: LeaseRequest): Promise<readonly KeptWork[]> {
    const [free, leased] = await Promise.all([
      rows.all(this.table, { index: 'free', range: IDBKeyRange.upperBound([now, []]), limit }),
      rows.all(this.table, { index: 'leased', range: IDBKeyRange.upperBound(now) }),
    ]);
    return [...free, ...leased].sort(byDue).slice(0, limit);
  }
}

function byDue(a: KeptWork, b: KeptWork): number {
  if (a.dueAt !== b.dueAt) return a.dueAt - b.dueAt;
  if (a.owner !== b.owner) return a.owner < b.owner ? -1 : 1;
  return a.workId < b.workId ? -1 : 1;
}
