/**
 * The tables, as numbered steps: step n brings a database from version n - 1 to n (`PRAGMA user_version`), in one transaction.
 * Steps that were released are never edited; a change is a new step.
 *
 * Every key starts with the tenant. Rows are kept as JSON as they were handed in; beside them stand the columns that are
 * searched, where '' means "none" so that an index finds it.
 */
import type { SqliteDatabase } from './driver.ts';
import { raise } from './errors.ts';

/** Marks a file as ours (`PRAGMA application_id`): "Tong" in ASCII. */
const APPLICATION_ID = 0x546f6e67;

const VERSION_1 = `
CREATE TABLE cases (
  tenant TEXT NOT NULL, case_id TEXT NOT NULL, version INTEGER NOT NULL,
  measure_id TEXT NOT NULL, started_by TEXT NOT NULL, started_at INTEGER NOT NULL, is_open INTEGER NOT NULL,
  light TEXT NOT NULL, yellow_at REAL, red_at REAL, search TEXT NOT NULL,
  head TEXT NOT NULL, state TEXT NOT NULL,
  PRIMARY KEY (tenant, case_id)
) STRICT;
CREATE INDEX cases_by_start ON cases (tenant, started_at DESC, case_id);
CREATE INDEX cases_by_starter ON cases (tenant, started_by, started_at DESC, case_id);
CREATE INDEX cases_by_measure ON cases (tenant, measure_id, is_open);
CREATE INDEX cases_by_light ON cases (tenant, light, red_at, yellow_at);

CREATE TABLE case_data (
  tenant TEXT NOT NULL, case_id TEXT NOT NULL, key TEXT NOT NULL, version INTEGER NOT NULL, content TEXT NOT NULL,
  PRIMARY KEY (tenant, case_id, key, version),
  FOREIGN KEY (tenant, case_id) REFERENCES cases
) STRICT;

CREATE TABLE tasks (
  tenant TEXT NOT NULL, task_id TEXT NOT NULL, case_id TEXT NOT NULL, revision INTEGER NOT NULL, status TEXT NOT NULL,
  assignee TEXT NOT NULL, role TEXT NOT NULL, department TEXT NOT NULL, persons TEXT NOT NULL, closed_by TEXT NOT NULL,
  urgency REAL NOT NULL, opened_at INTEGER NOT NULL, closed_at INTEGER NOT NULL,
  light TEXT NOT NULL, yellow_at REAL, red_at REAL, task TEXT NOT NULL,
  PRIMARY KEY (tenant, task_id),
  FOREIGN KEY (tenant, case_id) REFERENCES cases
) STRICT;
CREATE INDEX tasks_todo ON tasks (tenant, assignee, role, department, red_at) WHERE status = 'open';
CREATE INDEX tasks_done ON tasks (tenant, closed_by, closed_at DESC, task_id) WHERE status = 'done';
CREATE INDEX tasks_of_case ON tasks (tenant, case_id);

CREATE TABLE task_drafts (
  tenant TEXT NOT NULL, task_id TEXT NOT NULL, draft TEXT NOT NULL,
  PRIMARY KEY (tenant, task_id),
  FOREIGN KEY (tenant, task_id) REFERENCES tasks
) STRICT;

CREATE TABLE timers (
  tenant TEXT NOT NULL, case_id TEXT NOT NULL, timer_id TEXT NOT NULL,
  due_at INTEGER NOT NULL, hidden_until INTEGER NOT NULL,
  PRIMARY KEY (tenant, case_id, timer_id),
  FOREIGN KEY (tenant, case_id) REFERENCES cases
) STRICT, WITHOUT ROWID;
CREATE INDEX timers_hidden ON timers (hidden_until);

CREATE TABLE jobs (
  tenant TEXT NOT NULL, case_id TEXT NOT NULL, job_id TEXT NOT NULL,
  due_at INTEGER NOT NULL, hidden_until INTEGER NOT NULL, job TEXT NOT NULL,
  PRIMARY KEY (tenant, case_id, job_id),
  FOREIGN KEY (tenant, case_id) REFERENCES cases
) STRICT;
CREATE INDEX jobs_hidden ON jobs (hidden_until);

CREATE TABLE subscriptions (
  tenant TEXT NOT NULL, case_id TEXT NOT NULL, subscription_id TEXT NOT NULL,
  name TEXT NOT NULL, key TEXT NOT NULL, subscription TEXT NOT NULL,
  PRIMARY KEY (tenant, case_id, subscription_id),
  FOREIGN KEY (tenant, case_id) REFERENCES cases
) STRICT, WITHOUT ROWID;
CREATE INDEX subscriptions_by_key ON subscriptions (tenant, name, key);

CREATE TABLE events (
  cursor INTEGER PRIMARY KEY,
  tenant TEXT NOT NULL, case_id TEXT NOT NULL, seq INTEGER NOT NULL,
  at INTEGER NOT NULL, kind TEXT NOT NULL, event TEXT NOT NULL,
  UNIQUE (tenant, case_id, seq),
  FOREIGN KEY (tenant, case_id) REFERENCES cases
) STRICT;

CREATE TABLE case_files (
  tenant TEXT NOT NULL, file_id TEXT NOT NULL, case_id TEXT NOT NULL,
  PRIMARY KEY (tenant, file_id, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE commands (
  tenant TEXT NOT NULL, actor_id TEXT NOT NULL, command_id TEXT NOT NULL, answer TEXT NOT NULL,
  PRIMARY KEY (tenant, actor_id, command_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE releases (
  tenant TEXT NOT NULL, release_id TEXT NOT NULL, measure_id TEXT NOT NULL, published_at INTEGER NOT NULL,
  summary TEXT NOT NULL, sources TEXT NOT NULL, release TEXT NOT NULL,
  PRIMARY KEY (tenant, release_id)
) STRICT;
CREATE INDEX releases_of_measure ON releases (tenant, measure_id, published_at DESC, release_id);

CREATE TABLE current_releases (
  tenant TEXT NOT NULL, measure_id TEXT NOT NULL, release_id TEXT NOT NULL,
  PRIMARY KEY (tenant, measure_id),
  FOREIGN KEY (tenant, release_id) REFERENCES releases
) STRICT, WITHOUT ROWID;

CREATE TABLE measure_drafts (
  tenant TEXT NOT NULL, measure_id TEXT NOT NULL, revision INTEGER NOT NULL, draft TEXT NOT NULL,
  PRIMARY KEY (tenant, measure_id)
) STRICT;

CREATE TABLE measure_commands (
  tenant TEXT NOT NULL, actor_id TEXT NOT NULL, command_id TEXT NOT NULL, answer TEXT NOT NULL,
  PRIMARY KEY (tenant, actor_id, command_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE projects (
  tenant TEXT NOT NULL, code TEXT NOT NULL, owner TEXT NOT NULL, project TEXT NOT NULL,
  PRIMARY KEY (tenant, code)
) STRICT;
CREATE INDEX projects_of_owner ON projects (tenant, owner);

CREATE TABLE documents (
  place INTEGER PRIMARY KEY,
  tenant TEXT NOT NULL, document_id TEXT NOT NULL, case_id TEXT NOT NULL, project_code TEXT NOT NULL, issue_key TEXT NOT NULL,
  document TEXT NOT NULL,
  UNIQUE (tenant, document_id),
  UNIQUE (tenant, issue_key)
) STRICT;
CREATE INDEX documents_of_case ON documents (tenant, case_id);
CREATE INDEX documents_of_project ON documents (tenant, project_code);

CREATE TABLE serials (
  tenant TEXT NOT NULL, series TEXT NOT NULL, year INTEGER NOT NULL, last INTEGER NOT NULL,
  PRIMARY KEY (tenant, series, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE files (
  tenant TEXT NOT NULL, file_id TEXT NOT NULL, facts TEXT NOT NULL, content BLOB NOT NULL,
  PRIMARY KEY (tenant, file_id)
) STRICT;
`;

