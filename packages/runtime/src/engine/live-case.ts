/** A case as the engine works on it: its state put together from the store, its release, its tasks. */
import type { FormValues } from '@tongban/model';
import type { CaseData, CaseState } from '../core/state.ts';
import type { CaseRow, DataRow, Storage, StoredTask } from '../store/store.ts';
import type { ReadyRelease, ReadyReleases } from './ready-release.ts';

/** A case that was loaded. */
export interface LiveCase {
  readonly tenant: string;
  readonly caseId: string;
  readonly version: number;
  /** Hash of its last link in the audit chain. */
  readonly hash: string;
  readonly row: CaseRow;
  readonly state: CaseState;
  readonly ready: ReadyRelease;
  /** All tasks it ever had. */
  readonly tasks: readonly StoredTask[];
}

/** Loads a case of a tenant. */
export async function loadCase(storage: Storage, releases: ReadyReleases, tenant: string, caseId: string): Promise<LiveCase | undefined> {
  const stored = await storage.cases.load(tenant, caseId);
  if (stored === undefined) return undefined;
  const { version, hash, row } = stored;
  const state = { ...(stored.state as unknown as CaseState), data: dataOf(stored.data) };
  const { calendar } = state;
  const atHand = calendar === undefined ? releases.atHand(tenant, row.releaseId) : undefined;
  const ready = atHand ?? (await releases.get(tenant, row.releaseId, calendar));
  if (ready === undefined) return undefined;
  const tasks = await storage.cases.tasksOf(tenant, caseId);
  return { tenant, caseId, version, hash, row, state, ready, tasks };
}

/** The rows of the form values that differ between two states of a case. */
export function changedData(before: CaseData, after: CaseData): readonly DataRow[] {
  return Object.entries(after)
    .filter(([key, form]) => before[key]?.version !== form.version)
    .map(([key, form]) => ({ key, version: form.version, values: form.values }));
}

/** The current values of a form, by its key. */
export function valuesOf(state: CaseState, formKey: string): FormValues {
  return Object.hasOwn(state.data, formKey) ? (state.data[formKey]?.values ?? {}) : {};
}

// helpers

// A store that keeps a case hands out the same rows until they change.
const known = new WeakMap<readonly DataRow[], CaseData>();

function dataOf(rows: readonly DataRow[]): CaseData {
  const before = known.get(rows);
  if (before !== undefined) return before;
  const data = dataFrom(rows);
  known.set(rows, data);
  return data;
}

function dataFrom(rows: readonly DataRow[]): CaseData {
  const sorted = [...rows].sort((a, b) => (a.key < b.key ? -1 : 1));
  return Object.fromEntries(sorted.map(({ key, version, values }) => [key, { version, values }]));
}
