/** Dates, times and durations (DMN 1.5, 10.3.2.3.3 to 10.3.2.3.7): proleptic Gregorian calendar, nanoseconds, offsets or zones. */
import { zoneOffsetAt } from './zone.ts';

/** A day of the calendar. */
export class FeelDate {
  readonly kind = 'date';
  readonly year: number;
  readonly month: number;
  readonly day: number;

  constructor(year: number, month: number, day: number) {
    this.year = year;
    this.month = month;
    this.day = day;
  }
}

/** A time of day, local or with an offset. */
export class FeelTime {
  readonly kind = 'time';
  /** Nanoseconds since midnight. */
  readonly nanos: number;
  /** Seconds east of UTC. */
  readonly offset: number | undefined;
  /** The zone the offset comes from, when one was given. */
  readonly zone: string | undefined;

  constructor(nanos: number, offset?: number, zone?: string) {
    this.nanos = nanos;
    this.offset = offset;
    this.zone = zone;
  }
}

/** A day and a time of that day. */
export class FeelDateTime {
  readonly kind = 'date and time';
  readonly date: FeelDate;
  readonly time: FeelTime;

  constructor(date: FeelDate, time: FeelTime) {
    this.date = date;
    this.time = time;
  }
}

/** A days and time duration, in nanoseconds. */
export class FeelDaysDuration {
  readonly kind = 'days and time duration';
  readonly nanos: bigint;

  constructor(nanos: bigint) {
    this.nanos = nanos;
  }
}

/** A years and months duration, in months. */
export class FeelMonthsDuration {
  readonly kind = 'years and months duration';
  readonly months: number;

  constructor(months: number) {
    this.months = months;
  }
}

/** Any of the five. */
export type FeelTemporal = FeelDate | FeelTime | FeelDateTime | FeelDaysDuration | FeelMonthsDuration;

export const NANOS_PER_SECOND = 1_000_000_000;
export const NANOS_PER_DAY: number = 86_400 * NANOS_PER_SECOND;
const GREATEST_YEAR = 999_999_999;

// making

/** The day, or null when there is no such day. */
export function dateOf(year: number, month: number, day: number): FeelDate | null {
  if (!(Math.abs(year) <= GREATEST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return null;
  return new FeelDate(year, month, day);
}

/** The time, or null when there is no such time. `offset` in seconds. */
export function timeOf(hour: number, minute: number, second: number, nanos: number, offset?: number): FeelTime | null {
  if (!(hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 59)) return null;
  if (offset !== undefined && Math.abs(offset) > 14 * 3600) return null;
  return new FeelTime((hour * 3600 + minute * 60 + second) * NANOS_PER_SECOND + nanos, offset);
}

/** `2026-11-21`. */
export function parseDate(text: string): FeelDate | null {
  const match = /^(-?(?:\d{4}|[1-9]\d{4,8}))-(\d\d)-(\d\d)$/.exec(text);
  return match ? dateOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** `08:30:00`, with `Z`, `+08:00` or `@Asia/Shanghai` behind it. */
export function parseTime(text: string, day: FeelDate = EPOCH): FeelTime | null {
  const match = /^(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:(Z|z)|([+-])(\d\d):(\d\d)(?::(\d\d))?|@([A-Za-z][\w+\-/]*))?$/.exec(text);
  if (!match) return null;
  const [, hour, minute, second, part = '', utc, sign, hours, minutes, seconds = '0', zone] = match;
  let offset: number | undefined;
  if (utc) offset = 0;
  else if (sign) {
    if (Number(minutes) > 59 || Number(seconds) > 59) return null;
    offset = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * (sign === '-' ? -1 : 1);
  }
  const local = timeOf(Number(hour), Number(minute), Number(second), Number(part.slice(0, 9).padEnd(9, '0')), offset);
  return local && zone ? inZone(day, local, zone) : local;
}

/** `2026-11-21T08:30:00+08:00`; a day alone is its midnight. */
export function parseDateTime(text: string): FeelDateTime | null {
  const split = text.indexOf('T');
  const date = parseDate(split < 0 ? text : text.slice(0, split));
  const time = date && (split < 0 ? MIDNIGHT : parseTime(text.slice(split + 1), date));
  return date && time && new FeelDateTime(date, time);
}

/** `P1Y2M`, `-P3DT4H`. */
export function parseDuration(text: string): FeelDaysDuration | FeelMonthsDuration | null {
  const match = /^(-)?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:(T)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d+))?S)?)?$/.exec(text);
  if (!match || text.length > 60) return null;
  const [, minus, years, months, days, t, hours, minutes, seconds, part = ''] = match;
  const hasMonths = years !== undefined || months !== undefined;
  const hasTime = hours !== undefined || minutes !== undefined || seconds !== undefined;
  if ((t !== undefined && !hasTime) || hasMonths === (days !== undefined || hasTime)) return null;
  if (hasMonths) {
    const total = Number(years ?? 0) * 12 + Number(months ?? 0);
    return Number.isSafeInteger(total) ? new FeelMonthsDuration(minus && total !== 0 ? -total : total) : null;
  }
  const whole = ((BigInt(days ?? 0) * 24n + BigInt(hours ?? 0)) * 60n + BigInt(minutes ?? 0)) * 60n + BigInt(seconds ?? 0);
  const nanos = whole * 1_000_000_000n + BigInt(part.slice(0, 9).padEnd(9, '0'));
  return new FeelDaysDuration(minus ? -nanos : nanos);
}

