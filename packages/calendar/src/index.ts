/**
 * Working days, holidays and make-up days (调休), legal limits, pauses, lights. Pure: the moment is an argument, days are
 * `YYYY-MM-DD`, instants are epoch milliseconds, the offset belongs to the calendar.
 *
 * @example
 * ```ts
 * import { china2026, dayAt, deadlineOf } from '@tongban/calendar';
 * const limit = { id: 'review', name: { 'zh-CN': '审查' }, amount: 2, unit: 'workingDay' } as const;
 * const { dueAt } = deadlineOf(limit, china2026, { startedAt: 1_772_780_400_000 }); // Friday 2026-03-06, 15:00 in China
 * dayAt(dueAt, china2026.offsetMinutes); // '2026-03-10', a Tuesday
 * ```
 */

// Days

export { type Day, dayAt, dayNumber, dayOfNumber, endOfDay, isDay } from './day.ts';
export { addDuration } from './duration.ts';

// Working days

export { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.ts';

// Limits and clocks

export { type LightPlan, lightPlanOf, nextLightChange, readClock } from './clock-reading.ts';
export { type Deadline, type DeadlineFacts, deadlineOf } from './deadline.ts';
export { noticeInstant } from './notice-instant.ts';
export { type DeadlineChange, type DeadlineComparison, whatIfDeadline } from './what-if.ts';

// Calendars: read, check, the national one

export { checkCalendar } from './check-calendar.ts';
export { china, china2026 } from './data/china.ts';
export { type CalendarReading, readCalendarJson } from './read-calendar-json.ts';

// Errors

export { calendarErrors } from './errors.ts';
