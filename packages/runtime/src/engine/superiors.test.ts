/** A limit that is over, on a whole engine: in virtual time, over a restart, with the directory's superior. */
import type { Actor, Limit, ProgramTask } from '@tongban/model';
import { expect, test } from 'vitest';
import { openMemoryStorage } from '../store/memory-store.ts';
import { flow } from '../testing/builders/flow.ts';
import { MONDAY } from '../testing/builders/running-case.ts';
import { countingIds, virtualClock } from '../testing/virtual-clock.ts';
import { bareRelease } from './bare-release.ts';
import { createEngine } from './engine.ts';

const DAY = 86_400_000;
const limits: Limit[] = [{ id: 'review', name: { 'zh-CN': '审查' }, amount: 2, unit: 'workingDay' }];
const person = (id: string, name: string, roles: readonly string[], department?: string): Actor => ({
  ...{ id, name, tenant: 'county', roles },
  ...(department === undefined ? {} : { department }),
});
const wang = person('wang', '王一', []);
const li = person('li', '李地', ['reviewer'], 'zrzy');
const boss = person('boss', '韩局', ['leader'], 'zrzy');

function open(expiry: NonNullable<ProgramTask['expiry']>) {
  const task: ProgramTask = { performer: { role: 'reviewer' }, filings: [], operations: [{ kind: 'claim' }], expiry };
  const program = flow('start > check > end', { nodes: { check: { name: '审查', clocks: ['review'], task } } });
  const release = bareRelease(program, { measureId: 'm', title: '备案', releaseId: 'r', limits });
  const clock = virtualClock(MONDAY);
  const store = openMemoryStorage();
  const told: string[] = [];
  const people = [li, boss];
  const directory = {
    person: async (_tenant: string, id: string) => people.find((one) => one.id === id),
    superior: async (_tenant: string, id: string) => (id === 'li' ? boss : undefined),
  };
  const notify = async ({ template, to }: { readonly template: string; readonly to: object }) =>
    void told.push(`${template} ${JSON.stringify(to)}`);
  const ids = countingIds('id');
  const engineNow = () => createEngine({ store, clock, newId: ids, directory, notify, leaseMs: 0 });
  return { engineNow, release, clock, told };
}

async function begun(office: ReturnType<typeof open>): Promise<string> {
  const engine = office.engineNow();
  await engine.deploy({ tenant: 'county', release: office.release });
  const started = await engine.as(wang).start({ commandId: 's', measureId: 'm' });
  return started.ok ? started.caseId : '';
}

test('EX4 the task goes to the superior of who has it, also when the engine starts after the time', async () => {
  const office = open({ limit: 'review', does: 'escalate' });
  const caseId = await begun(office);
  const [line] = (await office.engineNow().as(li).tasks({ box: 'todo' })).entries;
  await office
    .engineNow()
    .as(li)
    .claim({ commandId: 'c', taskId: line?.taskId ?? '', revision: 1 });
  office.clock.advanceTo(MONDAY + 9 * DAY);
  const engine = office.engineNow();
  await engine.runDue();
  expect((await engine.as(li).tasks({ box: 'todo' })).entries).toEqual([]);
  expect((await engine.as(boss).tasks({ box: 'todo' })).entries.map(({ stepName }) => stepName)).toEqual(['审查']);
  const timeline = (await engine.as(li).case(caseId)).timeline.map(({ text }) => text);
  expect(timeline).toContain('“审查”审查逾期，转上级韩局办理');
});

test('EX4 without a superior the administrators hear of it', async () => {
  const office = open({ limit: 'review', does: 'escalate' });
  await begun(office);
  office.clock.advanceTo(MONDAY + 9 * DAY);
  await office.engineNow().runDue();
  expect(office.told).toEqual(['task.expired {"role":"administrator"}']);
  await office.engineNow().runDue();
  expect(office.told).toHaveLength(1);
});

test('EX2 what is deemed done is nobody’s in the history, and the chain holds', async () => {
  const office = open({ limit: 'review', does: 'complete', basis: '某条例第九条' });
  const caseId = await begun(office);
  office.clock.advanceTo(MONDAY + 9 * DAY);
  const engine = office.engineNow();
  await engine.runDue();
  const admin = engine.as(person('admin', '管理员', ['administrator']));
  const view = await admin.case(caseId);
  expect([view.ended?.kind, view.timeline.find(({ kind }) => kind === 'timer')?.comment]).toEqual(['completed', '某条例第九条']);
  expect(view.timeline.filter(({ kind }) => kind === 'completed').map(({ byName }) => byName)).toEqual([undefined]);
  expect((await admin.verifyCase(caseId)).ok).toBe(true);
});
