/**
 * The cases that were worked on last, as they were read or written, so that the next command on one need not read and parse
 * it again. An entry holds for exactly one version, and the version is asked of the database every time: a commit of another
 * process makes it useless, never wrong.
 */
import type { CaseCommit, DataRow, StoredCase } from '@tongban/runtime';
import { RecentMap } from './recent-map.ts';

/** Keeps the most recent cases. */
export class RecentCases {
  readonly #cases = new RecentMap<StoredCase>();

  /** The case, if it is kept in this version. */
  get(tenant: string, caseId: string, version: number): StoredCase | undefined {
    const kept = this.#cases.get(tenant, caseId);
    return kept?.version === version ? kept : undefined;
  }

  /** Keeps a case. */
  put(stored: StoredCase): StoredCase {
    return this.#cases.set(stored.row.tenant, stored.row.caseId, stored);
  }

  /** Brings a kept case to the version after a commit that is on the disk. */
  follow(commit: CaseCommit): void {
    const { tenant, caseId, expectedVersion, row, state } = commit;
    const before = expectedVersion === 0 ? [] : this.get(tenant, caseId, expectedVersion)?.data;
    if (before !== undefined) this.put({ version: expectedVersion + 1, row, state, data: latest([...before, ...commit.data]) });
  }
}

function latest(rows: readonly DataRow[]): readonly DataRow[] {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}
