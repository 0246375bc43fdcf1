/** Lists of cases and of done tasks: tenant first, then what the box asks, text, light and place. The inbox is in `todo-list.ts`. */
import type { Light, Page } from '@tongban/model';
import {
  type CaseListQuery,
  type CaseRow,
  comparePlaces,
  cursorOf,
  type ListQuery,
  type Place,
  placeOf,
  type StoredTask,
  searchText,
  type TaskLine,
  type TaskListQuery,
  type TaskRow,
  totalOf,
} from '@tongban/runtime';
import type { Connection } from './connection.ts';
import type { SqliteRow } from './driver.ts';
import { fromJson } from './json-text.ts';
import { type Condition, lightIs, lightRanges } from './light-columns.ts';

/** One page of cases, latest start first. */
export function listCases(db: Connection, query: CaseListQuery): Page<CaseRow> {
  const { startedBy, measureId, open, incidents } = query;
  const conditions: Condition[] = [equal('c.tenant', query.tenant)];
  if (startedBy !== undefined) conditions.push(equal('c.started_by', startedBy));
  if (measureId !== undefined) conditions.push(equal('c.measure_id', measureId));
  if (incidents === true) conditions.push({ sql: 'c.incidents > 0', values: [] });
  if (open !== undefined) conditions.push(equal('c.is_open', open ? 1 : 0));
  const plan = {
    from: 'cases c',
    columns: 'c.head',
    condition: [...conditions, ...textIn(query)].reduce(both),
    order: 'c.started_at',
    id: 'c.case_id',
    read: (row: SqliteRow) => fromJson<CaseRow>(row['head']),
  };
  return query.light === undefined ? latestFirst(db, query, plan) : latestOfLight(db, query, plan, query.light);
}

/** One page of the tasks that the seeker closed, or somebody in their place, latest first. */
export function listDone(db: Connection, query: TaskListQuery): Page<TaskLine> {
  const values = [query.tenant, query.seeker.id];
  const by = { sql: `t.tenant = ? AND t.status = 'done' AND t.closed_by = ?`, values };
  const inTheirPlace = { sql: `t.tenant = ? AND t.status = 'done' AND t.closed_as <> '' AND t.closed_as = ?`, values };
  const asked = textAndLight(query);
  const plan = { columns: 't.task, t.revision, c.head', order: 't.closed_at', id: 't.task_id' };
  const trays = [
    { from: `tasks t INDEXED BY tasks_done ${WITH_CASE}`, condition: [by, ...asked].reduce(both) },
    { from: `tasks t INDEXED BY tasks_done_for ${WITH_CASE}`, condition: [inTheirPlace, ...asked].reduce(both) },
  ];
  const rows = trays.flatMap((tray) => latestRows(db, query, { ...plan, ...tray }));
  const counted = trays.reduce((sum, { from, condition }) => sum + count(db, query, from, condition), 0);
  const sorted = rows.sort((a, b) => comparePlaces(placeOfRow(a), placeOfRow(b), -1));
  return pageOfRows(query, sorted.slice(0, query.limit + 1), counted, taskLineOf);
}

/** One page of the copies for the seeker or their department, latest first. */
export function listCopied(db: Connection, query: TaskListQuery): Page<TaskLine> {
  const { id, department = '' } = query.seeker;
  const mine = `iif(t.persons = '', t.department = ?, EXISTS (SELECT 1 FROM json_each(t.persons) WHERE value = ?))`;
  const copied = { sql: `t.status = 'copied' AND t.tenant = ? AND ${mine}`, values: [query.tenant, department, id] };
  return latestFirst(db, query, {
    from: `tasks t INDEXED BY tasks_copied ${WITH_CASE}`,
    columns: 't.task, t.revision, c.head',
    condition: [copied, ...textAndLight(query)].reduce(both),
    order: 't.opened_at',
    id: 't.task_id',
    read: taskLineOf,
  });
}

/** Joins the heads of their cases `c` to tasks `t`. */
export const WITH_CASE = 'CROSS JOIN cases c ON c.tenant = t.tenant AND c.case_id = t.case_id';

/** A task from its columns `task` and `revision`. */
export function taskOf(row: SqliteRow): StoredTask {
  return { ...fromJson<TaskRow>(row['task']), revision: row['revision'] as number };
}

/** A line of a task list from a row. */
export function taskLineOf(row: SqliteRow): TaskLine {
  return { task: taskOf(row), case: fromJson<CaseRow>(row['head']) };
}

