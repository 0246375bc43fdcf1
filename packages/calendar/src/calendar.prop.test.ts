import type { CalendarData, Limit, Pause } from '@tongban/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDuration,
  addWorkingDays,
  dayAt,
  dayNumber,
  dayOfNumber,
  deadlineOf,
  type LightPlan,
  lightPlanOf,
  nextLightChange,
  noticeInstant,
  readClock,
  workingDaysBetween,
} from './index.ts';

const run = { seed: 20261122, numRuns: 300 };
const DAY = 86_400_000;
const MINUTE = 60_000;
const JAN_1 = Date.UTC(2026, 0, 1) / DAY;

const dayNumberOf2026 = fc.integer({ min: JAN_1, max: JAN_1 + 364 });
const minuteOf2026 = fc.integer({ min: 0, max: 364 * 1440 - 1 }).map((minute) => JAN_1 * DAY + minute * MINUTE);

const calendars: fc.Arbitrary<CalendarData> = fc
  .record({
    offsetMinutes: fc.constantFrom(480, 0, -210),
    weekend: fc.subarray([1, 3, 6, 7]),
    holidays: fc.array(fc.tuple(dayNumberOf2026, fc.integer({ min: 0, max: 9 })), { maxLength: 8 }),
    makeUpDays: fc.array(dayNumberOf2026, { maxLength: 8 }),
  })
  .map(({ holidays, makeUpDays, ...rest }) => ({
    ...rest,
    formatVersion: 1 as const,
    id: 'random',
    name: { 'zh-CN': '随机' },
    holidays: holidays.map(([from, length]) => ({ name: { 'zh-CN': '假' }, from: dayOfNumber(from), to: dayOfNumber(from + length) })),
    makeUpDays: makeUpDays.map(dayOfNumber),
    publishedThrough: '2026-12-31',
    hours: [
      [510, 720],
      [870, 1080],
    ] as const,
  }));

const pauseLists: fc.Arbitrary<readonly Pause[]> = fc
  .array(
    fc.record({
      reason: fc.constantFrom('correction', 'other'),
      from: minuteOf2026,
      length: fc.option(fc.integer({ min: 0, max: 12 * 1440 }), { nil: undefined, freq: 8 }),
    }),
    { maxLength: 5 },
  )
  .map((pauses) =>
    pauses.map(({ reason, from, length }) => ({ reason, from, ...(length === undefined ? {} : { to: from + length * MINUTE }) })),
  );

const dayLimits: fc.Arbitrary<Limit> = fc.record({
  id: fc.constant('l'),
  name: fc.constant({ 'zh-CN': '限' }),
  amount: fc.integer({ min: 1, max: 40 }),
  unit: fc.constantFrom('workingDay' as const, 'calendarDay' as const),
  firstDayCounts: fc.boolean(),
  pauses: fc.constant(['correction']),
});

const limits: fc.Arbitrary<Limit> = fc.oneof(
  dayLimits,
  fc.record({
    id: fc.constant('l'),
    name: fc.constant({ 'zh-CN': '限' }),
    amount: fc.integer({ min: 1, max: 5 }),
    unit: fc.constantFrom('month' as const, 'hour' as const),
    firstDayCounts: fc.boolean(),
    pauses: fc.constant(['correction']),
  }),
);

describe('against a reckoning day by day', () => {
  test('CAL4, CAL5, CAL8, CAL9, CAL10, CAL11 deadlines in days', () => {
    fc.assert(
      fc.property(calendars, dayLimits, minuteOf2026, pauseLists, minuteOf2026, (calendar, limit, startedAt, pauses, now) => {
        const { dueAt } = deadlineOf(limit, calendar, { startedAt, pauses, now });
        expect(dayAt(dueAt, calendar.offsetMinutes)).toBe(dueByHand(calendar, limit, startedAt, pauses, now));
      }),
      { ...run, numRuns: 1000 },
    );
  });

  test('CAL7, CAL8, CAL9 deadlines in hours, minute by minute', () => {
    fc.assert(
      fc.property(calendars, fc.integer({ min: 1, max: 20 }), minuteOf2026, pauseLists, (calendar, amount, startedAt, pauses) => {
        const limit: Limit = { id: 'l', name: { 'zh-CN': '限' }, amount, unit: 'hour', pauses: ['correction'] };
        const ended = pauses.filter(({ to }) => to !== undefined);
        const { dueAt } = deadlineOf(limit, calendar, { startedAt, pauses: ended });
        expect(dueAt).toBe(dueMinuteByHand(calendar, amount, startedAt, ended));
      }),
      { ...run, numRuns: 100 },
    );
  });

  test('CAL25 a notice comes at the instant at which its light turns', () => {
    const colours = fc.constantFrom('yellow' as const, 'red' as const);
    const shares = fc.constantFrom(undefined, [1, 3] as const, [1, 1] as const);
    fc.assert(
      fc.property(
        ...[calendars, limits, shares, colours, minuteOf2026, pauseLists, minuteOf2026, fc.boolean()],
        (calendar, other, yellow, light, startedAt, pauses, now, isZero) => {
          const limit = { ...other, ...(yellow === undefined ? {} : { yellow }), ...(isZero ? { amount: 0 } : {}) };
          const clock = { limitId: 'l', startedAt, pauses: pauses.filter(({ to }) => to !== undefined) };
          const at = noticeInstant(limit, calendar, clock, { light }, now);
          if (at === undefined) return;
          expect(readClock(limit, calendar, clock, at).light).toBe(light);
          if (at > startedAt) expect(readClock(limit, calendar, clock, at - 1).light).toBe(light === 'red' ? 'yellow' : 'green');
        },
      ),
      run,
    );
  });

  test('CAL2, CAL3 adding and counting undo each other', () => {
    fc.assert(
      fc.property(calendars, dayNumberOf2026, fc.integer({ min: -30, max: 30 }), (calendar, number, n) => {
        const day = dayOfNumber(number);
        const there = addWorkingDays(calendar, day, n);
        if (n >= 0) expect(workingDaysBetween(calendar, day, there)).toBe(n);
        else expect(addWorkingDays(calendar, addWorkingDays(calendar, there, -n), n)).toBe(there);
      }),
      run,
    );
  });

  test('CAL19, CAL22 days agree with the platform', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (number) => {
        const day = new Date(number * DAY).toISOString().slice(0, 10);
        expect(dayOfNumber(number)).toBe(day);
        expect(dayNumber(day)).toBe(number);
        expect(addDuration(day, 'P3D')).toBe(new Date((number + 3) * DAY).toISOString().slice(0, 10));
      }),
      run,
    );
  });
});