// Cases that stand still with an incident, and the editions of counties' calendars.
const VERSION_2 = `
ALTER TABLE cases ADD COLUMN incidents INTEGER NOT NULL DEFAULT 0;
CREATE INDEX cases_with_incident ON cases (tenant, started_at DESC, case_id) WHERE incidents > 0;
CREATE TABLE calendars (
  tenant TEXT NOT NULL, calendar_id TEXT NOT NULL, version INTEGER NOT NULL, edition TEXT NOT NULL,
  PRIMARY KEY (tenant, calendar_id, version)
) STRICT;
`;

// Messages that came before any case waited for them, and timers that start cases.
const VERSION_3 = `
CREATE TABLE messages (
  place INTEGER PRIMARY KEY,
  tenant TEXT NOT NULL, message_id TEXT NOT NULL, name TEXT NOT NULL, key TEXT NOT NULL,
  expires_at INTEGER NOT NULL, message TEXT NOT NULL,
  UNIQUE (tenant, message_id)
) STRICT;
CREATE TABLE start_timers (
  tenant TEXT NOT NULL, measure_id TEXT NOT NULL, node_id TEXT NOT NULL, which INTEGER NOT NULL,
  release_id TEXT NOT NULL, due_at INTEGER NOT NULL, hidden_until INTEGER NOT NULL, start TEXT NOT NULL,
  PRIMARY KEY (tenant, measure_id, node_id, which)
) STRICT, WITHOUT ROWID;
`;

