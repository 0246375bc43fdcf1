import { china } from '@tongban/calendar';
import type { CaseClockReading, Limit, MovedClock } from '@tongban/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flow } from '../testing/builders/flow.ts';
import { COUNTY, people, smallRelease } from '../testing/small-measure.ts';
import { mustBeDone, SmallOffice } from '../testing/small-office.ts';

const HOUR = 3_600_000;
const REASONS = ['publicity', 'expertReview'] as const;

const limits = fc
  .record({
    unit: fc.constantFrom('workingDay' as const, 'calendarDay' as const, 'hour' as const, 'month' as const),
    amount: fc.integer({ min: 1, max: 12 }),
    pauses: fc.subarray([...REASONS]),
  })
  .map((limit) => ({ name: { 'zh-CN': '时限' }, ...limit }));

const acts = fc.record({
  wait: fc.integer({ min: 0, max: 120 }),
  reason: fc.constantFrom(...REASONS),
  how: fc.constantFrom(
    'openEnded' as const,
    'term' as const,
    'until' as const,
    'past' as const,
    'end' as const,
    'move' as const,
    'calendar' as const,
  ),
  days: fc.integer({ min: 1, max: 20 }),
});

type Act = typeof acts extends fc.Arbitrary<infer One> ? One : never;

/** A case with clocks of its own and of its step, and one that the flow holds for a while. */
async function underReview(own: readonly Limit[]) {
  const office = await SmallOffice.open();
  const manifest = { ...smallRelease.manifest, limits: own };
  const [whole = '', ...rest] = own.map(({ id }) => id);
  const nodes = { review: { clocks: rest }, notice: { pauses: 'publicity' } };
  const program = flow('start > parallel:split > review > end1 ; split > notice > end2', { nodes, process: { clocks: [whole] } });
  await office.engine.deploy({ tenant: COUNTY, release: { ...smallRelease, id: 'sha256:review', manifest, calendar: china, program } });
  const { caseId } = mustBeDone(await office.engine.as(people.applicant).start({ commandId: 'start', measureId: 'small' }));
  return { office, admin: office.engine.as(people.admin), caseId };
}

const dueAts = (clocks: readonly CaseClockReading[]) => new Map(clocks.map(({ clockId, dueAt }) => [clockId, dueAt]));
// What stands still without a planned end has no deadline that another calendar could move (CK7).
const endsKnown = (clocks: readonly CaseClockReading[]) => clocks.filter(({ paused, resumesAt }) => !paused || resumesAt !== undefined);
const thought = (before: ReadonlyMap<number, number>, moved: readonly MovedClock[]) =>
  new Map([...before, ...moved.map(({ clockId, after }) => [clockId, after.dueAt] as const)]);

async function play({ office, admin, caseId }: Awaited<ReturnType<typeof underReview>>, { how, wait, reason, days }: Act): Promise<void> {
  office.clock.advanceTo(office.clock.now() + wait * HOUR);
  await office.engine.runDue();
  const now = office.clock.now();
  const clocksNow = async () => (how === 'calendar' ? endsKnown(await admin.clocks(caseId)) : admin.clocks(caseId));
  const before = dueAts(await clocksNow());
  const order = { commandId: office.commandId, caseId, reason, comment: '试' };
  const later = now + days * 24 * HOUR;
  const held = (await admin.pauses(caseId)).lasting.some((one) => one.reason === reason && one.byCommand);
  let moved: readonly MovedClock[] = [];
  if (how === 'calendar') {
    const version = (await admin.calendar('china'))?.version ?? 0;
    const day = new Date(now + (days - 10) * 24 * HOUR).toISOString().slice(0, 10);
    const calendar = { ...china, holidays: [...china.holidays, { name: { 'zh-CN': '节' }, from: day, to: day }] };
    await admin.saveCalendar({ calendar, version });
    moved = (await admin.previewCalendar({ calendarId: 'china' })).entries.flatMap(({ clocks }) => clocks);
    await admin.reschedule({ commandId: order.commandId, calendarId: 'china' });
    const told = (await admin.rescheduled({ calendarId: 'china', version: version + 1 })).entries.flatMap(({ clocks }) => clocks);
    expect(told.map(({ clockId, after }) => [clockId, after])).toEqual(moved.map(({ clockId, after }) => [clockId, after.dueAt]));
  } else if (how === 'past') {
    const past = { from: now - days * HOUR, to: now };
    moved = held ? [] : await admin.previewPause({ caseId, reason, ...past });
    if (!held) mustBeDone(await admin.pause({ ...order, ...past }));
  } else if (!held && how !== 'end' && how !== 'move') {
    const end =
      how === 'until' ? { until: later } : how === 'term' ? { term: { amount: days, unit: 'workingDay' as const } } : { openEnded: true };
    moved = await admin.previewPause({ caseId, reason, ...end });
    mustBeDone(await admin.pause({ ...order, ...end }));
  } else if (held && how === 'end') {
    moved = await admin.previewPause({ caseId, reason, to: now });
    mustBeDone(await admin.resume(order));
  } else if (held && how === 'move') {
    moved = await admin.previewPause({ caseId, reason, until: later });
    mustBeDone(await admin.movePause({ ...order, until: later }));
  }
  expect(dueAts(await clocksNow())).toEqual(thought(before, moved));
}

test('CK14 what a preview says of pauses, their ends and calendars is what then happens', async () => {
  const lists = fc
    .array(limits, { minLength: 1, maxLength: 3 })
    .map((list) => list.map((limit, at): Limit => ({ id: `l${at}`, ...limit })));
  const games = fc.asyncProperty(lists, fc.array(acts, { minLength: 1, maxLength: 7 }), async (own, list) => {
    if (!own.some(({ pauses = [] }) => pauses.length === 2)) return;
    const office = await underReview(own);
    for (const act of list) await play(office, act);
  });
  await fc.assert(games, { seed: 14, numRuns: 80 });
});
