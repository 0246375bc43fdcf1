/** When a limit is over. Rules CAL4–CAL12 in SPEC.md. */
import type { CalendarData, Limit, Pause } from '@tongban/model';
import { countedTime, countedTotal, countsWorkedDays, instantOf } from './counted-time.ts';
import { dayAt, endOfDay } from './day.ts';
import { type PauseRun, pauseRuns } from './pause-run.ts';

/** The last moment of a limit. */
export interface Deadline {
  /** Epoch milliseconds: the last millisecond of the due day, or the exact moment for a limit in hours. */
  readonly dueAt: number;
  /** It reaches beyond the published days of the calendar, so it may still move. */
  readonly provisional: boolean;
}

/** What a deadline depends on beside the limit and the calendar. Epoch milliseconds. */
export interface DeadlineFacts {
  readonly startedAt: number;
  readonly pauses?: readonly Pause[];
  /** A pause that lasts is counted up to here; without it, a lasting pause is not counted yet. */
  readonly now?: number;
}

/**
 * The deadline of a limit that started at a moment, with its pauses.
 * @throws CALENDAR_NO_WORKING_DAY
 */
export function deadlineOf(limit: Limit, calendar: CalendarData, facts: DeadlineFacts): Deadline {
  const { startedAt, pauses = [], now = startedAt } = facts;
  const dueAt = dueInstant(limit, calendar, startedAt, pauseRuns(limit, pauses, startedAt, now));
  const provisional = countsWorkedDays(limit, calendar) && !isPublished(calendar, startedAt, dueAt);
  return { dueAt, provisional };
}

function isPublished({ publishedFrom = '', publishedThrough, offsetMinutes }: CalendarData, startedAt: number, dueAt: number): boolean {
  return dayAt(startedAt, offsetMinutes) >= publishedFrom && dayAt(dueAt, offsetMinutes) <= publishedThrough;
}

/** The due moment with pauses that are over. */
export function dueInstant(limit: Limit, calendar: CalendarData, startedAt: number, runs: readonly PauseRun[]): number {
  const total = countedTotal(limit, calendar, startedAt);
  if (limit.unit === 'hour') return total === 0 ? startedAt : instantOf(total, countedTime(limit, calendar, startedAt, runs));
  // Zero days: the day it starts.
  if (total === 0) return endOfDay(calendar, dayAt(startedAt, calendar.offsetMinutes));
  return instantOf(total, countedTime(limit, calendar, startedAt, runs)) - 1;
}
