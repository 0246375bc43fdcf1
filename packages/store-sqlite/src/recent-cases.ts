/**
 * The cases that were worked on last, with their tasks, as they were read or written, so that the next command on one need not read and
 * parse it again. Commits of this connection are followed; when another one changes the database, all of them are let go.
 */
import type { CaseCommit, DataRow, StoredCase, StoredTask, TaskRow } from '@tongban/runtime';
import type { Connection } from './connection.ts';

/** A case with all that a command needs of it. */
export interface RecentCase {
  readonly stored: StoredCase;
  /** Of its last commit. */
  readonly cursor: number;
  /** By opening, then task id. */
  readonly tasks: readonly StoredTask[];
  /** Some of its tasks may have drafts. */
  readonly drafts: boolean;
}

const KEPT = 256;

/** Keeps the 256 cases that were read or written last. */
export class RecentCases {
  readonly #db: Connection;
  /** By case id, least recent first. Two tenants may have given the same id; then only one of the cases is kept. */
  readonly #cases = new Map<string, RecentCase>();
  #dataVersion = -1;

  constructor(connection: Connection) {
    this.#db = connection;
  }

  /** The case as the database has it at this moment, if it is kept. */
  get(tenant: string, caseId: string): RecentCase | undefined {
    this.#forgetWhatOthersChanged();
    return this.#kept(tenant, caseId);
  }

  /** The case in a version, whether others have changed it or not. */
  inVersion(tenant: string, caseId: string, version: number): RecentCase | undefined {
    const kept = this.#kept(tenant, caseId);
    return kept?.stored.version === version ? kept : undefined;
  }

  /** Keeps a case as it was read. */
  put(kept: RecentCase): RecentCase {
    const { caseId } = kept.stored.row;
    this.#cases.delete(caseId);
    this.#cases.set(caseId, kept);
    if (this.#cases.size > KEPT) this.#cases.delete(this.#cases.keys().next().value as string);
    return kept;
  }

  /** Lets go of all of them. */
  clear(): void {
    this.#cases.clear();
  }

  drop(caseId: string): void {
    this.#cases.delete(caseId);
  }

  /** Brings a kept case to what it is after a commit that is on the disk. */
  follow(commit: CaseCommit, cursor: number): void {
    const { tenant, caseId, expectedVersion, row, state, link } = commit;
    const before = expectedVersion === 0 ? NEW_CASE : this.inVersion(tenant, caseId, expectedVersion);
    if (before === undefined || commit.erase !== undefined) {
      this.drop(caseId);
      return;
    }
    const stored = { version: expectedVersion + 1, hash: link.hash, row, state, data: latest(before.stored.data, commit.data) };
    const tasks = commit.tasks.length === 0 ? before.tasks : withTasks(before.tasks, commit.tasks);
    this.put({ stored, cursor, tasks, drafts: before.drafts });
  }

  #forgetWhatOthersChanged(): void {
    const { dataVersion } = this.#db;
    if (dataVersion !== this.#dataVersion) this.clear();
    this.#dataVersion = dataVersion;
  }

  #kept(tenant: string, caseId: string): RecentCase | undefined {
    const kept = this.#cases.get(caseId);
    return kept?.stored.row.tenant === tenant ? kept : undefined;
  }
}

/** What a case has before its first commit. */
export const NEW_CASE = { stored: { data: [] }, tasks: [], drafts: false } as const;

function latest(before: readonly DataRow[], changed: readonly DataRow[]): readonly DataRow[] {
  if (changed.length === 0) return before;
  const byKey = new Map([...before, ...changed].map(({ salt: _salt, ...row }) => [row.key, row]));
  return [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function withTasks(before: readonly StoredTask[], changed: readonly TaskRow[]): readonly StoredTask[] {
  const tasks = [...before];
  const placeOf = placeFinder(before, changed.length);
  for (const row of changed) {
    const at = placeOf(row.taskId);
    if (at < 0) tasks.push({ ...row, revision: 1 });
    else tasks[at] = { ...row, revision: (tasks[at] as StoredTask).revision + 1 };
  }
  return inOrder(tasks, before.length) ? tasks : tasks.sort(byOpening);
}

// What is opened now mostly belongs behind all others.
function inOrder(tasks: readonly StoredTask[], added: number): boolean {
  for (let at = Math.max(added, 1); at < tasks.length; at++) {
    if (byOpening(tasks[at - 1] as StoredTask, tasks[at] as StoredTask) > 0) return false;
  }
  return true;
}

/** Finds the place of a task by its id, -1 for none: one by one as a rule; for many a map is worth its making. */
export function placeFinder(tasks: readonly StoredTask[], wanted: number): (taskId: string) => number {
  if (wanted <= 8) return (taskId) => tasks.findIndex((task) => task.taskId === taskId);
  const places = new Map(tasks.map((task, at) => [task.taskId, at]));
  return (taskId) => places.get(taskId) ?? -1;
}

function byOpening(a: StoredTask, b: StoredTask): number {
  return a.openedAt - b.openedAt || (a.taskId < b.taskId ? -1 : 1);
}
