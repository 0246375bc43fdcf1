/**
 * Days: `YYYY-MM-DD` outside, day numbers (days since 1970-01-01) inside; instants are epoch milliseconds.
 * Proleptic Gregorian calendar, years 0000 to 9999; own arithmetic, so nothing depends on the zone of the machine.
 */
import { raise } from './raise.ts';

/** A day as `YYYY-MM-DD`. Days compare as text. */
export type Day = string;

/** Milliseconds of a day. */
export const DAY_MS = 86_400_000;

const MINUTE_MS = 60_000;
const DAYS_OF_400_YEARS = 146_097;
/** Days from 0000-03-01 to 1970-01-01. */
const EPOCH_SHIFT = 719_468;

/** Whether `text` is an existing day, written `YYYY-MM-DD`. */
export function isDay(text: unknown): text is Day {
  return typeof text === 'string' && parseDay(text) !== undefined;
}

/** The number of a day: days since 1970-01-01. @throws CALENDAR_DAY_INVALID */
export function dayNumber(day: Day): number {
  const parsed = parseDay(day);
  if (parsed === undefined) throw raise('CALENDAR_DAY_INVALID', { day: String(day) });
  return numberOfDate(parsed);
}

/** The day with this number. @throws CALENDAR_DAY_INVALID outside the years 0000 to 9999 */
export function dayOfNumber(number: number): Day {
  const { year, month, date } = dateOfNumber(number);
  if (!(year >= 0 && year <= 9999)) throw raise('CALENDAR_DAY_INVALID', { day: String(number) });
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}

/** The day it is at an instant, `offsetMinutes` east of UTC (480 for China). */
export function dayAt(epochMs: number, offsetMinutes: number): Day {
  return dayOfNumber(dayNumberAt(epochMs, offsetMinutes));
}

/** The number of the day it is at an instant. */
export function dayNumberAt(epochMs: number, offsetMinutes: number): number {
  return Math.floor((epochMs + offsetMinutes * MINUTE_MS) / DAY_MS);
}

/** The first millisecond of a day, by number. */
export function startOfDayNumber(number: number, offsetMinutes: number): number {
  return number * DAY_MS - offsetMinutes * MINUTE_MS;
}

/** The last millisecond of a day (23:59:59.999), so that the day of a due instant is the due day. */
export function endOfDay(calendar: { readonly offsetMinutes: number }, day: Day): number {
  return startOfDayNumber(dayNumber(day) + 1, calendar.offsetMinutes) - 1;
}

/** Day of the week, 1 = Monday … 7 = Sunday. */
export function weekdayOf(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/**
 * The day `months` later (earlier when negative) with the same day of the month; where the month has no such day, its last
 * day. `clamped` tells that it had none.
 */
export function addMonths(number: number, months: number): { readonly number: number; readonly clamped: boolean } {
  const { year, month, date } = dateOfNumber(number);
  const index = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
  const last = daysInMonth(target.year, target.month);
  return { number: numberOfDate({ ...target, date: Math.min(date, last) }), clamped: date > last };
}

interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

function parseDay(text: string): CalendarDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const exists = month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
  return exists ? { year, month, date } : undefined;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

// Years are counted from March here, so that the leap day is the last of its year and months have a regular pattern.
function numberOfDate({ year, month, date }: CalendarDate): number {
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_OF_400_YEARS + dayOfEra - EPOCH_SHIFT;
}

function dateOfNumber(number: number): CalendarDate {
  const shifted = number + EPOCH_SHIFT;
  const era = Math.floor(shifted / DAYS_OF_400_YEARS);
  const dayOfEra = shifted - era * DAYS_OF_400_YEARS;
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, date: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1 };
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
