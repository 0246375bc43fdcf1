/** `value.name`: entries of contexts, and the parts of dates, times, durations and ranges (DMN 1.5, table 65). */
import { parseNumber } from './decimal.ts';
import { type FeelDate, FeelDaysDuration, type FeelTime, NANOS_PER_SECOND, weekday } from './temporal.ts';
import { type FeelValue, isContext, isList, isNumber } from './value.ts';

/** The entry of a value, or undefined when it has none of that name. A list gives the entries of its items. */
export function entryOf(value: FeelValue, name: string): FeelValue | undefined {
  if (typeof value !== 'object' || value === null || isNumber(value)) return undefined;
  if (isContext(value)) return value.get(name);
  if (isList(value)) return value.map((item) => entryOf(item, name) ?? null);
  switch (value.kind) {
    case 'date':
      return dateEntry(value, name);
    case 'time':
      return timeEntry(value, name);
    case 'date and time':
      return dateEntry(value.date, name) ?? timeEntry(value.time, name);
    case 'years and months duration':
      return name === 'years' ? whole(value.months / 12) : name === 'months' ? whole(value.months % 12) : undefined;
    case 'days and time duration':
      return durationEntry(value.nanos, name);
    case 'range':
      switch (name) {
        case 'start':
          return value.low;
        case 'end':
          return value.high;
        case 'start included':
          return value.lowIncluded;
        case 'end included':
          return value.highIncluded;
        default:
          return undefined;
      }
    default:
      return undefined;
  }
}

function dateEntry(date: FeelDate, name: string): FeelValue | undefined {
  switch (name) {
    case 'year':
      return date.year;
    case 'month':
      return date.month;
    case 'day':
      return date.day;
    case 'weekday':
      return weekday(date);
    default:
      return undefined;
  }
}

function timeEntry(time: FeelTime, name: string): FeelValue | undefined {
  const seconds = Math.floor(time.nanos / NANOS_PER_SECOND);
  switch (name) {
    case 'hour':
      return Math.floor(seconds / 3600);
    case 'minute':
      return Math.floor((seconds % 3600) / 60);
    case 'second':
      return parseNumber(`${seconds % 60}.${String(time.nanos % NANOS_PER_SECOND).padStart(9, '0')}`);
    case 'time offset':
      return time.offset === undefined ? null : new FeelDaysDuration(BigInt(time.offset) * BigInt(NANOS_PER_SECOND));
    case 'timezone':
      return time.zone ?? null;
    default:
      return undefined;
  }
}

function durationEntry(nanos: bigint, name: string): FeelValue | undefined {
  const seconds = nanos / BigInt(NANOS_PER_SECOND);
  switch (name) {
    case 'days':
      return Number(seconds / 86_400n);
    case 'hours':
      return Number((seconds / 3600n) % 24n);
    case 'minutes':
      return Number((seconds / 60n) % 60n);
    case 'seconds':
      return Number(seconds % 60n);
    default:
      return undefined;
  }
}

function whole(value: number): number {
  return Math.trunc(value) + 0;
}
