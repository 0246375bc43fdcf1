import type { Storage } from '@tongban/runtime';
import { caseRow, commitOf, taskRow } from '@tongban/runtime/testing';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { clearIndexedDb, openIndexedDb } from './index.ts';

const name = 'lists';
const list = { tenant: 'A', now: 5000, limit: 10, countUpTo: 20 };
const seeker = { id: 'u1', roles: ['reviewer'], department: 'zrzy' };
const other = { seeker: { id: 'u2', roles: ['leader'] }, scope: {} };
let storage: Storage;

beforeAll(async () => {
  storage = await openIndexedDb({ name });
  const commits = Array.from({ length: 600 }, (_, at) => {
    const tasks = [
      taskRow(`c${at}.1`, { caseId: `c${at}`, candidates: { role: 'reviewer' }, urgency: at }),
      taskRow(`c${at}.2`, { caseId: `c${at}`, status: 'done', closedAt: at, closedBy: { id: 'u1', name: '王' } }),
      taskRow(`c${at}.3`, { caseId: `c${at}`, candidates: { role: 'leader' }, urgency: at }),
    ];
    return commitOf(`c${at}`, 0, { tasks, row: caseRow(`c${at}`, { startedAt: at, search: at === 599 ? '光伏' : '花椒' }) });
  });
  await Promise.all(commits.map((commit) => storage.cases.commit(commit)));
});

afterEach(() => vi.restoreAllMocks());

afterAll(async () => {
  await storage.close();
  await clearIndexedDb({ name });
});

describe('a page reads no more rows than it shows', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['todo', () => storage.cases.tasks({ ...list, box: 'todo', seeker })],
    ['done', () => storage.cases.tasks({ ...list, box: 'done', seeker })],
    ['all cases', () => storage.cases.cases(list)],
    ['cases of a starter', () => storage.cases.cases({ ...list, startedBy: 'u1' })],
    ['running cases', () => storage.cases.cases({ ...list, open: true })],
    ['cases of a measure', () => storage.cases.cases({ ...list, measureId: 'mock-approval' })],
    ['the tenth page', async () => storage.cases.cases({ ...list, cursor: '500~c500' })],
  ])('%s', async (_, ask) => {
    const asked = vi.spyOn(IDBIndex.prototype, 'getAll');
    const page = (await ask()) as { readonly entries: readonly unknown[]; readonly total: number };
    expect(page).toMatchObject({ total: 20, totalIsFloor: true });
    expect(page.entries).toHaveLength(10);
    const read = asked.mock.results.map(({ value }) => (value as IDBRequest<readonly unknown[]>).result.length);
    expect(read.reduce((sum, rows) => sum + rows, 0)).toBe(11);
  });

  test('what is looked for row by row ends with the page and its total', async () => {
    const asked = vi.spyOn(IDBIndex.prototype, 'getAll');
    const page = await storage.cases.tasks({ ...list, box: 'todo', seeker, text: '花椒', standsInFor: [other] });
    expect(page.entries.map(({ task }) => task.taskId)).toEqual(Array.from({ length: 5 }, (_, at) => [`c${at}.1`, `c${at}.3`]).flat());
    // Each of the trays is read for the page and for the total, once.
    expect(asked.mock.calls.length).toBeLessThan(30);
  });

  test('what is found at the very end is found', async () => {
    const page = await storage.cases.cases({ ...list, text: '光伏' });
    expect([page.entries.map(({ caseId }) => caseId), page.total]).toEqual([['c599'], 1]);
    const todo = await storage.cases.tasks({ ...list, box: 'todo', seeker, text: '光伏' });
    expect([todo.entries.map(({ task }) => task.taskId), todo.total, todo.cursor]).toEqual([['c599.1'], 1, undefined]);
  });
});
