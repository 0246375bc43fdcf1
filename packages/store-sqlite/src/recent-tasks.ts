/**
 * The tasks of the cases that were worked on last. An entry holds for one version of the case and one sum of its tasks'
 * revisions, both asked of the database every time: every commit raises the one, every draft the other.
 */
import type { CaseCommit, StoredTask, TaskRow } from '@tongban/runtime';
import { RecentMap } from './recent-map.ts';

interface KeptTasks {
  readonly version: number;
  readonly revisions: number;
  /** By opening, then task id. */
  readonly tasks: readonly StoredTask[];
}

/** Keeps the tasks of the most recent cases. */
export class RecentTasks {
  readonly #cases = new RecentMap<KeptTasks>();

  /** The tasks of a case, if they are kept as of this version and sum of revisions. */
  get(tenant: string, caseId: string, version: number, revisions: number): readonly StoredTask[] | undefined {
    const kept = this.#cases.get(tenant, caseId);
    return kept?.version === version && kept.revisions === revisions ? kept.tasks : undefined;
  }

  /** Keeps the tasks that a case has in a version. */
  put(tenant: string, caseId: string, version: number, tasks: readonly StoredTask[]): readonly StoredTask[] {
    const revisions = tasks.reduce((sum, { revision }) => sum + revision, 0);
    return this.#cases.set(tenant, caseId, { version, revisions, tasks }).tasks;
  }

  /** Brings kept tasks to what they are after a commit that is on the disk. */
  follow({ tenant, caseId, expectedVersion, tasks }: CaseCommit): void {
    const kept = this.#cases.get(tenant, caseId);
    const before = expectedVersion === 0 ? [] : kept?.version === expectedVersion ? kept.tasks : undefined;
    if (before !== undefined) this.put(tenant, caseId, expectedVersion + 1, tasks.reduce(withTask, before));
  }
}

function withTask(tasks: readonly StoredTask[], row: TaskRow): readonly StoredTask[] {
  const before = tasks.find(({ taskId }) => taskId === row.taskId);
  const after = { ...row, revision: (before?.revision ?? 0) + 1 };
  const others = tasks.filter((task) => task !== before);
  return [...others, after].sort((a, b) => a.openedAt - b.openedAt || (a.taskId < b.taskId ? -1 : 1));
}
