/** Functions that make and look at dates, times and durations (DMN 1.5, 10.3.4.1, 10.3.4.7, 10.3.4.9). */
import type { FeelNumber } from '../decimal.ts';
import { numberText } from '../decimal.ts';
import type { Run } from '../run.ts';
import {
  dateOf,
  dateTimeAt,
  daysFromDate,
  FeelDate,
  FeelDateTime,
  type FeelDaysDuration,
  FeelMonthsDuration,
  FeelTime,
  monthsBetween,
  NANOS_PER_SECOND,
  parseDate,
  parseDateTime,
  parseDuration,
  parseTime,
  timeOf,
  weekday,
} from '../temporal.ts';
import type { FeelValue } from '../value.ts';
import { type Family, overload } from './built-in.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

export const temporalFunctions: Family = {
  date: [
    overload('from: string', (text: string) => parseDate(text) ?? undefined),
    overload('from: date', (date: FeelDate) => date),
    overload('from: date and time', ({ date }: FeelDateTime) => date),
    overload('year: number, month: number, day: number', (year: FeelNumber, month: FeelNumber, day: FeelNumber) =>
      typeof year === 'number' && typeof month === 'number' && typeof day === 'number'
        ? (dateOf(year, month, day) ?? undefined)
        : undefined,
    ),
  ],
  time: [
    overload('from: string', (text: string) => parseTime(text) ?? undefined),
    overload('from: time', (time: FeelTime) => time),
    overload('from: date', () => new FeelTime(0, 0)),
    overload('from: date and time', ({ time }: FeelDateTime) => time),
    overload('hour: number, minute: number, second: number, offset?: days and time duration', makeTime),
  ],
  'date and time': [
    overload('from: string', (text: string) => parseDateTime(text) ?? undefined),
    overload('from: date and time', (value: FeelDateTime) => value),
    overload('date: date, time: time', (date: FeelDate, time: FeelTime) => new FeelDateTime(date, time)),
    overload('date: date and time, time: time', ({ date }: FeelDateTime, time: FeelTime) => new FeelDateTime(date, time)),
  ],
  duration: [
    overload('from: string', (text: string) => parseDuration(text) ?? undefined),
    overload('from: days and time duration|years and months duration', (value: FeelValue) => value),
  ],
  'years and months duration': [
    overload(
      'from: date and time, to: date and time',
      (from: FeelDateTime, to: FeelDateTime) => new FeelMonthsDuration(monthsBetween(from.date, to.date)),
    ),
  ],
  'day of year': [overload('date: date and time', ({ date }: FeelDateTime) => dayOfYear(date))],
  'day of week': [overload('date: date and time', ({ date }: FeelDateTime) => WEEKDAYS[weekday(date) - 1])],
  'month of year': [overload('date: date and time', ({ date }: FeelDateTime) => MONTHS[date.month - 1])],
  'week of year': [overload('date: date and time', ({ date }: FeelDateTime) => weekOfYear(date))],
  now: [overload('', ({ environment }: Run) => dateTimeAt(environment.now, environment.offsetMinutes))],
  today: [overload('', ({ environment }: Run) => dateTimeAt(environment.now, environment.offsetMinutes).date)],
};

function makeTime(hour: FeelNumber, minute: FeelNumber, second: FeelNumber, offset?: FeelDaysDuration): FeelTime | undefined {
  if (typeof hour !== 'number' || typeof minute !== 'number') return undefined;
  const [whole = '', part = ''] = numberText(second).split('.');
  const seconds = offset === undefined ? undefined : Number(offset.nanos / BigInt(NANOS_PER_SECOND));
  return timeOf(hour, minute, Number(whole), Number(part.slice(0, 9).padEnd(9, '0')), seconds) ?? undefined;
}

function dayOfYear(date: FeelDate): number {
  return daysFromDate(date) - daysFromDate(new FeelDate(date.year, 1, 1)) + 1;
}

/** ISO 8601: the week belongs to the year of its Thursday. */
function weekOfYear(date: FeelDate): number {
  const thursday = daysFromDate(date) - weekday(date) + 4;
  const year =
    date.month === 1 && thursday < daysFromDate(new FeelDate(date.year, 1, 1))
      ? date.year - 1
      : thursday >= daysFromDate(new FeelDate(date.year + 1, 1, 1))
        ? date.year + 1
        : date.year;
  return Math.floor((thursday - daysFromDate(new FeelDate(year, 1, 1))) / 7) + 1;
}
