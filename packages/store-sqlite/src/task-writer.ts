/** Writes tasks; always inside a write of the connection. What is known of a task is not written again. */
import type { StoredTask, TaskRow } from '@tongban/runtime';
import type { Connection } from './connection.ts';
import { differing, differs, StatementTexts } from './differing.ts';
import type { SqliteValue } from './driver.ts';
import { lightColumns } from './light-columns.ts';
import { placeFinder } from './recent-cases.ts';

/** The tasks of a case as they are in the database, by opening. */
export interface KnownTasks {
  readonly tasks: readonly StoredTask[];
  /** Some of them may have drafts. */
  readonly drafts: boolean;
}

/** Writes the rows of tasks. */
export class TaskWriter {
  readonly #db: Connection;
  readonly #inserts = new StatementTexts(insertOf);
  readonly #updates = new StatementTexts(updateOf);

  constructor(connection: Connection) {
    this.#db = connection;
  }

  /** Writes changed tasks of one case. `known`: all of its tasks before, if that is known. */
  put(rows: readonly TaskRow[], known: KnownTasks | undefined): void {
    if (rows.length === 0) return;
    const placeOf = known && placeFinder(known.tasks, rows.length);
    for (const row of rows) this.#putRow(row, placeOf === undefined ? 'unknown' : known?.tasks[placeOf(row.taskId)]);
    if (known?.drafts !== false) this.#dropDrafts(rows);
    for (const row of rows) this.#offer(row);
  }

  #putRow(row: TaskRow, before: TaskRow | 'unknown' | undefined): void {
    const text = JSON.stringify(row);
    if (before === 'unknown') this.#db.run(PUT, row.tenant, row.taskId, row.caseId, ...columnsOf(row), text);
    else if (before === undefined) this.#insert(row, text);
    else this.#update(row, before, text);
  }

  #insert(row: TaskRow, text: string): void {
    const { which, values } = differing(columnsOf(row), EMPTY, [row.tenant, row.taskId, row.caseId]);
    values.push(text);
    this.#db.run(this.#inserts.of(which), ...values);
  }

  #update(row: TaskRow, before: TaskRow, text: string): void {
    const { which, values } = differing(columnsOf(row), columnsOf(before));
    values.push(text, row.tenant, row.taskId);
    this.#db.run(this.#updates.of(which), ...values);
  }

  #dropDrafts(rows: readonly TaskRow[]): void {
    for (const { status, tenant, taskId } of rows) {
      if (status !== 'open' && status !== 'waiting') this.#db.run(DELETE_DRAFT, tenant, taskId);
    }
  }

  #offer({ tenant, taskId, status, assignee, candidates }: TaskRow): void {
    const offer = status === 'open' && assignee === undefined ? OFFER : WITHDRAW;
    for (const person of candidates.persons ?? []) this.#db.run(offer, tenant, person, taskId);
  }
}

// helpers

const COLUMNS = [
  ...['status', 'assignee', 'role', 'department', 'persons', 'closed_by', 'closed_as'],
  ...['urgency', 'opened_at', 'closed_at', 'light', 'yellow_at', 'red_at'],
];

/** What a column of {@link COLUMNS} is when there is nothing to be said; stands in the statement. */
const EMPTY: readonly SqliteValue[] = ['', '', '', '', '', '', '', '', '', 0, '', null, null];

// One list, made at once: this is done twice for every task that changes.
function columnsOf(row: TaskRow): readonly SqliteValue[] {
  const { status, assignee, closedBy, closedAs, urgency, openedAt, closedAt = 0, light } = row;
  const { role = '', department = '', persons } = row.candidates;
  const named = persons === undefined ? '' : JSON.stringify(persons);
  const [by, as] = [closedBy?.id ?? '', closedAs?.id ?? ''];
  if (light === undefined)
    return [status, assignee?.id ?? '', role, department, named, by, as, urgency, openedAt, closedAt, '', null, null];
  const [shown, yellowAt, redAt] = lightColumns(light);
  return [status, assignee?.id ?? '', role, department, named, by, as, urgency, openedAt, closedAt, shown, yellowAt, redAt];
}

function insertOf(which: number): string {
  const values = COLUMNS.map((_, at) => (differs(which, at) ? '?' : literal(EMPTY[at] as SqliteValue)));
  return `INSERT INTO tasks (${NAMES}) VALUES (?, ?, ?, 1, ${values.join(', ')}, ?)`;
}

function literal(value: SqliteValue): string {
  if (value === null) return 'NULL';
  return value === '' ? "''" : String(value);
}

function updateOf(which: number): string {
  const set = COLUMNS.filter((_, at) => differs(which, at)).map((column) => `${column} = ?, `);
  return `UPDATE tasks SET revision = revision + 1, ${set.join('')}task = ? WHERE tenant = ? AND task_id = ?`;
}

const NAMES = `tenant, task_id, case_id, revision, ${COLUMNS.join(', ')}, task`;
const PUT = `INSERT INTO tasks (${NAMES}) VALUES (?, ?, ?, 1, ${COLUMNS.map(() => '?').join(', ')}, ?)
  ON CONFLICT (tenant, task_id) DO UPDATE SET revision = revision + 1,
    ${[...COLUMNS, 'task'].map((column) => `${column} = excluded.${column}`).join(', ')}`;
const OFFER = 'INSERT INTO task_persons (tenant, person, task_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING';
const WITHDRAW = 'DELETE FROM task_persons WHERE tenant = ? AND person = ? AND task_id = ?';
const DELETE_DRAFT = 'DELETE FROM task_drafts WHERE tenant = ? AND task_id = ?';
