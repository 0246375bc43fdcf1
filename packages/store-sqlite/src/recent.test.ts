import type { CaseCommit, Storage } from '@tongban/runtime';
import { describe, expect, test } from 'vitest';
import { openSqlite } from './index.ts';
import { commitTo, TENANT } from './testing/rows.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const file = temporaryFolder();

describe('cases that are kept in memory', () => {
  test('a commit or a draft of another connection is seen at once', async () => {
    const [here, there] = [await openSqlite({ path: file('two.db') }), await openSqlite({ path: file('two.db') })];
    await here.cases.commit(commitTo(1, 'c1'));
    await there.cases.load(TENANT, 'c1');
    await there.cases.commit(commitTo(2, 'c1'));
    expect(await look(here)).toEqual({ version: 2, at: 2, data: [2], tasks: [[2, 2]] });
    await saveDraft(there, 2);
    expect((await look(here)).tasks).toEqual([[3, 2]]);
    await here.cases.commit(commitTo(3, 'c1'));
    await saveDraft(there, 4);
    expect(await look(here)).toEqual({ version: 3, at: 3, data: [3], tasks: [[5, 3]] });
    expect(await look(there)).toEqual(await look(here));
    await here.close();
    await there.close();
  });

  test('a draft that another connection has saved goes with its task', async () => {
    const [here, there] = [await openSqlite({ path: file('drafts.db') }), await openSqlite({ path: file('drafts.db') })];
    await here.cases.commit(commitTo(1, 'c1'));
    await saveDraft(there, 1);
    const next = commitTo(2, 'c1');
    await here.cases.commit({ ...next, tasks: next.tasks.map((task) => ({ ...task, status: 'done' })) });
    expect(await here.cases.draft(TENANT, 'c1.1')).toBeUndefined();
    expect((await look(here)).tasks).toEqual([[3, 2]]);
    expect(await look(there)).toEqual(await look(here));
    await here.close();
    await there.close();
  });

  test('a commit that was taken back does not hide what another connection wrote in its place', async () => {
    const [here, there] = [await openSqlite({ path: file('back.db') }), await openSqlite({ path: file('back.db') })];
    await here.cases.commit(commitTo(1, 'c1'));
    const broken = { ...commitTo(1, 'c2'), files: [undefined as unknown as string] };
    await expect(here.cases.commit(broken)).rejects.toThrow();
    expect(await look(here)).toMatchObject({ version: 1 });
    await there.cases.commit(commitTo(2, 'c1'));
    await here.cases.commit(commitTo(1, 'c3'));
    expect(await look(here)).toEqual({ version: 2, at: 2, data: [2], tasks: [[2, 2]] });
    await here.close();
    await there.close();
  });

  test('two tenants may give the same id', async () => {
    const storage = await openSqlite({ path: ':memory:' });
    const other = { ...commitTo(1, 'c1'), tenant: 'B', row: { ...commitTo(1, 'c1').row, tenant: 'B', title: '另一件' }, tasks: [] };
    await storage.cases.commit(commitTo(1, 'c1'));
    await storage.cases.commit({ ...other, timers: { set: [], remove: [] } });
    await storage.cases.commit(commitTo(2, 'c1'));
    expect(await look(storage)).toEqual({ version: 2, at: 2, data: [2], tasks: [[2, 2]] });
    expect(await storage.cases.load('B', 'c1')).toMatchObject({ version: 1, row: { title: '另一件' } });
    expect(await storage.cases.tasksOf('B', 'c1')).toEqual([]);
    await storage.close();
  });

  test('a case that others pushed out is read again', async () => {
    const storage = await openSqlite({ path: ':memory:' });
    for (let at = 0; at < 300; at++) await storage.cases.commit(commitTo(1, `c${at}`));
    expect(await look(storage, 'c0')).toEqual({ version: 1, at: 1, data: [1], tasks: [[1, 1]] });
    await storage.cases.commit(commitTo(2, 'c1'));
    expect(await look(storage)).toEqual({ version: 2, at: 2, data: [2], tasks: [[2, 2]] });
    await storage.close();
  });

  test('what was committed is handed out as it is read from the file', async () => {
    const storage = await openSqlite({ path: file('same.db') });
    const twoForms: CaseCommit = { ...commitTo(1, 'c1'), data: ['b', 'a'].map((key) => ({ key, version: 1, values: {} })) };
    await storage.cases.commit(twoForms);
    await storage.cases.commit(commitTo(2, 'c1'));
    const kept = [await storage.cases.load(TENANT, 'c1'), await storage.cases.tasksOf(TENANT, 'c1')];
    await storage.close();
    const again = await openSqlite({ path: file('same.db') });
    expect([await again.cases.load(TENANT, 'c1'), await again.cases.tasksOf(TENANT, 'c1')]).toEqual(kept);
    await again.close();
  });
});

async function look({ cases }: Storage, caseId = 'c1') {
  const kept = await cases.load(TENANT, caseId);
  const tasks = (await cases.tasksOf(TENANT, caseId)).map(({ revision, round }) => [revision, round]);
  return { version: kept?.version, at: kept?.state['at'], data: kept?.data.map(({ version }) => version), tasks };
}

async function saveDraft({ cases }: Storage, expectedRevision: number): Promise<void> {
  const savedBy = { id: 'u1', name: '王一' };
  const draft = { tenant: TENANT, taskId: 'c1.1', values: {}, savedAt: 1, savedBy };
  const command = { commandId: `draft-${expectedRevision}`, actorId: 'u1', answer: null };
  expect(await cases.saveDraft({ draft, expectedRevision, command })).toMatchObject({ kind: 'saved' });
}
