import { createEngine } from '@tongban/runtime';
import { type Answered, checkWork, commitOf, countingIds, RandomWork } from '@tongban/runtime/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clearIndexedDb, openIndexedDb } from './index.ts';

// Two connections of one page are to IndexedDB what two tabs are.
const name = 'several tabs';
const open = () => openIndexedDb({ name });
let tabs: Awaited<ReturnType<typeof open>>[];

beforeEach(async () => {
  tabs = [await open(), await open()];
});

afterEach(async () => {
  for (const tab of tabs) await tab.close();
  await clearIndexedDb({ name });
});

describe('two tabs on one database', () => {
  test('work on the same cases at the same time: nothing is lost, nothing done twice', async () => {
    const [one, two] = tabs as [Awaited<ReturnType<typeof open>>, Awaited<ReturnType<typeof open>>];
    const answered: Answered[] = [];
    const hear = (one: Answered) => void answered.push(one);
    const first = await RandomWork.on(one, 3, hear);
    const second = await RandomWork.on(two, 4, hear);
    for (let turn = 0; turn < 25; turn++) await Promise.all([first.doSome(), second.doSome()]);
    expect(answered.length).toBeGreaterThan(20);
    await checkWork(one, answered);
    await first.finish();
    expect((await checkWork(two, answered, true)).cases).toBeGreaterThan(5);
  });

  test('carry out the same command once, and lease the same timer to one of them', async () => {
    const timers = { set: [{ tenant: 'A', caseId: 'c1', timerId: '1', dueAt: 5 }], remove: [] };
    const results = await Promise.all(tabs.map(({ cases }) => cases.commit(commitOf('c1', 0, { timers }))));
    expect(results.map(({ kind }) => kind).sort()).toEqual(['committed', 'repeated']);
    const leased = await Promise.all(tabs.map(({ cases }) => cases.leaseTimers({ now: 9, leaseMs: 10, limit: 9 })));
    expect(leased.map((rows) => rows.length).sort()).toEqual([0, 1]);
  });

  test('hear of each other at once, without a loop that turns', async () => {
    const [one, two] = tabs as [Awaited<ReturnType<typeof open>>, Awaited<ReturnType<typeof open>>];
    const engine = createEngine({ store: two, clock: { now: () => 0 }, newId: countingIds() });
    const heard: string[] = [];
    engine.subscribe({ tenant: 'A', cursor: 0, listener: (events) => void heard.push(...events.map(({ caseId }) => caseId)) });
    await one.cases.commit(commitOf('c1', 0));
    await expect.poll(() => heard).toEqual(['c1']);
    await one.cases.commit(commitOf('c2', 0));
    await expect.poll(() => heard).toEqual(['c1', 'c2']);
    await engine.close();
  });
});
