-- A database of schema version 1 as it was released, with a case and a project. Never edited: newer programs must open it.
BEGIN TRANSACTION;
CREATE TABLE cases (
  tenant TEXT NOT NULL, case_id TEXT NOT NULL, version INTEGER NOT NULL,
  measure_id TEXT NOT NULL, started_by TEXT NOT NULL, started_at INTEGER NOT NULL, is_open INTEGER NOT NULL,
  light TEXT NOT NULL, yellow_at REAL, red_at REAL, search TEXT NOT NULL,
  head TEXT NOT NULL, state TEXT NOT NULL,
  PRIMARY KEY (tenant, case_id)
) STRICT;
INSERT INTO cases VALUES('A','c1',1,'mock-approval','u1',1000,1,'',NULL,NULL,'c1','{"tenant":"A","caseId":"c1","measureId":"mock-approval","releaseId":"sha256:1","measureTitle":"模拟审批","title":"第 1 次","startedAt":1000,"startedBy":{"id":"u1","name":"王一"},"round":1,"search":"c1"}','{"at":1}');
CREATE TABLE case_data (
  tenant TEXT NOT NULL, case_id TEXT NOT NULL, key TEXT NOT NULL, version INTEGER NOT NULL, content TEXT NOT NULL,
  PRIMARY KEY (tenant, case_id, key, version),
  FOREIGN KEY (tenant, case_id) REFERENCES cases
) STRICT;
INSERT INTO case_data VALUES('A','c1','application',1,'{"text":"正文","version":1}');
CREATE TABLE tasks (
  tenant TEXT NOT NULL, task_id TEXT NOT NULL, case_id TEXT NOT NULL, revision INTEGER NOT NULL, status TEXT NOT NULL,
  assignee TEXT NOT NULL, role TEXT NOT NULL, department TEXT NOT NULL, persons TEXT NOT NULL, closed_by TEXT NOT NULL,
  urgency REAL NOT NULL, opened_at INTEGER NOT NULL, closed_at INTEGER NOT NULL,
  light TEXT NOT NULL, yellow_at REAL, red_at REAL, task TEXT NOT NULL,
  PRIMARY KEY (tenant, task_id),
  FOREIGN KEY (tenant, case_id) REFERENCES cases
) STRICT;
INSERT INTO tasks VALUES('A','c1.1','c1',1,'open','','','','','',1.0,1000,0,'',NULL,NULL,'{"tenant":"A","caseId":"c1","taskId":"c1.1","nodeId":"review","name":"审核","status":"open","candidates":{},"openedAt":1000,"round":1,"urgency":1}');
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
INSERT INTO timers VALUES('A','c1','1',1,1);
CREATE TABLE jobs (
  tenant TEXT NOT NULL, case_id TEXT NOT NULL, job_id TEXT NOT NULL,
  due_at INTEGER NOT NULL, hidden_until INTEGER NOT NULL, job TEXT NOT NULL,
  PRIMARY KEY (tenant, case_id, job_id),
  FOREIGN KEY (tenant, case_id) REFERENCES cases
) STRICT;
CREATE TABLE subscriptions (
  tenant TEXT NOT NULL, case_id TEXT NOT NULL, subscription_id TEXT NOT NULL,
  name TEXT NOT NULL, key TEXT NOT NULL, subscription TEXT NOT NULL,
  PRIMARY KEY (tenant, case_id, subscription_id),
  FOREIGN KEY (tenant, case_id) REFERENCES cases
) STRICT, WITHOUT ROWID;
CREATE TABLE events (
  cursor INTEGER PRIMARY KEY,
  tenant TEXT NOT NULL, case_id TEXT NOT NULL, seq INTEGER NOT NULL,
  at INTEGER NOT NULL, kind TEXT NOT NULL, event TEXT NOT NULL,
  UNIQUE (tenant, case_id, seq),
  FOREIGN KEY (tenant, case_id) REFERENCES cases
) STRICT;
INSERT INTO events VALUES(1,'A','c1',1,1,'noted','{"version":1}');
INSERT INTO events VALUES(2,'A','c1',2,1,'noted','{"version":1}');
CREATE TABLE case_files (
  tenant TEXT NOT NULL, file_id TEXT NOT NULL, case_id TEXT NOT NULL,
  PRIMARY KEY (tenant, file_id, case_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE commands (
  tenant TEXT NOT NULL, actor_id TEXT NOT NULL, command_id TEXT NOT NULL, answer TEXT NOT NULL,
  PRIMARY KEY (tenant, actor_id, command_id)
) STRICT, WITHOUT ROWID;
INSERT INTO commands VALUES('A','u1','c1-1','{"version":1}');
CREATE TABLE releases (
  tenant TEXT NOT NULL, release_id TEXT NOT NULL, measure_id TEXT NOT NULL, published_at INTEGER NOT NULL,
  summary TEXT NOT NULL, sources TEXT NOT NULL, release TEXT NOT NULL,
  PRIMARY KEY (tenant, release_id)
) STRICT;
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
INSERT INTO projects VALUES('A','2026-620000','','{"tenant":"A","code":"2026-620000","name":"光伏","enterprise":{"name":"甲公司"}}');
CREATE TABLE documents (
  place INTEGER PRIMARY KEY,
  tenant TEXT NOT NULL, document_id TEXT NOT NULL, case_id TEXT NOT NULL, project_code TEXT NOT NULL, issue_key TEXT NOT NULL,
  document TEXT NOT NULL,
  UNIQUE (tenant, document_id),
  UNIQUE (tenant, issue_key)
) STRICT;
CREATE TABLE serials (
  tenant TEXT NOT NULL, series TEXT NOT NULL, year INTEGER NOT NULL, last INTEGER NOT NULL,
  PRIMARY KEY (tenant, series, year)
) STRICT, WITHOUT ROWID;
CREATE TABLE files (
  tenant TEXT NOT NULL, file_id TEXT NOT NULL, facts TEXT NOT NULL, content BLOB NOT NULL,
  PRIMARY KEY (tenant, file_id)
) STRICT;
CREATE INDEX cases_by_start ON cases (tenant, started_at DESC, case_id);
CREATE INDEX cases_by_starter ON cases (tenant, started_by, started_at DESC, case_id);
CREATE INDEX cases_by_measure ON cases (tenant, measure_id, is_open);
CREATE INDEX cases_by_light ON cases (tenant, light, red_at, yellow_at);
CREATE INDEX tasks_todo ON tasks (tenant, assignee, role, department, red_at) WHERE status = 'open';
CREATE INDEX tasks_done ON tasks (tenant, closed_by, closed_at DESC, task_id) WHERE status = 'done';
CREATE INDEX tasks_of_case ON tasks (tenant, case_id);
CREATE INDEX timers_hidden ON timers (hidden_until);
CREATE INDEX jobs_hidden ON jobs (hidden_until);
CREATE INDEX subscriptions_by_key ON subscriptions (tenant, name, key);
CREATE INDEX releases_of_measure ON releases (tenant, measure_id, published_at DESC, release_id);
CREATE INDEX projects_of_owner ON projects (tenant, owner);
CREATE INDEX documents_of_case ON documents (tenant, case_id);
CREATE INDEX documents_of_project ON documents (tenant, project_code);
COMMIT;
PRAGMA user_version = 1;
PRAGMA application_id = 1416588903;