/** What a list of tasks `t` asks of text and light. */
export function textAndLight(query: ListQuery): readonly Condition[] {
  return query.light === undefined ? textIn(query) : [...textIn(query), lightIs('t', query.light, query.now)];
}

/** Both conditions. */
export function both(a: Condition, b: Condition): Condition {
  return { sql: `${a.sql} AND ${b.sql}`, values: [...a.values, ...b.values] };
}

/** How many rows a condition finds; one more than the query wants counted when there are more. */
export function count(db: Connection, { countUpTo = -2 }: ListQuery, from: string, { sql, values }: Condition): number {
  const row = db.get(`SELECT count(*) AS total FROM (SELECT 1 FROM ${from} WHERE ${sql} LIMIT ?)`, ...values, countUpTo + 1);
  return Number(row?.['total']);
}

/** The columns by which a page finds its place again. */
export function placeColumns(order: string, id: string): string {
  return `${order} AS place_order, ${id} AS place_id`;
}

/** The place of a row that has the columns of {@link placeColumns}. */
export function placeOfRow(row: SqliteRow): Place {
  return { order: Number(row['place_order']), id: String(row['place_id']) };
}

/** A page of the first `limit` of the rows, which are one more when there is more to come. */
export function pageOfRows<Entry>(
  query: ListQuery,
  rows: readonly SqliteRow[],
  counted: number,
  read: (row: SqliteRow) => Entry,
): Page<Entry> {
  const entries = rows.slice(0, query.limit).map(read);
  const last = rows.length > query.limit ? rows[query.limit - 1] : undefined;
  const total = totalOf(counted, query.countUpTo);
  return last === undefined ? { entries, ...total } : { entries, ...total, cursor: cursorOf(placeOfRow(last)) };
}

// helpers

/** What a list asks of the text of cases `c`; `instr` takes it as it is: no character is a pattern. */
function textIn({ text }: ListQuery): readonly Condition[] {
  const wanted = searchText(text);
  return wanted === undefined ? [] : [{ sql: 'instr(c.search, ?) > 0', values: [wanted] }];
}

interface ListPlan {
  readonly from: string;
  readonly columns: string;
  readonly condition: Condition;
  /** The column of the number that orders the list, largest first; then the id. */
  readonly order: string;
  readonly id: string;
}

type ReadPlan<Entry> = ListPlan & { readonly read: (row: SqliteRow) => Entry };

function latestFirst<Entry>(db: Connection, query: ListQuery, plan: ReadPlan<Entry>): Page<Entry> {
  return pageOfRows(query, latestRows(db, query, plan), count(db, query, plan.from, plan.condition), plan.read);
}

/** So many rows are put in order sooner than found among all others. */
const FEW = 1000;

// Few cases of a light are taken from where it is kept; the latest of many are soon found among all.
function latestOfLight<Entry>(db: Connection, query: CaseListQuery, plan: ReadPlan<Entry>, light: Light): Page<Entry> {
  const ranges = lightRanges('c', light, query.now);
  const all = ranges.map((range) => count(db, { ...query, countUpTo: FEW }, BY_LIGHT, both(range, equal('c.tenant', query.tenant))));
  if (sum(all) > FEW) return latestFirst(db, query, { ...plan, condition: both(plan.condition, lightIs('c', light, query.now)) });
  const plans = ranges.map((range) => ({ ...plan, from: BY_LIGHT, condition: both(range, plan.condition) }));
  const counted = sum(plans.map(({ from, condition }) => count(db, query, from, condition)));
  const rows = plans.flatMap((one) => latestRows(db, query, one)).sort((a, b) => comparePlaces(placeOfRow(a), placeOfRow(b), -1));
  return pageOfRows(query, rows.slice(0, query.limit + 1), counted, plan.read);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

const BY_LIGHT = 'cases c INDEXED BY cases_by_light';

function latestRows(db: Connection, query: ListQuery, { from, columns, condition, order, id }: ListPlan): SqliteRow[] {
  const { sql, values } = query.cursor === undefined ? condition : both(condition, after(placeOf(query.cursor), order, id));
  const select = `SELECT ${columns}, ${placeColumns(order, id)} FROM ${from}`;
  return [...db.all(`${select} WHERE ${sql} ORDER BY ${order} DESC, ${id} LIMIT ?`, ...values, query.limit + 1)];
}

function after(place: Place, order: string, id: string): Condition {
  return { sql: `${order} <= ? AND (${order} < ? OR ${id} > ?)`, values: [place.order, place.order, place.id] };
}

function equal(column: string, value: string | number): Condition {
  return { sql: `${column} = ?`, values: [value] };
}
