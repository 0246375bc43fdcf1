/** The lists of cases and the boxes of people, as trays of the index `places`. */
import type { Page } from '@tongban/model';
import {
  type CaseListQuery,
  type CaseRow,
  isCandidate,
  isInScope,
  type LightPlan,
  type ListQuery,
  lightAt,
  mayAct,
  type StandIn,
  type StoredTask,
  searchText,
  type TaskLine,
  type TaskListQuery,
  type TaskRow,
  type TaskSeeker,
} from '@tongban/runtime';
import { fromJson } from './json-text.ts';
import { type Listing, pageOfListing, type Tray } from './listing.ts';
import type { Rows } from './rows.ts';
import type { KeptHead, KeptTask } from './schema.ts';

/** One page of cases, latest start first. */
export async function listCases(rows: Rows, query: CaseListQuery): Promise<Page<CaseRow>> {
  const admitted = asksMore(query) ? (batch: readonly KeptHead[]) => batch.filter((kept) => meets(query, kept.light, kept)) : undefined;
  const page = await pageOfListing<'heads'>(rows, query, {
    table: 'heads',
    trays: [caseTray(query)],
    direction: -1,
    filter: admitted && (async (_, batch) => admitted(batch)),
  });
  return { ...page, entries: page.entries.map(rowOf) };
}

/** One page of a box. */
export async function listTasks(rows: Rows, query: TaskListQuery): Promise<Page<TaskLine>> {
  const page = await pageOfListing(rows, query, boxOf(query));
  const heads = await headsOf(rows, page.entries);
  return { ...page, entries: page.entries.map((kept) => ({ task: taskOf(kept), case: rowOf(heads.get(kept.caseId) as KeptHead) })) };
}

/** A task as it is handed out. */
export function taskOf({ task, revision }: KeptTask): StoredTask {
  return { ...fromJson<TaskRow>(task), revision };
}

// helpers

// The list that leaves the least to be looked at row by row.
function caseTray({ tenant, startedBy, measureId, open, incidents }: CaseListQuery): Tray<'heads'> {
  const list = caseList({ startedBy, measureId, open, incidents });
  const asked = [incidents, startedBy, measureId, open].filter((value) => value !== undefined);
  if (asked.length <= 1) return { list: [tenant, ...list] };
  const admits = (kept: KeptHead): boolean => {
    const row = rowOf(kept);
    return (
      (startedBy === undefined || row.startedBy.id === startedBy) &&
      (measureId === undefined || row.measureId === measureId) &&
      (open === undefined || open === (row.ended === undefined))
    );
  };
  return { list: [tenant, ...list], admits };
}

function caseList({ startedBy, measureId, open, incidents }: Partial<Record<keyof CaseListQuery, unknown>>): readonly string[] {
  if (incidents !== undefined) return ['incident'];
  if (startedBy !== undefined) return ['starter', startedBy as string];
  if (open === true) return ['open'];
  if (measureId !== undefined) return ['measure', measureId as string];
  return [open === false ? 'ended' : 'all'];
}

function boxOf(query: TaskListQuery): Listing<'tasks'> {
  const { box, tenant, seeker, standsInFor = [] } = query;
  const listing = { table: 'tasks', filter: asksMore(query) ? taskFilter(query) : undefined } as const;
  if (box === 'done') return { ...listing, trays: [{ list: [tenant, 'done', seeker.id] }], direction: -1 };
  if (box === 'copied') return { ...listing, trays: offered([tenant, 'copied'], seeker), direction: -1 };
  const trays = [...todo(tenant, seeker), ...standsInFor.flatMap((other) => todoOfOther(tenant, other))];
  return { ...listing, trays, overlapping: standsInFor.length > 0, direction: 1 };
}

function todo(tenant: string, seeker: TaskSeeker): readonly Tray<'tasks'>[] {
  return [{ list: [tenant, 'assigned', seeker.id] }, ...offered([tenant], seeker)];
}

// What names persons may ask for a role or a department besides.
function offered(before: readonly string[], seeker: TaskSeeker): readonly Tray<'tasks'>[] {
  const roles = ['', ...new Set(seeker.roles)];
  const departments = seeker.department === undefined ? [''] : ['', seeker.department];
  const trays = roles.flatMap((role) => departments.map((department) => ({ list: [...before, 'offered', role, department] })));
  return [...trays, { list: [...before, 'named', seeker.id], admits: (kept) => isCandidate(taskOf(kept).candidates, seeker) }];
}

// The trays of somebody whom the seeker stands in for, as far as the scope goes.
function todoOfOther(tenant: string, { seeker, scope }: StandIn): readonly Tray<'tasks'>[] {
  const admits = (kept: KeptTask): boolean => {
    const task = taskOf(kept);
    return mayAct(task, seeker) && isInScope(scope, task, kept.measureId);
  };
  return todo(tenant, seeker).map(({ list }) => ({ list, admits }));
}

function asksMore(query: ListQuery): boolean {
  return query.light !== undefined || searchText(query.text) !== undefined;
}

// Text is looked for in the case of a task.
function taskFilter(query: ListQuery): Listing<'tasks'>['filter'] {
  return async (rows, batch) => {
    const heads = searchText(query.text) === undefined ? undefined : await headsOf(rows, batch);
    return batch.filter((kept) => meets(query, kept.light, heads?.get(kept.caseId)));
  };
}

function meets(query: ListQuery, light: LightPlan | undefined, head: KeptHead | undefined): boolean {
  const wanted = searchText(query.text);
  if (wanted !== undefined && head?.search.includes(wanted) !== true) return false;
  return query.light === undefined || (light !== undefined && lightAt(light, query.now) === query.light);
}

/** The heads of the cases of tasks, by case id. */
async function headsOf(rows: Rows, tasks: readonly KeptTask[]): Promise<ReadonlyMap<string, KeptHead | undefined>> {
  const cases = new Map(tasks.map(({ tenant, caseId }) => [caseId, [tenant, caseId]]));
  return new Map(await Promise.all([...cases].map(async ([caseId, key]) => [caseId, await rows.get('heads', key)] as const)));
}

function rowOf({ head }: KeptHead): CaseRow {
  return fromJson<CaseRow>(head);
}
