/** Adds an ISO 8601 duration of years, months, weeks and days to a day: the validity of a document, a date by which. */
import { addMonths, type Day, dayNumber, dayOfNumber } from './day.ts';
import { raise } from './raise.ts';

/**
 * The day a duration later (earlier with a leading `-`). Years and months first, keeping the day of the month, or the last
 * day of the month where there is no such day; then weeks and days.
 * @throws CALENDAR_DURATION_INVALID, CALENDAR_DAY_INVALID
 * @example
 * ```ts
 * import { addDuration } from '@tongban/calendar';
 * addDuration('2026-03-04', 'P1Y'); // '2027-03-04'
 * addDuration('2026-01-31', 'P1M'); // '2026-02-28'
 * ```
 */
export function addDuration(day: Day, duration: string): Day {
  const { months, days } = parseDuration(duration);
  return dayOfNumber(addMonths(dayNumber(day), months).number + days);
}

function parseDuration(duration: string): { readonly months: number; readonly days: number } {
  const match = /^(-)?P(?=\d)(?:(\d{1,5})Y)?(?:(\d{1,5})M)?(?:(\d{1,5})W)?(?:(\d{1,7})D)?$/.exec(duration);
  if (match === null) throw raise('CALENDAR_DURATION_INVALID', { duration: String(duration) });
  const [years, months, weeks, days] = match.slice(2).map((part) => Number(part ?? 0)) as [number, number, number, number];
  const sign = match[1] === undefined ? 1 : -1;
  return { months: sign * (years * 12 + months), days: sign * (weeks * 7 + days) };
}