// One row in a journal for every command, in place of one in `commands` and one in `events` for each event: with the audit chain in it, and
// personal values beside it. Tasks are kept in the order of their ids, so that those of a case stand together, and lie in the inboxes in the
// order in which they are shown.
const VERSION_4 = `
ALTER TABLE cases ADD COLUMN hash TEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN last_cursor INTEGER NOT NULL DEFAULT 0;
DROP INDEX cases_by_measure;
CREATE INDEX cases_by_measure ON cases (tenant, measure_id, is_open, started_at DESC, case_id);
ALTER TABLE case_data ADD COLUMN salt TEXT NOT NULL DEFAULT '';

CREATE TABLE journal (
  cursor INTEGER PRIMARY KEY, previous INTEGER NOT NULL, tenant TEXT NOT NULL, case_id TEXT NOT NULL,
  actor_id TEXT, command_id TEXT, answer TEXT NOT NULL, entry TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
CREATE TABLE personal_values (cursor INTEGER PRIMARY KEY, content TEXT NOT NULL) STRICT;
INSERT INTO journal (cursor, previous, tenant, case_id, answer, entry, hash)
  SELECT cursor, lag(cursor, 1, 0) OVER (PARTITION BY tenant, case_id ORDER BY seq), tenant, case_id, 'null', '{"events":[' || json_set(event, '$.seq', seq, '$.at', at, '$.kind', kind) || ']}', ''
  FROM events ORDER BY cursor;
UPDATE cases SET last_cursor =
  coalesce((SELECT max(e.cursor) FROM events e WHERE e.tenant = cases.tenant AND e.case_id = cases.case_id), 0);
INSERT INTO journal (previous, tenant, case_id, actor_id, command_id, answer, entry, hash)
  SELECT 0, tenant, '', actor_id, command_id, answer, '', '' FROM commands;
CREATE UNIQUE INDEX journal_commands ON journal (tenant, actor_id, command_id);
DROP TABLE events;
DROP TABLE commands;

CREATE TABLE tasks_by_id (
  tenant TEXT NOT NULL, task_id TEXT NOT NULL, case_id TEXT NOT NULL, revision INTEGER NOT NULL, status TEXT NOT NULL,
  assignee TEXT NOT NULL, role TEXT NOT NULL, department TEXT NOT NULL, persons TEXT NOT NULL, closed_by TEXT NOT NULL,
  urgency REAL NOT NULL, opened_at INTEGER NOT NULL, closed_at INTEGER NOT NULL,
  light TEXT NOT NULL, yellow_at REAL, red_at REAL, task TEXT NOT NULL,
  PRIMARY KEY (tenant, task_id)
) STRICT, WITHOUT ROWID;
INSERT INTO tasks_by_id SELECT tenant, task_id, case_id, revision, status, assignee, role, department, persons, closed_by,
  urgency, opened_at, closed_at, light, yellow_at, red_at, task FROM tasks ORDER BY tenant, task_id;
CREATE TABLE drafts_by_id (tenant TEXT NOT NULL, task_id TEXT NOT NULL, draft TEXT NOT NULL, PRIMARY KEY (tenant, task_id)) STRICT;
INSERT INTO drafts_by_id SELECT tenant, task_id, draft FROM task_drafts;
DROP TABLE task_drafts;
DROP TABLE tasks;
ALTER TABLE tasks_by_id RENAME TO tasks;
ALTER TABLE drafts_by_id RENAME TO task_drafts;
CREATE INDEX tasks_assigned ON tasks (tenant, assignee, urgency, task_id) WHERE status = 'open' AND assignee <> '';
CREATE INDEX tasks_offered ON tasks (tenant, role, department, urgency, task_id) WHERE status = 'open' AND assignee = '' AND persons = '';
CREATE INDEX tasks_done ON tasks (tenant, closed_by, closed_at DESC, task_id) WHERE status = 'done';
CREATE TABLE task_persons (
  tenant TEXT NOT NULL, person TEXT NOT NULL, task_id TEXT NOT NULL, PRIMARY KEY (tenant, person, task_id)
) STRICT, WITHOUT ROWID;
INSERT INTO task_persons SELECT DISTINCT t.tenant, p.value, t.task_id FROM tasks t, json_each(iif(t.persons = '', '[]', t.persons)) p
  WHERE t.status = 'open' AND t.assignee = '';
`;

