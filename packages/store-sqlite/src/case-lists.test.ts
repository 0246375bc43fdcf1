import { DatabaseSync } from 'node:sqlite';
import type { CaseCommit, CaseRow, Storage } from '@tongban/runtime';
import { describe, expect, test } from 'vitest';
import { openSqlite, type SqliteDatabase } from './index.ts';
import { commitTo, TENANT } from './testing/rows.ts';

const list = { tenant: 'A', now: 5000, limit: 50 };
const seeker = { id: 'u1', roles: ['officer', 'reviewer'], department: 'zrzy' };

describe('lists find their rows by an index', () => {
  test.each<[string, string, (storage: Storage) => Promise<unknown>]>([
    ['todo', 'tasks_offered (tenant=? AND role=? AND department=?)', ({ cases }) => cases.tasks({ ...list, box: 'todo', seeker })],
    ['todo of one person', 'tasks_assigned (tenant=? AND assignee=?)', ({ cases }) => cases.tasks({ ...list, box: 'todo', seeker })],
    [
      'todo that names persons',
      'p USING PRIMARY KEY (tenant=? AND person=?)',
      ({ cases }) => cases.tasks({ ...list, box: 'todo', seeker }),
    ],
    ['todo by text and light', 'tasks_offered', ({ cases }) => cases.tasks({ ...list, box: 'todo', seeker, text: '光伏', light: 'red' })],
    ['done', 'tasks_done', ({ cases }) => cases.tasks({ ...list, box: 'done', seeker })],
    ['all cases', 'cases_by_start', ({ cases }) => cases.cases(list)],
    ['cases by text', 'COVERING INDEX cases_by_start', ({ cases }) => cases.cases({ ...list, text: '光伏' })],
    ['started', 'cases_by_starter', ({ cases }) => cases.cases({ ...list, startedBy: 'u1' })],
    ['running cases of a measure', 'cases_by_measure', ({ cases }) => cases.cases({ ...list, measureId: 'm', open: true })],
    [
      'red cases',
      'SEARCH c USING INDEX cases_by_light (tenant=? AND light=? AND red_at<?)',
      ({ cases }) => cases.cases({ ...list, light: 'red' }),
    ],
    ['timers that are due', 'timers_hidden', ({ cases }) => cases.leaseTimers({ now: 1, leaseMs: 1, limit: 9 })],
    ['jobs that are due', 'jobs_hidden', ({ cases }) => cases.leaseJobs({ now: 1, leaseMs: 1, limit: 9 })],
    ['tasks of a case', 'PRIMARY KEY (tenant=? AND task_id>? AND task_id<?)', ({ cases }) => cases.tasksOf(TENANT, 'c1')],
    ['events since', 'PRIMARY KEY (rowid>?)', ({ cases }) => cases.eventsSince(5, 9, 'A')],
    ['documents of a project', 'documents_of_project', ({ records }) => records.documents('A', { projectCode: 'p' })],
    ['releases', 'releases_of_measure', ({ measures }) => measures.releases('A', 'm')],
    [
      'waiting for a message',
      'subscriptions_by_key (tenant=? AND name=? AND key=?)',
      ({ cases }) => cases.subscriptions('A', 'land', '620702'),
    ],
  ])('%s', async (_, index, ask) => {
    const { storage, plans } = await openExplained();
    await ask(storage);
    const steps = plans();
    expect(steps.join('\n')).toContain(index);
    expect(steps.filter((step) => /^SCAN (?!json_each|\(subquery)/.test(step))).toEqual([]);
    await storage.close();
  });
});

describe('cases of a light', () => {
  const redAt = (version: number) => ({ light: { yellowAt: 10, redAt: version === 1 ? 20 : 9000 } });

  test.each([3, 1100])('are the same, page by page, whether they are few or many: %i of a light', async (each) => {
    const storage = await openSqlite({ path: ':memory:' });
    await Promise.all(Array.from({ length: each * 2 }, (_, at) => storage.cases.commit(started(`c${at}`, at, redAt(at % 2)))));
    for (const light of ['red', 'yellow'] as const) {
      const first = await storage.cases.cases({ ...list, light, limit: 2, countUpTo: 2 });
      expect(first).toMatchObject({ total: 2, totalIsFloor: true });
      const rest = await storage.cases.cases({ ...list, light, limit: 5000, cursor: first.cursor as string });
      expect(rest.total).toBe(each);
      const ids = [...first.entries, ...rest.entries].map(({ caseId }) => caseId);
      const wanted = Array.from({ length: each }, (_, at) => `c${(each - at) * 2 - (light === 'red' ? 1 : 2)}`);
      expect(ids).toEqual(wanted);
    }
    await storage.close();
  });

  function started(caseId: string, startedAt: number, facts: Partial<CaseRow>): CaseCommit {
    const commit = commitTo(1, caseId);
    return { ...commit, row: { ...commit.row, startedAt, ...facts }, tasks: [], timers: { set: [], remove: [] } };
  }
});

// Remembers the statements that were prepared, and gives SQLite's plans for those that read.
async function openExplained() {
  const database = new DatabaseSync(':memory:');
  const prepared: string[] = [];
  const watched: SqliteDatabase = {
    exec: (sql) => database.exec(sql),
    close: () => database.close(),
    prepare: (sql) => {
      prepared.push(sql);
      return database.prepare(sql);
    },
  };
  const before = await openSqlite({ database: watched });
  await before.cases.commit(commitTo(1, 'c1'));
  const storage = await openSqlite({ database: watched });
  prepared.length = 0;
  const explain = (sql: string) => database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all();
  const plans = () =>
    prepared
      .filter((sql) => sql.startsWith('SELECT'))
      .flatMap(explain)
      .map((row) => String(row['detail']));
  return { storage, plans };
}
