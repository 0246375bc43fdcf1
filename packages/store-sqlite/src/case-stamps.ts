/**
 * What tells whether something kept of a case still holds: its version, which every commit raises, and the sum of its tasks' revisions,
 * which every draft raises. Asked of the database once for each moment that reads see.
 */
import type { Connection } from './connection.ts';

/** The stamp of a case; all zero when there is none. */
export interface CaseStamp {
  readonly version: number;
  readonly revisions: number;
}

/** The stamps of cases. */
export class CaseStamps {
  readonly #db: Connection;
  readonly #known = new Map<string, CaseStamp>();
  #moment = -1;

  constructor(connection: Connection) {
    this.#db = connection;
  }

  /** The stamp of a case now. */
  of(tenant: string, caseId: string): CaseStamp {
    if (this.#moment !== this.#db.moment) this.#known.clear();
    this.#moment = this.#db.moment;
    const key = `${tenant}\n${caseId}`;
    const stamp = this.#known.get(key) ?? this.#read(tenant, caseId);
    this.#known.set(key, stamp);
    return stamp;
  }

  #read(tenant: string, caseId: string): CaseStamp {
    const row = this.#db.get(SELECT_STAMP, tenant, caseId);
    return { version: Number(row?.['version'] ?? 0), revisions: Number(row?.['revisions'] ?? 0) };
  }
}

const SELECT_STAMP = `SELECT c.version, (SELECT total(revision) FROM tasks t WHERE t.tenant = c.tenant AND t.case_id = c.case_id) AS revisions
  FROM cases c WHERE c.tenant = ? AND c.case_id = ?`;
