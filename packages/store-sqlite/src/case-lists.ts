/** Lists of cases and tasks: tenant first, then what the box asks, text, light and place. */
import type { Page } from '@tongban/model';
import {
  type CaseListQuery,
  type CaseRow,
  cursorOf,
  type ListQuery,
  placeOf,
  type StoredTask,
  searchText,
  type TaskLine,
  type TaskListQuery,
  type TaskRow,
  type TaskSeeker,
} from '@tongban/runtime';
import type { Connection } from './connection.ts';
import type { SqliteRow } from './driver.ts';
import { fromJson } from './json-text.ts';
import { type Condition, lightIs } from './light-columns.ts';

/** One page of cases, latest start first. */
export function listCases(db: Connection, query: CaseListQuery): Page<CaseRow> {
  const { startedBy, measureId, open, incidents } = query;
  const conditions: Condition[] = [equal('c.tenant', query.tenant)];
  if (startedBy !== undefined) conditions.push(equal('c.started_by', startedBy));
  if (measureId !== undefined) conditions.push(equal('c.measure_id', measureId));
  if (incidents === true) conditions.push({ sql: 'c.incidents > 0', values: [] });
  if (open !== undefined) conditions.push(equal('c.is_open', open ? 1 : 0));
  return pageOf(db, query, {
    from: 'cases c',
    columns: 'c.head',
    conditions: [...conditions, ...textAndLight(query, 'c')],
    order: 'c.started_at',
    id: 'c.case_id',
    direction: 'DESC',
    read: (row) => fromJson<CaseRow>(row['head']),
  });
}

/** One page of tasks: by urgency (todo), or latest first (done). */
export function listTasks(db: Connection, query: TaskListQuery): Page<TaskLine> {
  const { tenant, box, seeker } = query;
  const inBox =
    box === 'todo'
      ? todoOf(tenant, seeker)
      : { sql: `t.tenant = ? AND t.status = 'done' AND t.closed_by = ?`, values: [tenant, seeker.id] };
  return pageOf(db, query, {
    from: 'tasks t JOIN cases c ON c.tenant = t.tenant AND c.case_id = t.case_id',
    columns: 't.task, t.revision, c.head',
    conditions: [inBox, ...textAndLight(query, 't')],
    order: box === 'todo' ? 't.urgency' : 't.closed_at',
    id: 't.task_id',
    direction: box === 'todo' ? 'ASC' : 'DESC',
    read: (row) => ({ task: taskOf(row), case: fromJson<CaseRow>(row['head']) }),
  });
}

/** A task from its columns `task` and `revision`. */
export function taskOf(row: SqliteRow): StoredTask {
  return { ...fromJson<TaskRow>(row['task']), revision: row['revision'] as number };
}

interface ListPlan<Entry> {
  readonly from: string;
  readonly columns: string;
  readonly conditions: readonly Condition[];
  /** The column of the number that orders the list, then the id. */
  readonly order: string;
  readonly id: string;
  readonly direction: 'ASC' | 'DESC';
  readonly read: (row: SqliteRow) => Entry;
}

function pageOf<Entry>(db: Connection, query: ListQuery, plan: ListPlan<Entry>): Page<Entry> {
  const { from, columns, order, id, direction } = plan;
  const all = plan.conditions.reduce(both);
  const rest = query.cursor === undefined ? all : both(all, after(query.cursor, plan));
  const select = `SELECT ${columns}, ${order} AS place_order, ${id} AS place_id FROM ${from}`;
  const rows = db.all(`${select} WHERE ${rest.sql} ORDER BY ${order} ${direction}, ${id} LIMIT ?`, ...rest.values, query.limit + 1);
  const total = Number(db.get(`SELECT count(*) AS total FROM ${from} WHERE ${all.sql}`, ...all.values)?.['total']);
  const shown = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? shown.at(-1) : undefined;
  const entries = shown.map(plan.read);
  if (last === undefined) return { entries, total };
  return { entries, total, cursor: cursorOf({ order: Number(last['place_order']), id: String(last['place_id']) }) };
}

function after(cursor: string, plan: { readonly order: string; readonly id: string; readonly direction: 'ASC' | 'DESC' }): Condition {
  const place = placeOf(cursor);
  const beyond = plan.direction === 'ASC' ? '>' : '<';
  const sql = `(${plan.order} ${beyond} ? OR (${plan.order} = ? AND ${plan.id} > ?))`;
  return { sql, values: [place.order, place.order, place.id] };
}

// Text is looked for in the case, light is the row's own. `instr` takes the text as it is: no character is a pattern.
function textAndLight(query: ListQuery, alias: string): readonly Condition[] {
  const wanted = searchText(query.text);
  return [
    ...(wanted === undefined ? [] : [{ sql: 'instr(c.search, ?) > 0', values: [wanted] }]),
    ...(query.light === undefined ? [] : [lightIs(alias, query.light, query.now)]),
  ];
}

// Assigned to the seeker; or to nobody, and the seeker is a candidate. '' stands for "asks nothing". The index is named, because
// without statistics SQLite takes any index that begins with the tenant for as good.
function todoOf(tenant: string, seeker: TaskSeeker): Condition {
  const roles = ['', ...seeker.roles];
  const departments = ['', ...(seeker.department === undefined ? [] : [seeker.department])];
  const open = `SELECT rowid FROM tasks INDEXED BY tasks_todo WHERE status = 'open' AND tenant = ?`;
  const candidate =
    `assignee = '' AND role IN (${marks(roles)}) AND department IN (${marks(departments)})` +
    ` AND (persons = '' OR EXISTS (SELECT 1 FROM json_each(persons) WHERE value = ?))`;
  return {
    sql: `t.rowid IN (${open} AND assignee = ? UNION ALL ${open} AND ${candidate})`,
    values: [tenant, seeker.id, tenant, ...roles, ...departments, seeker.id],
  };
}

function equal(column: string, value: string | number): Condition {
  return { sql: `${column} = ?`, values: [value] };
}

function both(a: Condition, b: Condition): Condition {
  return { sql: `${a.sql} AND ${b.sql}`, values: [...a.values, ...b.values] };
}

function marks(values: readonly string[]): string {
  return values.map(() => '?').join(', ');
}
