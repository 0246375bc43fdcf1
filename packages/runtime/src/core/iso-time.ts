/** ISO 8601 as timers use it: instants, durations and repetitions, reckoned in the calendar's fixed offset. */
import { addDuration, dayAt, dayNumber, isDay } from '@tongban/calendar';
import type { Json } from '@tongban/model';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** A repetition: how often, from when (absent: from now), every which period, and until when. */
export interface Repetition {
  /** -1 = without end. */
  readonly times: number;
  readonly from?: number;
  readonly every: string;
  readonly until?: number;
}

/** The instant of a wire date and time, a wire date (its first moment), or the text of one; undefined when it is none. */
export function instantOf(value: Json, offsetMinutes: number): number | undefined {
  const text = textOf(value, '$dateTime') ?? textOf(value, '$date');
  if (text === undefined) return undefined;
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2})?)?$/.exec(text);
  if (match === null || !isDay(match[1])) return undefined;
  const [hours, minutes, seconds] = [match[2], match[3], match[4]].map((part) => Number(part ?? 0)) as [number, number, number];
  if (hours > 24 || minutes > 59 || seconds > 59) return undefined;
  const milliseconds = Math.trunc(Number(`0.${match[5] ?? '0'}`) * 1000);
  const zone = match[6] === undefined ? offsetMinutes : zoneOf(match[6]);
  return dayNumber(match[1]) * DAY_MS + ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds - zone * MINUTE_MS;
}

/** The instant a duration (wire or text, such as `P3D`, `PT2H`) after another; undefined when it is no duration, or leads beyond the year 9999. */
export function instantAfter(epochMs: number, value: Json, offsetMinutes: number): number | undefined {
  const text = textOf(value, '$duration');
  const match = text === undefined ? null : DURATION.exec(text);
  if (match === null) return undefined;
  const [years, months, weeks, days, hours, minutes] = match.slice(2, 8).map((part) => Number(part ?? 0));
  const seconds = Number(match[8] ?? 0);
  const sign = match[1] === undefined ? '' : '-';
  const from = dayAt(epochMs, offsetMinutes);
  const time = Math.round((((hours as number) * 60 + (minutes as number)) * 60 + seconds) * 1000);
  try {
    const day = addDuration(from, `${sign}P${years}Y${months}M${weeks}W${days}D`);
    const instant = epochMs + (dayNumber(day) - dayNumber(from)) * DAY_MS + (sign === '' ? time : -time);
    // Beyond the year 9999 there are no days (BI6).
    dayAt(instant, offsetMinutes);
    return instant;
  } catch {
    return undefined;
  }
}

/** The repetition written as `R3/P1D`, `R/2026-03-01T08:00:00/PT12H`, `R/P1D/2026-12-31` (until then), or a bare duration (without end, as `R-1/P1D` is); undefined when it is none, or its period is no time at all. */
export function repetitionOf(value: Json, offsetMinutes: number): Repetition | undefined {
  const text = textOf(value, '$duration');
  if (text === undefined) return undefined;
  const parts = text.split('/');
  const count = parts.length === 1 ? [] : /^R(\d{0,6}|-1)$/.exec(parts.shift() as string);
  const at = parts.findIndex((part) => DURATION.test(part));
  const every = parts[at];
  if (count === null || every === undefined || parts.length > 2) return undefined;
  // Without a period it would fire for ever at the same instant.
  if (!(Number(instantAfter(0, every, offsetMinutes)) > 0)) return undefined;
  const times = count[1] === undefined || count[1] === '' ? -1 : Number(count[1]);
  if (parts.length === 1) return { times, every };
  const instant = instantOf(parts[1 - at] as string, offsetMinutes);
  if (instant === undefined) return undefined;
  return at === 1 ? { times, from: instant, every } : { times, every, until: instant };
}

/** The first time of a repetition that is set at `now`, and what comes after it; `never` when it is over before it begins. */
export function firstOf(
  repetition: Repetition | undefined,
  now: number,
  offsetMinutes: number,
): { readonly dueAt: number; readonly left: number; readonly every: string; readonly until?: number } | 'never' | undefined {
  const dueAt = repetition?.from ?? (repetition === undefined ? undefined : instantAfter(now, repetition.every, offsetMinutes));
  if (repetition === undefined || dueAt === undefined) return undefined;
  const { times, every, until } = repetition;
  if (times === 0 || (until !== undefined && dueAt > until)) return 'never';
  return { dueAt, left: times < 0 ? -1 : times - 1, every, ...(until === undefined ? {} : { until }) };
}

const DURATION =
  /^(-)?P(?=[\dT])(?:(\d{1,5})Y)?(?:(\d{1,5})M)?(?:(\d{1,5})W)?(?:(\d{1,7})D)?(?:T(?=\d)(?:(\d{1,7})H)?(?:(\d{1,7})M)?(?:(\d{1,9}(?:\.\d{1,3})?)S)?)?$/;

function textOf(value: Json, tag: string): string | undefined {
  if (typeof value === 'string') return value;
  const text = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[tag] : undefined;
  return typeof text === 'string' ? text : undefined;
}

function zoneOf(text: string): number {
  if (text === 'Z') return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(4, 6));
  return text[0] === '-' ? -minutes : minutes;
}
