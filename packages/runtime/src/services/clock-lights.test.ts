import { china } from '@tongban/calendar';
import type { Limit } from '@tongban/model';
import { expect, test } from 'vitest';
import type { Notice } from '../engine/engine-options.ts';
import { flow } from '../testing/builders/flow.ts';
import { COUNTY, OPENING, people, smallRelease } from '../testing/small-measure.ts';
import { mustBeDone, SmallOffice } from '../testing/small-office.ts';

const DAY = 86_400_000;
const days = (id: string, amount: number, more: Partial<Limit> = {}): Limit => ({
  ...{ id, name: { 'zh-CN': id }, amount, unit: 'calendarDay', pauses: ['publicity'] },
  ...more,
});
const reviewer = { performer: { role: 'reviewer', department: 'zrzy' }, filings: [], operations: [] };

async function reviewing(limits: readonly Limit[]) {
  const heard: Notice[] = [];
  const office = await SmallOffice.open({ notify: async (notice) => void heard.push(notice) });
  const program = flow('start > review > after > end', { nodes: { review: { clocks: limits.map(({ id }) => id), task: reviewer } } });
  const manifest = { ...smallRelease.manifest, limits };
  await office.engine.deploy({ tenant: COUNTY, release: { ...smallRelease, id: 'sha256:review', manifest, calendar: china, program } });
  const { caseId } = mustBeDone(await office.engine.as(people.applicant).start({ commandId: 'start', measureId: 'small' }));
  const admin = office.engine.as(people.admin);
  const shown = async (at: number) => {
    office.clock.advanceTo(at);
    await office.engine.runDue();
    const [task] = (await office.as(people.land).tasks({ box: 'todo' })).entries;
    const [summary] = (await admin.cases()).entries;
    const light = task?.clock?.light;
    const found = light === undefined ? 0 : (await office.as(people.land).tasks({ box: 'todo', light })).total;
    const others = (await office.as(people.land).tasks({ box: 'todo' })).total - found;
    return [`${task?.clock?.limitId} ${light}`, summary?.clock?.light === light, found - others];
  };
  return { office, admin, caseId, shown, heard };
}

test('CK13 of several clocks the worst light shows, in lists too, and turns without anybody touching the case', async () => {
  // Started on 2 March: `long` is yellow from 4 March on, `short` from 7 March; it is red from 8 March, `long` from 23 March.
  const { shown } = await reviewing([days('short', 5), days('long', 20, { yellow: [19, 20] })]);
  const midnight = OPENING - 9 * 3_600_000;
  expect(await shown(midnight + 2 * DAY - 1)).toEqual(['short green', true, 1]);
  expect(await shown(midnight + 2 * DAY)).toEqual(['long yellow', true, 1]);
  expect(await shown(midnight + 5 * DAY)).toEqual(['short yellow', true, 1]);
  expect(await shown(midnight + 6 * DAY - 1)).toEqual(['short yellow', true, 1]);
  expect(await shown(midnight + 6 * DAY)).toEqual(['short red', true, 1]);
  expect(await shown(midnight + 30 * DAY)).toEqual(['short red', true, 1]);
});

test('CK13 a clock that stands still keeps its light while another one turns', async () => {
  const { shown, admin, caseId } = await reviewing([days('still', 4), days('runs', 8, { pauses: [] })]);
  const midnight = OPENING - 9 * 3_600_000;
  expect(await shown(midnight + 4.5 * DAY)).toEqual(['still yellow', true, 1]);
  mustBeDone(await admin.pause({ commandId: 'p', caseId, reason: 'publicity', openEnded: true }));
  expect(await shown(midnight + 5 * DAY)).toEqual(['still yellow', true, 1]);
  expect(await shown(midnight + 8 * DAY)).toEqual(['runs yellow', true, 1]);
  expect(await shown(midnight + 9 * DAY)).toEqual(['runs red', true, 1]);
});

test('CK8 of several that are due by now, each of those who are named hears the last one only', async () => {
  const to = { to: ['performer', 'supervisor'] };
  const notices = [{ light: 'yellow', ahead: 1, ...to }, { light: 'yellow', ...to }, { light: 'red' }] as const;
  const { office, heard } = await reviewing([days('whole', 5, { notices })]);
  office.clock.advanceTo(OPENING + 10 * DAY);
  await office.engine.runDue();
  expect(heard.map(({ template, to }) => [template, to.role])).toEqual([
    ['limit.yellow', 'supervisor'],
    ['limit.red', 'reviewer'],
  ]);
});

test('CK8 word of a limit is given while the case is suspended, unless the limit lists that', async () => {
  const notices = [{ light: 'yellow' }] as const;
  const { office, admin, caseId, heard } = await reviewing([
    days('goesOn', 5, { notices }),
    days('still', 5, { notices, pauses: ['suspended'] }),
  ]);
  mustBeDone(await admin.operateCase({ commandId: 's', caseId, kind: 'suspend', reason: '待核实' }));
  office.clock.advanceTo(OPENING + 5 * DAY);
  await office.engine.runDue();
  expect(heard.map(({ parameters }) => parameters['limit'])).toEqual(['goesOn']);
  mustBeDone(await admin.operateCase({ commandId: 'r', caseId, kind: 'resume' }));
  office.clock.advanceTo(OPENING + 15 * DAY);
  await office.engine.runDue();
  expect(heard.map(({ parameters }) => parameters['limit'])).toEqual(['goesOn', 'still']);
});