/** What `@"…"` means: whichever of the five the text is. */
export function parseTemporal(text: string): FeelTemporal | null {
  return (
    parseDate(text) ?? (text.includes('T') && !/^-?P/.test(text) ? parseDateTime(text) : null) ?? parseTime(text) ?? parseDuration(text)
  );
}

/** The instant `epochMs` as it is read on a clock `offsetMinutes` east of UTC. */
export function dateTimeAt(epochMs: number, offsetMinutes: number): FeelDateTime {
  const local = epochMs + offsetMinutes * 60_000;
  const days = Math.floor(local / 86_400_000);
  return new FeelDateTime(dateFromDays(days), new FeelTime(Math.round((local - days * 86_400_000) * 1_000_000), offsetMinutes * 60));
}

// printing

/** The text that is read back as the same value. */
export function temporalText(value: FeelTemporal): string {
  switch (value.kind) {
    case 'date':
      return `${value.year < 0 ? '-' : ''}${pad(Math.abs(value.year), 4)}-${pad(value.month)}-${pad(value.day)}`;
    case 'time':
      return timeText(value);
    case 'date and time':
      return `${temporalText(value.date)}T${timeText(value.time)}`;
    case 'years and months duration': {
      const months = Math.abs(value.months);
      const years = Math.floor(months / 12);
      return `${value.months < 0 ? '-' : ''}P${years ? `${years}Y` : ''}${months % 12 || !years ? `${months % 12}M` : ''}`;
    }
    case 'days and time duration':
      return daysText(value.nanos);
  }
}

function timeText({ nanos, offset, zone }: FeelTime): string {
  const seconds = Math.floor(nanos / NANOS_PER_SECOND);
  const part = nanos % NANOS_PER_SECOND;
  const clock = `${clockText(seconds)}${part ? `.${fraction(part)}` : ''}`;
  if (zone !== undefined) return `${clock}@${zone}`;
  if (offset === undefined) return clock;
  if (offset === 0) return `${clock}Z`;
  const text = clockText(Math.abs(offset));
  return `${clock}${offset < 0 ? '-' : '+'}${text.endsWith(':00') ? text.slice(0, 5) : text}`;
}

function daysText(nanos: bigint): string {
  const size = nanos < 0n ? -nanos : nanos;
  const seconds = size / 1_000_000_000n;
  const part = Number(size % 1_000_000_000n);
  const days = seconds / 86_400n;
  const rest = Number(seconds % 86_400n);
  const hours = Math.floor(rest / 3600);
  const minutes = Math.floor((rest % 3600) / 60);
  const clock = `${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${rest % 60 || part ? `${rest % 60}${part ? `.${fraction(part)}` : ''}S` : ''}`;
  return `${nanos < 0n ? '-' : ''}P${days ? `${days}D` : ''}${clock ? `T${clock}` : days ? '' : 'T0S'}`;
}

