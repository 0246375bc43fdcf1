/** Timers that start cases: those of the current release of each measure. */
import type { LeaseRequest, StartTimerRow } from '@tongban/runtime';
import type { Connection } from './connection.ts';
import { fromJson } from './json-text.ts';

/** Keeps start timers. */
export class StartTimers {
  readonly #db: Connection;

  constructor(connection: Connection) {
    this.#db = connection;
  }

  /** Puts these in the place of those of a measure; inside a write. */
  replace(tenant: string, releaseId: string, starts: readonly StartTimerRow[] = []): void {
    this.#db.run(DELETE_OF_MEASURE, tenant, tenant, releaseId);
    for (const row of starts) this.#put(row);
  }

  /** Those that are due, hidden from others from now on. */
  async lease({ now, leaseMs, limit }: LeaseRequest): Promise<readonly StartTimerRow[]> {
    if (this.#db.get(DUE, now, 1) === undefined) return [];
    return this.#db.write(() => {
      const rows = this.#db.all(DUE, now, limit).map((row) => fromJson<StartTimerRow>(row['start']));
      for (const row of rows) this.#db.run(HIDE, now + leaseMs, ...keyOf(row));
      return rows;
    });
  }

  /** Puts `next` in the place of one that fired, or takes it away. */
  move(fired: StartTimerRow, next?: StartTimerRow): Promise<void> {
    return this.#db.write(() => {
      const { changes } = this.#db.counted(DELETE_FIRED, ...keyOf(fired), fired.releaseId, fired.dueAt);
      if (changes === 1 && next !== undefined) this.#put(next);
    });
  }

  /** When the next one comes out of hiding. */
  next(): number | undefined {
    const row = this.#db.get('SELECT min(hidden_until) AS next FROM start_timers');
    return (row?.['next'] as number | null | undefined) ?? undefined;
  }

  #put(row: StartTimerRow): void {
    this.#db.run(INSERT, ...keyOf(row), row.releaseId, row.dueAt, row.dueAt, JSON.stringify(row));
  }
}

function keyOf({ tenant, measureId, nodeId, which }: StartTimerRow): readonly (string | number)[] {
  return [tenant, measureId, nodeId, which];
}

const KEY = 'tenant = ? AND measure_id = ? AND node_id = ? AND which = ?';
const DUE = 'SELECT start FROM start_timers WHERE hidden_until <= ? ORDER BY due_at, measure_id, node_id, which LIMIT ?';
const HIDE = `UPDATE start_timers SET hidden_until = ? WHERE ${KEY}`;
const DELETE_FIRED = `DELETE FROM start_timers WHERE ${KEY} AND release_id = ? AND due_at = ?`;
const DELETE_OF_MEASURE = `DELETE FROM start_timers WHERE tenant = ?
  AND measure_id = (SELECT measure_id FROM releases WHERE tenant = ? AND release_id = ?)`;
const INSERT = `INSERT INTO start_timers (tenant, measure_id, node_id, which, release_id, due_at, hidden_until, start)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;