const VERSION_5 = `CREATE INDEX tasks_copied ON tasks (tenant, opened_at DESC, task_id) WHERE status = 'copied';`;

// Which early messages some case may wait for by now, so that the others cost nothing.
const VERSION_6 = `
ALTER TABLE messages ADD COLUMN awaited INTEGER NOT NULL DEFAULT 1;
CREATE INDEX messages_by_key ON messages (tenant, name, key);
CREATE INDEX messages_awaited ON messages (place) WHERE awaited = 1;
CREATE INDEX messages_by_expiry ON messages (expires_at);
`;

// Standing deputies.
const VERSION_7 = `
CREATE TABLE deputyships (
  tenant TEXT NOT NULL, deputyship_id TEXT NOT NULL, principal TEXT NOT NULL, deputy TEXT NOT NULL,
  starts_at INTEGER NOT NULL, over_at INTEGER NOT NULL, deputyship TEXT NOT NULL,
  PRIMARY KEY (tenant, deputyship_id)
) STRICT;
CREATE INDEX deputyships_by_principal ON deputyships (tenant, principal, over_at);
CREATE INDEX deputyships_by_deputy ON deputyships (tenant, deputy, over_at);
`;

// Files that come in parts, and who has put which bytes.
const VERSION_8 = `
ALTER TABLE files ADD COLUMN put_by TEXT NOT NULL DEFAULT '';
ALTER TABLE files ADD COLUMN digest TEXT NOT NULL DEFAULT '';
CREATE INDEX files_by_digest ON files (tenant, digest, put_by) WHERE digest <> '';
CREATE TABLE uploads (
  tenant TEXT NOT NULL, upload_id TEXT NOT NULL, put_by TEXT NOT NULL, begun_at INTEGER NOT NULL, sent INTEGER NOT NULL, upload TEXT NOT NULL,
  PRIMARY KEY (tenant, upload_id)
) STRICT;
CREATE INDEX uploads_of_person ON uploads (tenant, put_by, begun_at);
CREATE TABLE upload_parts (
  tenant TEXT NOT NULL, upload_id TEXT NOT NULL, offset INTEGER NOT NULL, content BLOB NOT NULL,
  PRIMARY KEY (tenant, upload_id, offset)
) STRICT;
`;