function clockText(seconds: number): string {
  return `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor((seconds % 3600) / 60))}:${pad(seconds % 60)}`;
}

function fraction(nanos: number): string {
  return pad(nanos, 9).replace(/0+$/, '');
}

function pad(value: number, length = 2): string {
  return String(value).padStart(length, '0');
}

// counting

/** Days since 1970-01-01. */
export function daysFromDate({ year, month, day }: FeelDate): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

/** The day `days` after 1970-01-01. */
export function dateFromDays(days: number): FeelDate {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  return new FeelDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1);
}

/** How many days the month has. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(date: FeelDate): number {
  return ((((daysFromDate(date) + 3) % 7) + 7) % 7) + 1;
}

/** Nanoseconds since the epoch: of UTC when there is an offset, else as if local were UTC. */
export function instantOf({ date, time }: FeelDateTime): bigint {
  return BigInt(daysFromDate(date)) * BigInt(NANOS_PER_DAY) + BigInt(timeInstant(time));
}

/** Nanoseconds since midnight of UTC when there is an offset, else since midnight. */
export function timeInstant(time: FeelTime): number {
  return time.nanos - (time.offset ?? 0) * NANOS_PER_SECOND;
}

// moving

/** `date` moved by months; a day that the month lacks becomes its last. */
export function addMonths(date: FeelDate, months: number): FeelDate | null {
  const total = date.year * 12 + date.month - 1 + months;
  const year = Math.floor(total / 12);
  const month = total - year * 12 + 1;
  return dateOf(year, month, Math.min(date.day, daysInMonth(year, month)));
}

/** `from` moved by a duration, keeping its offset or zone. */
export function moveDateTime(from: FeelDateTime, by: FeelDaysDuration | FeelMonthsDuration): FeelDateTime | null {
  const { offset, zone } = from.time;
  if (by.kind === 'years and months duration') {
    const date = addMonths(from.date, by.months);
    return date && new FeelDateTime(date, zone === undefined ? from.time : inZone(date, from.time, zone));
  }
  const [days, nanos] = splitNanos(BigInt(from.time.nanos) + by.nanos);
  const shifted = daysFromDate(from.date) + days;
  if (!(Math.abs(shifted) < GREATEST_YEAR * 365)) return null;
  const date = dateFromDays(shifted);
  return new FeelDateTime(date, zone === undefined ? new FeelTime(nanos, offset) : inZone(date, new FeelTime(nanos), zone));
}

/** A day moved by a duration stays a day. */
export function moveDate(from: FeelDate, by: FeelDaysDuration | FeelMonthsDuration): FeelDate | null {
  return moveDateTime(new FeelDateTime(from, MIDNIGHT), by)?.date ?? null;
}

/** A time moved by a duration, around the clock. */
export function moveTime(from: FeelTime, by: FeelDaysDuration): FeelTime {
  return new FeelTime(splitNanos(BigInt(from.nanos) + by.nanos)[1], from.offset, from.zone);
}

/** Whole months from one day to another, towards zero. */
export function monthsBetween(from: FeelDate, to: FeelDate): number {
  const months = (to.year - from.year) * 12 + to.month - from.month;
  if (months > 0 && to.day < from.day) return months - 1;
  return months < 0 && to.day > from.day ? months + 1 : months;
}

function splitNanos(nanos: bigint): readonly [days: number, nanos: number] {
  const day = BigInt(NANOS_PER_DAY);
  const rest = ((nanos % day) + day) % day;
  return [Number((nanos - rest) / day), Number(rest)];
}

function inZone(date: FeelDate, time: FeelTime, zone: string): FeelTime {
  return new FeelTime(time.nanos, zoneOffsetAt(zone, daysFromDate(date) * 86_400 + Math.floor(time.nanos / NANOS_PER_SECOND)), zone);
}

const EPOCH: FeelDate = new FeelDate(1970, 1, 1);
/** 00:00:00, local. */
export const MIDNIGHT: FeelTime = new FeelTime(0);
