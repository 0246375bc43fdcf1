/** What the queries of the Store port mean, in one place: stores that cannot say it in their own language filter with these. */
import type { DeputyScope, Deputyship, Light, Page } from '@tongban/model';
import { isJsonObject } from '@tongban/model';
import { raise } from '../errors.ts';
import type { StandIn, TaskListQuery, TaskSeeker } from './case-store.ts';
import type { Candidates, LightPlan, StoredTask } from './rows.ts';

/** The light of a plan at `now`. */
export function lightAt(plan: LightPlan, now: number): Light {
  if (plan.fixed !== undefined) return plan.fixed;
  if (now >= plan.redAt) return 'red';
  return now >= plan.yellowAt ? 'yellow' : 'green';
}

/** Whether `seeker` meets everything that the candidates ask. Candidates that ask nothing admit everybody of the tenant. */
export function isCandidate(candidates: Candidates, seeker: TaskSeeker): boolean {
  return (
    (candidates.persons === undefined || candidates.persons.includes(seeker.id)) &&
    (candidates.role === undefined || seeker.roles.includes(candidates.role)) &&
    (candidates.department === undefined || candidates.department === seeker.department)
  );
}

/** Whether `seeker` may act on the task: it is assigned to them, or to nobody and they are a candidate. */
export function mayAct(task: StoredTask, seeker: TaskSeeker): boolean {
  return task.assignee === undefined ? isCandidate(task.candidates, seeker) : task.assignee.id === seeker.id;
}

/** Whether a task of a case of the measure is within the scope of a deputy. */
export function isInScope(
  { roles, measures, items }: DeputyScope,
  task: Pick<StoredTask, 'candidates' | 'of'>,
  measureId: string,
): boolean {
  const code = isJsonObject(task.of ?? null) ? (task.of as { readonly code?: unknown }).code : task.of;
  return (
    (roles === undefined || (task.candidates.role !== undefined && roles.includes(task.candidates.role))) &&
    (measures === undefined || measures.includes(measureId)) &&
    (items === undefined || (typeof code === 'string' && items.includes(code)))
  );
}

/** Whether a deputyship is over at an instant. */
export function isOver({ endsAt, endedAt = endsAt }: Pick<Deputyship, 'endsAt' | 'endedAt'>, at: number): boolean {
  return Math.min(endsAt, endedAt) <= at;
}

/** What of `kept` would make a chain with a deputyship that is to be kept: its deputy is away, or its principal stands in, in that time (DP4). */
export function chainWith(one: Deputyship, kept: readonly Deputyship[]): Deputyship | undefined {
  const { deputyshipId, principal, deputy, startsAt, endsAt, setAt, endedAt } = one;
  if (endedAt !== undefined) return undefined;
  const after = Math.max(setAt, startsAt);
  const meets = kept.filter((other) => other.deputyshipId !== deputyshipId && other.startsAt < endsAt && !isOver(other, after));
  return meets.find((other) => other.principal.id === deputy.id) ?? meets.find((other) => other.deputy.id === principal.id);
}

/** Whether a task of a case of the measure is in a box of the seeker, or in the to-do box of somebody they stand in for. */
export function isInBox(
  task: StoredTask,
  measureId: string,
  { box, seeker, standsInFor = [] }: Pick<TaskListQuery, 'box' | 'seeker' | 'standsInFor'>,
): boolean {
  const standsIn = ({ seeker: other, scope }: StandIn): boolean => mayAct(task, other) && isInScope(scope, task, measureId);
  if (box === 'todo') return task.status === 'open' && (mayAct(task, seeker) || standsInFor.some(standsIn));
  if (box === 'copied') return task.status === 'copied' && isCandidate(task.candidates, seeker);
  return task.status === 'done' && (task.closedBy?.id === seeker.id || task.closedAs?.id === seeker.id);
}

/** A text as it is searched for: lower case, without spaces at its ends; undefined when nothing is left. */
export function searchText(text: string | undefined): string | undefined {
  const wanted = text?.trim().toLowerCase();
  return wanted === '' ? undefined : wanted;
}

/** The place of a row in its list: a number, then an id. */
export interface Place {
  readonly order: number;
  readonly id: string;
}

/** A place as the opaque cursor of a page. */
export function cursorOf(place: Place): string {
  return `${place.order}~${place.id}`;
}

/** The place a cursor names. @throws RUNTIME_CURSOR_INVALID */
export function placeOf(cursor: string): Place {
  const cut = cursor.indexOf('~');
  const order = Number(cursor.slice(0, cut));
  if (cut < 1 || !Number.isFinite(order)) throw raise('RUNTIME_CURSOR_INVALID', { cursor: cursor.slice(0, 200) });
  return { order, id: cursor.slice(cut + 1) };
}

/** Compares places: by number (`direction` -1: largest first), then by id. */
export function comparePlaces(a: Place, b: Place, direction: 1 | -1): number {
  if (a.order !== b.order) return (a.order - b.order) * direction;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** One page of rows that are already filtered. */
export function pageOf<Row>(
  rows: readonly Row[],
  options: {
    readonly place: (row: Row) => Place;
    readonly direction: 1 | -1;
    readonly cursor?: string | undefined;
    readonly limit: number;
    readonly countUpTo?: number | undefined;
  },
): Page<Row> {
  const { place, direction, limit } = options;
  const sorted = [...rows].sort((a, b) => comparePlaces(place(a), place(b), direction));
  const after = options.cursor === undefined ? undefined : placeOf(options.cursor);
  const rest = after === undefined ? sorted : sorted.filter((row) => comparePlaces(place(row), after, direction) > 0);
  const entries = rest.slice(0, limit);
  const last = entries.at(-1);
  return {
    entries,
    ...totalOf(rows.length, options.countUpTo),
    ...(rest.length > limit && last !== undefined ? { cursor: cursorOf(place(last)) } : {}),
  };
}

/** The total of a page of which `counted` rows were counted, one more than `upTo` when there are more. */
export function totalOf(counted: number, upTo: number | undefined): Pick<Page<unknown>, 'total' | 'totalIsFloor'> {
  return upTo === undefined || counted <= upTo ? { total: counted } : { total: upTo, totalIsFloor: true };
}
