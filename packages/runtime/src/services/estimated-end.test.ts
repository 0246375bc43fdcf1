import { china } from '@tongban/calendar';
import type { Limit } from '@tongban/model';
import { expect, test } from 'vitest';
import { flow } from '../testing/builders/flow.ts';
import { COUNTY, OPENING, people, smallRelease } from '../testing/small-measure.ts';
import { mustBeDone, SmallOffice } from '../testing/small-office.ts';

const DAY = 86_400_000;
/** The end of 2 March 2026, a Monday, on which all cases start. */
const MONDAY_ENDS = OPENING + 15 * 3_600_000 - 1;
const day = (id: string, amount: number, unit: Limit['unit'] = 'calendarDay'): Limit => ({ id, name: { 'zh-CN': id }, amount, unit });
const limits = [day('one', 1), day('two', 2), day('five', 5), day('seven', 7), day('worked', 5, 'workingDay')];
const task = { performer: { role: 'reviewer', department: 'zrzy' }, filings: [], operations: [] };
const takes = (...clocks: string[]) => ({ task, clocks });
type Flow = Parameters<typeof flow>;

async function estimated(text: Flow[0], more: Flow[1]) {
  const office = await SmallOffice.open();
  const manifest = { ...smallRelease.manifest, limits };
  const release = { ...smallRelease, id: `sha256:${text}`, manifest, calendar: china, program: flow(text, more) };
  await office.engine.deploy({ tenant: COUNTY, release });
  office.caseId = mustBeDone(await office.engine.as(people.applicant).start({ commandId: 'start', measureId: 'small' })).caseId;
  const estimate = async () => (await office.as(people.land).case(office.caseId)).estimate;
  const days = async () => {
    const found = await estimate();
    return found && (found.at - MONDAY_ENDS) / DAY;
  };
  const finish = (nodeId: string) => office.complete(people.land, nodeId, {});
  return { office, estimate, days, finish };
}

test('CK15 the estimate is the longest way when every step takes its limit; a step more that comes first makes it later', async () => {
  const nodes = { check: takes('five'), before: takes('two'), seal: takes('one') };
  expect(await (await estimated('start > check > seal > end', { nodes })).days()).toBe(6);
  expect(await (await estimated('start > before > check > seal > end', { nodes })).days()).toBe(8);
});

test('CK15 what joins goes on when the last way is there, whichever was done early; of several ways the longest counts', async () => {
  const nodes = { land: takes('five'), fire: takes('seven'), seal: takes('two') };
  const both = await estimated('start > parallel:s > land > parallel:j > seal > end ; s > fire > j', { nodes });
  expect(await both.days()).toBe(9);
  both.office.clock.advanceTo(OPENING + DAY);
  await both.finish('fire');
  // Land has four of its five days left.
  expect(await both.days()).toBe(7);
  await both.finish('land');
  expect(await both.days()).toBe(3);
  const one = await estimated('start > one > exclusive:s > land > exclusive:j > seal > end ; s > fire > j', {
    nodes: { ...nodes, one: takes('one') },
  });
  expect(await one.days()).toBe(10);
});

test('CK15 a way back is not gone, and what is late ends now at the earliest', async () => {
  const nodes = { apply: takes('two'), check: takes('five'), seal: takes('one') };
  const back = await estimated('start > apply > check > exclusive:s > seal > end ; s > apply', { nodes });
  expect(await back.days()).toBe(8);
  await back.finish('apply');
  expect(await back.days()).toBe(6);
  back.office.clock.advanceTo(MONDAY_ENDS + 30 * DAY);
  expect(await back.days()).toBe(31);
});

test('CK15 of several limits of a step the nearest counts; a sub-process takes its own limit, or as long as what is in it', async () => {
  const nodes = { check: takes('seven', 'two'), a: takes('two'), b: takes('five'), seal: takes('one') };
  const text = 'start > check > sub:phase > seal > end';
  const inside = { phase: 'start1 > a > b > end1' };
  expect(await (await estimated(text, { nodes, inside })).days()).toBe(10);
  expect(await (await estimated(text, { inside, nodes: { ...nodes, phase: { clocks: ['two'] } } })).days()).toBe(5);
  const within = await estimated(text, { nodes, inside });
  await within.finish('check');
  expect(await within.days()).toBe(8);
  await within.finish('a');
  expect(await within.days()).toBe(6);
});

test('CK15 working days are those of the county; steps without a limit take no time and are counted; without any limit nothing is said', async () => {
  const nodes = { check: takes('worked'), look: takes(), seal: takes() };
  const { estimate, finish } = await estimated('start > check > look > seal > end', { nodes });
  expect(await estimate()).toEqual({ at: MONDAY_ENDS + 7 * DAY, provisional: false, stepsWithoutLimit: 2 });
  await finish('check');
  expect(await estimate()).toBeUndefined();
});

test('CK15 a link goes on where it is caught', async () => {
  const link = { events: [{ kind: 'link', name: 'on' }] } as const;
  const nodes = { check: takes('five'), out: link, into: link, seal: takes('two') };
  expect(await (await estimated('start > check > throw:out ; catch:into > seal > end', { nodes })).days()).toBe(7);
});