describe('lights', () => {
  test('CAL13, CAL14, CAL18 the light stands still up to the next change, and differs there', () => {
    fc.assert(
      fc.property(
        calendars,
        limits,
        minuteOf2026,
        pauseLists,
        minuteOf2026,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true })),
        (calendar, limit, startedAt, pauses, now, parts) => {
          const clock = { limitId: 'l', startedAt, pauses };
          const lightAt = (instant: number) => readClock(limit, calendar, clock, instant).light;
          const change = nextLightChange(limit, calendar, clock, now);
          const horizon = (change ?? now + 200 * DAY) - 1;
          if (change !== undefined) expect(lightAt(change)).not.toBe(lightAt(now));
          for (const part of [...parts, 1]) expect(lightAt(Math.floor(now + part * (horizon - now)))).toBe(lightAt(now));
        },
      ),
      run,
    );
  });

  test('CAL23 the plan of a clock whose pauses are over shows what reading it shows', () => {
    const planned = ({ yellowAt, redAt, fixed }: LightPlan, now: number) =>
      fixed ?? (now >= redAt ? 'red' : now >= yellowAt ? 'yellow' : 'green');
    fc.assert(
      fc.property(calendars, limits, minuteOf2026, pauseLists, minuteOf2026, minuteOf2026, (calendar, limit, startedAt, pauses, a, b) => {
        const [now, later] = [Math.min(a, b), Math.max(a, b)];
        const clock = { limitId: 'l', startedAt, pauses: pauses.filter(({ to }) => to !== undefined && to <= now) };
        const plan = lightPlanOf(limit, calendar, clock, now);
        for (const moment of [now, later]) expect(planned(plan, moment)).toBe(readClock(limit, calendar, clock, moment).light);
        const paused = lightPlanOf(limit, calendar, { ...clock, pauses: [{ reason: 'correction', from: now }] }, later);
        if (startedAt <= later && now <= later) expect(paused.fixed === undefined).toBe(later < Math.max(now, startedAt));
      }),
      run,
    );
  });

  test('CAL13, CAL15, CAL17 red means overdue, and used and remaining add up', () => {
    fc.assert(
      fc.property(calendars, limits, minuteOf2026, pauseLists, minuteOf2026, (calendar, limit, startedAt, pauses, now) => {
        const reading = readClock(limit, calendar, { limitId: 'l', startedAt, pauses }, now);
        expect(reading.used + reading.remaining).toBeCloseTo(limit.amount, 9);
        if (!reading.paused) expect(reading.light === 'red').toBe(now > reading.dueAt);
        if (reading.light === 'yellow') expect(reading.remaining).toBeLessThanOrEqual(limit.amount / 5 + 1e-9);
      }),
      run,
    );
  });
});

// The rules again, written to be obviously right and slow: every day is asked by itself.
function dueByHand(calendar: CalendarData, limit: Limit, startedAt: number, pauses: readonly Pause[], now: number): string {
  const local = (instant: number): string => new Date(instant + calendar.offsetMinutes * MINUTE).toISOString().slice(0, 10);
  const stops = pauses.filter(({ reason }) => reason === 'correction').map(({ from, to = now }) => ({ from, to }));
  let left = limit.amount;
  let day = local(startedAt);
  if (!limit.firstDayCounts) day = addDuration(day, 'P1D');
  for (; ; day = addDuration(day, 'P1D')) {
    const end = Date.parse(`${day}T00:00:00Z`) + DAY - calendar.offsetMinutes * MINUTE;
    const pausedAtEnd = stops.some(({ from, to }) => from < end && end <= to);
    if (!pausedAtEnd && (limit.unit === 'calendarDay' || workedByHand(calendar, day))) left--;
    if (left === 0) return day;
  }
}

function dueMinuteByHand(calendar: CalendarData, hours: number, startedAt: number, pauses: readonly Pause[]): number {
  let left = hours * 60;
  for (let minute = startedAt; ; minute += MINUTE) {
    const local = new Date(minute + calendar.offsetMinutes * MINUTE);
    const minuteOfDay = local.getUTCHours() * 60 + local.getUTCMinutes();
    const open = (calendar.hours ?? []).some(([from, to]) => from <= minuteOfDay && minuteOfDay < to);
    const paused = pauses.some(({ reason, from, to = 0 }) => reason === 'correction' && from <= minute && minute < to);
    if (open && !paused && workedByHand(calendar, local.toISOString().slice(0, 10))) left--;
    if (left === 0) return minute + MINUTE;
  }
}

function workedByHand(calendar: CalendarData, day: string): boolean {
  if (calendar.makeUpDays.includes(day)) return true;
  if (calendar.holidays.some(({ from, to }) => from <= day && day <= to)) return false;
  return !calendar.weekend.includes(((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1);
}
