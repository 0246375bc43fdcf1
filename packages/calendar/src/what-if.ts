/** What a clock would show if something were otherwise: a calendar edited, a limit changed, time left out. Rule CAL24 in SPEC.md. */
import type { CalendarData, Clock, ClockReading, Limit, Pause } from '@tongban/model';
import { readClock } from './clock-reading.ts';
import { DAY_MS } from './day.ts';

/** What would be otherwise. */
export interface DeadlineChange {
  readonly calendar?: CalendarData;
  readonly limit?: Limit;
  readonly startedAt?: number;
  /** Pauses beside those the clock has had. */
  readonly pauses?: readonly Pause[];
}

/** A clock as it is, and as it would be. */
export interface DeadlineComparison {
  readonly before: ClockReading;
  readonly after: ClockReading;
  /** How far the due instant would move, in days of 24 hours; negative when earlier. */
  readonly movedDays: number;
}

/**
 * Reads a clock at `now` as it is and as it would be; nothing is changed.
 * @throws CALENDAR_NO_WORKING_DAY
 */
export function whatIfDeadline(
  limit: Limit,
  calendar: CalendarData,
  clock: Clock,
  change: DeadlineChange,
  now: number,
): DeadlineComparison {
  const before = readClock(limit, calendar, clock, now);
  const other = { ...clock, startedAt: change.startedAt ?? clock.startedAt, pauses: [...clock.pauses, ...(change.pauses ?? [])] };
  const after = readClock(change.limit ?? limit, change.calendar ?? calendar, other, now);
  return { before, after, movedDays: (after.dueAt - before.dueAt) / DAY_MS };
}
