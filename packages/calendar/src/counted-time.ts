/**
 * Counted time: the stretches in which a limit's time is used up. Every unit comes down to it, and deadline, used part and
 * light are all read from it. In units of days a whole day counts or not at all:
 *
 *     Fri ── start      Mon ██ 1      Tue ░░ paused at its end      Wed ██ 2, due at its end      (2 working days)
 */
import type { CalendarData, Limit } from '@tongban/model';
import { addMonths, DAY_MS, dayNumberAt, startOfDayNumber } from './day.ts';
import { dayOffIndex } from './day-off-index.ts';
import type { PauseRun } from './pause-run.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** A stretch of counted time, `from` inclusive, `to` exclusive; epoch milliseconds. */
export type Stretch = readonly [from: number, to: number];

/** How long a limit is in counted time, in milliseconds. Months and years are as long as the days they happen to have. */
export function countedTotal(limit: Limit, calendar: CalendarData, startedAt: number): number {
  if (limit.unit === 'hour') return limit.amount * HOUR_MS;
  if (limit.unit === 'workingDay' || limit.unit === 'calendarDay') return limit.amount * DAY_MS;
  const first = dayNumberAt(startedAt, calendar.offsetMinutes);
  const { number, clamped } = addMonths(first, limit.unit === 'year' ? limit.amount * 12 : limit.amount);
  // The last day is the one of the same number; when the first day counts, the day before, unless that month was too short.
  return (number - first + (limit.firstDayCounts && clamped ? 1 : 0)) * DAY_MS;
}

/** The counted stretches of a clock from its start on, in order and without end. Runs must be over. */
export function* countedTime(limit: Limit, calendar: CalendarData, startedAt: number, runs: readonly PauseRun[]): Generator<Stretch> {
  const worked = countsWorkedDays(limit, calendar) ? dayOffIndex(calendar) : undefined;
  const start = dayNumberAt(startedAt, calendar.offsetMinutes);
  const stretchesOf = limit.unit === 'hour' ? hoursOfDay(calendar, startedAt, runs) : wholeDay(calendar, runs);
  const first = limit.unit === 'hour' || limit.firstDayCounts ? start : start + 1;
  if (worked === undefined && limit.unit !== 'hour') {
    yield* everyDay(calendar, first, runs);
    return;
  }
  let day = worked === undefined || worked.isWorked(first) ? first : worked.nextWorked(first, 1);
  for (;;) {
    yield* stretchesOf(day);
    day = worked === undefined ? day + 1 : worked.nextWorked(day, 1);
  }
}

/** Whether a limit depends on which days are worked. */
export function countsWorkedDays(limit: Limit, calendar: CalendarData): boolean {
  return limit.unit === 'workingDay' || (limit.unit === 'hour' && calendar.hours !== undefined);
}

/** The first instant at which `total` milliseconds have been counted. */
export function instantOf(total: number, stretches: Iterable<Stretch>): number {
  let left = total;
  for (const [from, to] of stretches) {
    if (left <= to - from) return from + left;
    left -= to - from;
  }
  return Number.POSITIVE_INFINITY;
}

/** How many milliseconds have been counted at `instant`. */
export function countedUntil(instant: number, stretches: Iterable<Stretch>): number {
  let counted = 0;
  for (const [from, to] of stretches) {
    if (from >= instant) break;
    counted += Math.min(to, instant) - from;
  }
  return counted;
}

// Where every day counts, all days between two pauses are one stretch: a limit of centuries takes no longer than one of days.
function* everyDay({ offsetMinutes }: CalendarData, first: number, runs: readonly PauseRun[]): Generator<Stretch> {
  let day = first;
  for (const { from, to } of runs) {
    const [pausedFrom, goesOn] = [dayNumberAt(from, offsetMinutes), dayNumberAt(to, offsetMinutes)];
    if (pausedFrom > day) yield [startOfDayNumber(day, offsetMinutes), startOfDayNumber(pausedFrom, offsetMinutes)];
    day = Math.max(day, goesOn);
  }
  yield [startOfDayNumber(day, offsetMinutes), Number.POSITIVE_INFINITY];
}

// A day counts when the clock runs at its end: the day of a pause does not, the day it goes on does (CAL8).
function wholeDay(calendar: CalendarData, runs: readonly PauseRun[]): (day: number) => readonly Stretch[] {
  const { offsetMinutes } = calendar;
  const paused = runs.map(({ from, to }) => [dayNumberAt(from, offsetMinutes), dayNumberAt(to, offsetMinutes)] as const);
  return (day) => {
    if (paused.some(([from, to]) => from <= day && day < to)) return [];
    return [[startOfDayNumber(day, offsetMinutes), startOfDayNumber(day + 1, offsetMinutes)]];
  };
}

function hoursOfDay(calendar: CalendarData, startedAt: number, runs: readonly PauseRun[]): (day: number) => readonly Stretch[] {
  const hours = calendar.hours ?? [[0, 1440] as const];
  return (day) => {
    const midnight = startOfDayNumber(day, calendar.offsetMinutes);
    return hours.flatMap(([from, to]) => {
      const stretch: Stretch = [Math.max(midnight + from * MINUTE_MS, startedAt), midnight + to * MINUTE_MS];
      return runs.reduce(cutOut, [stretch]).filter(([begin, end]) => begin < end);
    });
  };
}

function cutOut(stretches: readonly Stretch[], run: PauseRun): readonly Stretch[] {
  return stretches.flatMap(([from, to]): readonly Stretch[] =>
    run.to <= from || run.from >= to
      ? [[from, to]]
      : [
          [from, run.from],
          [run.to, to],
        ],
  );
}
