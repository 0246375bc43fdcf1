/**
 * The inbox. Open tasks lie in trays, each in the order in which it is shown: those assigned to a person, those offered to a role and
 * department ('' = any), and those that name persons. A page takes the first of each of the seeker's trays and merges them, so that it
 * costs the same whether a hundred or a hundred thousand tasks wait. Those whom the seeker stands in for have trays of their own; a task
 * that lies in several is shown once.
 */
import type { Page } from '@tongban/model';
import { comparePlaces, placeOf, type StandIn, type TaskLine, type TaskListQuery, type TaskSeeker } from '@tongban/runtime';
import { both, count, pageOfRows, placeColumns, placeOfRow, taskLineOf, textAndLight, WITH_CASE } from './case-lists.ts';
import type { Connection } from './connection.ts';
import type { SqliteRow } from './driver.ts';
import type { Condition } from './light-columns.ts';

/** One page of the open tasks that are assigned to the seeker, or to nobody while the seeker is a candidate; by urgency, then id. */
export function listTodo(db: Connection, query: TaskListQuery): Page<TaskLine> {
  const asked = textAndLight(query);
  const { tenant, seeker, standsInFor = [] } = query;
  const all = [...traysOf(tenant, seeker), ...standsInFor.flatMap((other) => standInTrays(tenant, other))];
  const trays = all.map(({ from, condition }) => ({ from, condition: [condition, ...asked].reduce(both) }));
  const rows = trays.flatMap((tray) => firstOf(db, query, tray)).sort((a, b) => comparePlaces(placeOfRow(a), placeOfRow(b), 1));
  const once = standsInFor.length === 0 ? rows : rows.filter((row, at) => row['place_id'] !== rows[at - 1]?.['place_id']);
  const total = standsInFor.length === 0 ? countTrays(db, query, trays) : countOnce(db, query, trays);
  return pageOfRows(query, once.slice(0, query.limit + 1), total, taskLineOf);
}

// helpers

interface Tray {
  /** Tasks `t`. */
  readonly from: string;
  readonly condition: Condition;
}

// The indexes are named, because without statistics SQLite takes any that begins with the tenant for as good.
function traysOf(tenant: string, seeker: TaskSeeker): readonly Tray[] {
  const roles = ['', ...new Set(seeker.roles)];
  const departments = ['', ...(seeker.department === undefined ? [] : [seeker.department])];
  const assigned = { sql: `t.status = 'open' AND t.assignee <> '' AND t.tenant = ? AND t.assignee = ?`, values: [tenant, seeker.id] };
  const open = `t.status = 'open' AND t.assignee = ''`;
  const named = {
    sql: `p.tenant = ? AND p.person = ? AND ${open} AND EXISTS (SELECT 1 FROM json_each(t.persons) WHERE value = ?)
      AND t.role IN (SELECT value FROM json_each(?)) AND t.department IN (SELECT value FROM json_each(?))`,
    values: [tenant, seeker.id, seeker.id, JSON.stringify(roles), JSON.stringify(departments)],
  };
  const offered = roles.flatMap((role) =>
    departments.map((department) => ({
      sql: `${open} AND t.persons = '' AND t.tenant = ? AND t.role = ? AND t.department = ?`,
      values: [tenant, role, department],
    })),
  );
  return [
    { from: 'tasks t INDEXED BY tasks_assigned', condition: assigned },
    ...offered.map((condition) => ({ from: 'tasks t INDEXED BY tasks_offered', condition })),
    { from: 'task_persons p CROSS JOIN tasks t ON t.tenant = p.tenant AND t.task_id = p.task_id', condition: named },
  ];
}

// The trays of somebody whom the seeker stands in for, as far as the scope goes.
function standInTrays(tenant: string, { seeker, scope }: StandIn): readonly Tray[] {
  const { roles, measures, items } = scope;
  const asked: Condition[] = [];
  if (roles !== undefined) asked.push({ sql: 't.role IN (SELECT value FROM json_each(?))', values: [JSON.stringify(roles)] });
  if (measures !== undefined) asked.push({ sql: 'c.measure_id IN (SELECT value FROM json_each(?))', values: [JSON.stringify(measures)] });
  if (items !== undefined) asked.push({ sql: `${ITEM_CODE} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(items)] });
  return traysOf(tenant, seeker).map(({ from, condition }) => ({ from, condition: [condition, ...asked].reduce(both) }));
}

/** What a task of many is about: a code, or a context that has one. */
const ITEM_CODE = `iif(json_type(t.task, '$.of') = 'object', json_extract(t.task, '$.of.code'), json_extract(t.task, '$.of'))`;

function firstOf(db: Connection, query: TaskListQuery, { from, condition }: Tray): readonly SqliteRow[] {
  const { sql, values } = query.cursor === undefined ? condition : both(condition, after(query.cursor));
  const select = `SELECT t.task, t.revision, c.head, ${placeColumns('t.urgency', 't.task_id')} FROM ${from} ${WITH_CASE}`;
  return db.all(`${select} WHERE ${sql} ORDER BY t.urgency, t.task_id LIMIT ?`, ...values, query.limit + 1);
}

function after(cursor: string): Condition {
  const place = placeOf(cursor);
  return { sql: '(t.urgency, t.task_id) > (?, ?)', values: [place.order, place.id] };
}

function countTrays(db: Connection, query: TaskListQuery, trays: readonly Tray[]): number {
  const { countUpTo = Number.POSITIVE_INFINITY } = query;
  let total = 0;
  for (const { from, condition } of trays) {
    if (total > countUpTo) break;
    // Counting needs the head of a case only for its text.
    total += count(db, query, query.text === undefined ? from : `${from} ${WITH_CASE}`, condition);
  }
  return total;
}

// Each tray is read only as far as the total is wanted; if one of them is longer, the total is as well.
function countOnce(db: Connection, { countUpTo = -2 }: TaskListQuery, trays: readonly Tray[]): number {
  const ids = trays.map(
    ({ from, condition }) => `SELECT * FROM (SELECT t.task_id FROM ${from} ${WITH_CASE} WHERE ${condition.sql} LIMIT ?)`,
  );
  const values = trays.flatMap(({ condition }) => [...condition.values, countUpTo + 1]);
  return Number(db.get(`SELECT count(*) AS total FROM (${ids.join(' UNION ')})`, ...values)?.['total']);
}