// Fewer pages for a commit: personal values in the row of the journal that they belong to, and jobs in the order of their keys, as timers are.
const VERSION_9 = `
ALTER TABLE journal ADD COLUMN personal TEXT NOT NULL DEFAULT '';
UPDATE journal SET personal = p.content FROM personal_values p WHERE p.cursor = journal.cursor;
DROP TABLE personal_values;
CREATE TABLE jobs_by_id (
  tenant TEXT NOT NULL, case_id TEXT NOT NULL, job_id TEXT NOT NULL,
  due_at INTEGER NOT NULL, hidden_until INTEGER NOT NULL, job TEXT NOT NULL,
  PRIMARY KEY (tenant, case_id, job_id),
  FOREIGN KEY (tenant, case_id) REFERENCES cases
) STRICT, WITHOUT ROWID;
INSERT INTO jobs_by_id SELECT tenant, case_id, job_id, due_at, hidden_until, job FROM jobs;
DROP TABLE jobs;
ALTER TABLE jobs_by_id RENAME TO jobs;
CREATE INDEX jobs_hidden ON jobs (hidden_until);
`;

// Done tasks of somebody for whom a deputy did them.
const VERSION_10 = `
CREATE INDEX tasks_done_for ON tasks (tenant, json_extract(task, '$.closedAs.id'), closed_at DESC, task_id)
  WHERE status = 'done' AND json_extract(task, '$.closedAs.id') IS NOT NULL;
`;

// In whose place a task was done, as a column: each task that is done had its JSON read twice for the index.
const VERSION_11 = `
ALTER TABLE tasks ADD COLUMN closed_as TEXT NOT NULL DEFAULT '';
UPDATE tasks SET closed_as = json_extract(task, '$.closedAs.id') WHERE status = 'done' AND json_extract(task, '$.closedAs.id') IS NOT NULL;
DROP INDEX tasks_done_for;
CREATE INDEX tasks_done_for ON tasks (tenant, closed_as, closed_at DESC, task_id) WHERE status = 'done' AND closed_as <> '';
`;

// The text that cases are found by, in the order in which they are listed: it was read row by row, each with its state.
const VERSION_12 = `
DROP INDEX cases_by_start;
CREATE INDEX cases_by_start ON cases (tenant, started_at DESC, case_id, search);
`;

/** The steps in order; the first makes version 1. */
export const MIGRATIONS: readonly string[] = [
  ...[VERSION_1, VERSION_2, VERSION_3, VERSION_4, VERSION_5],
  ...[VERSION_6, VERSION_7, VERSION_8, VERSION_9, VERSION_10],
  ...[VERSION_11, VERSION_12],
];

/**
 * Brings a database to the latest version; a new one is made from nothing. A step that fails leaves the version before it.
 * @throws STORE_SCHEMA_NEWER, STORE_FILE_FOREIGN
 */
export function migrate(database: SqliteDatabase, path: string, migrations: readonly string[] = MIGRATIONS): void {
  refuseForeign(database, path);
  for (;;) {
    const version = versionOf(database);
    if (version > migrations.length) throw raise('STORE_SCHEMA_NEWER', { path, found: version, known: migrations.length });
    if (version === migrations.length) return;
    migrateOnce(database, migrations);
  }
}

// Another process may have done the step meanwhile, so the version is read again under the write lock.
function migrateOnce(database: SqliteDatabase, migrations: readonly string[]): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    const version = versionOf(database);
    const step = migrations[version];
    if (step !== undefined) database.exec(`${step}; PRAGMA user_version = ${version + 1}; PRAGMA application_id = ${APPLICATION_ID};`);
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

function refuseForeign(database: SqliteDatabase, path: string): void {
  const id = Number(database.prepare('PRAGMA application_id').get()?.['application_id'] ?? 0);
  if (id === APPLICATION_ID) return;
  const tables = database.prepare('SELECT count(*) AS count FROM sqlite_schema').get()?.['count'];
  if (id !== 0 || versionOf(database) !== 0 || Number(tables) > 0) throw raise('STORE_FILE_FOREIGN', { path });
}

function versionOf(database: SqliteDatabase): number {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
}
