/** Working days of a calendar: weekends and holidays are off, make-up days (调休) are worked. Rules CAL1–CAL3 in SPEC.md. */
import type { CalendarData } from '@tongban/model';
import { type Day, dayNumber, dayOfNumber } from './day.ts';
import { dayOffIndex } from './day-off-index.ts';

/** Whether people work on this day. A make-up day is worked even inside a weekend or holiday. */
export function isWorkingDay(calendar: CalendarData, day: Day): boolean {
  return dayOffIndex(calendar).isWorked(dayNumber(day));
}

/**
 * The `n`-th working day after `day`, or before it when `n` is negative; `day` itself, worked or not, when `n` is 0.
 * @throws CALENDAR_DAY_INVALID, CALENDAR_NO_WORKING_DAY
 */
export function addWorkingDays(calendar: CalendarData, day: Day, n: number): Day {
  const index = dayOffIndex(calendar);
  const step = n < 0 ? -1 : 1;
  let number = dayNumber(day);
  for (let left = Math.abs(n); left > 0; left--) number = index.nextWorked(number, step);
  return dayOfNumber(number);
}

/** How many working days lie after `from`, up to and including `to`; negative when `to` is earlier. */
export function workingDaysBetween(calendar: CalendarData, from: Day, to: Day): number {
  const index = dayOffIndex(calendar);
  const [first, last] = [dayNumber(from), dayNumber(to)];
  let count = 0;
  for (let day = Math.min(first, last) + 1; day <= Math.max(first, last); day++) if (index.isWorked(day)) count++;
  return last < first ? -count : count;
}
