/** What is wrong with a calendar that somebody edited, each where it is and with its fix. */
import { type CalendarData, type Holiday, isJsonObject, type JsonObject, type Problem } from '@tongban/model';
import { type Day, dayNumber, dayOfNumber, isDay, weekdayOf } from './day.ts';
import { type CalendarErrorCode, calendarErrors } from './errors.ts';

/** The problems of a calendar; none of severity `error` means that it can be used. `data` may be anything that was read. */
export function checkCalendar(data: unknown): readonly Problem[] {
  if (!isJsonObject(data)) return [wrongProperty('', '', '{ formatVersion: 1, id, name, … }')];
  if (data['formatVersion'] !== 1) {
    return [calendarErrors.problem('CALENDAR_VERSION_UNKNOWN', { property: 'formatVersion' }, { version: String(data['formatVersion']) })];
  }
  const shape = checkShape(data);
  return shape.length > 0 ? shape : checkDays(data as unknown as CalendarData);
}

type Expectation = readonly [property: string, expected: string, holds: (value: unknown) => boolean];

const EXPECTED: readonly Expectation[] = [
  ['id', 'a short text, e.g. "china-2026"', (value) => typeof value === 'string' && value !== ''],
  ['name', '{ "zh-CN": "…" }', isLocalText],
  ['offsetMinutes', 'minutes east of UTC, -840 … 840', (value) => isWhole(value, -840, 840)],
  ['weekend', '[6, 7] (1 … 7)', (value) => Array.isArray(value) && value.every((day) => isWhole(day, 1, 7))],
  ['holidays', '[{ "name", "from", "to" }]', Array.isArray],
  ['makeUpDays', '["YYYY-MM-DD"]', Array.isArray],
  [
    'hours',
    '[[510, 720], [870, 1080]]',
    (value) => value === undefined || (Array.isArray(value) && value.length > 0 && value.every(isPair)),
  ],
  ['publishedFrom', 'YYYY-MM-DD', (value) => value === undefined || isDay(value)],
  ['publishedThrough', 'YYYY-MM-DD', isDay],
];

function checkShape(data: JsonObject): readonly Problem[] {
  const calendarId = String(data['id'] ?? '');
  const problems = EXPECTED.filter(([property, , holds]) => !holds(data[property])).map(([property, expected]) =>
    wrongProperty(calendarId, property, expected),
  );
  const places = (property: string): readonly unknown[] => (Array.isArray(data[property]) ? data[property] : []);
  const makeUps = places('makeUpDays').flatMap((day, at) => checkDay(calendarId, `makeUpDays[${at}]`, day));
  const holidays = places('holidays').flatMap((holiday, at) => checkHolidayShape(calendarId, `holidays[${at}]`, holiday));
  return [...problems, ...holidays, ...makeUps];
}

function checkHolidayShape(calendarId: string, property: string, value: unknown): readonly Problem[] {
  if (!isJsonObject(value)) return [wrongProperty(calendarId, property, '{ "name", "from", "to" }')];
  const { name, from, to } = value;
  return [
    ...(isLocalText(name) ? [] : [wrongProperty(calendarId, `${property}.name`, '{ "zh-CN": "…" }')]),
    ...checkDay(calendarId, `${property}.from`, from),
    ...checkDay(calendarId, `${property}.to`, to),
  ];
}

function checkDay(calendarId: string, property: string, value: unknown): readonly Problem[] {
  if (isDay(value)) return [];
  return [calendarErrors.problem('CALENDAR_DAY_INVALID', { elementId: calendarId, property }, { day: String(value) })];
}

function checkDays(calendar: CalendarData): readonly Problem[] {
  const reversed = calendar.holidays.filter(({ from, to }) => to < from);
  if (reversed.length > 0) {
    return reversed.map(({ name, from, to }) =>
      problemOf(calendar, 'CALENDAR_HOLIDAY_REVERSED', 'error', 'holidays', { name: name['zh-CN'], from, to }),
    );
  }
  return [
    ...checkOverlaps(calendar),
    ...calendar.makeUpDays.flatMap((day, at) => checkMakeUpDay(calendar, day, `makeUpDays[${at}]`)),
    ...checkPublished(calendar),
    ...checkHours(calendar),
    ...checkWorkedDays(calendar),
  ];
}

function checkOverlaps(calendar: CalendarData): readonly Problem[] {
  const inOrder = [...calendar.holidays].sort((a, b) => (a.from < b.from ? -1 : 1));
  return inOrder.flatMap((holiday, at) => {
    const before = inOrder[at - 1];
    if (before === undefined || before.to < holiday.from) return [];
    const details = { name: before.name['zh-CN'], other: holiday.name['zh-CN'], day: holiday.from };
    return [problemOf(calendar, 'CALENDAR_HOLIDAYS_OVERLAP', 'warning', 'holidays', details)];
  });
}

function checkMakeUpDay(calendar: CalendarData, day: Day, property: string): readonly Problem[] {
  const holiday = calendar.holidays.find(({ from, to }: Holiday) => from <= day && day <= to);
  if (holiday !== undefined) {
    return [problemOf(calendar, 'CALENDAR_MAKE_UP_IN_HOLIDAY', 'error', property, { day, name: holiday.name['zh-CN'] })];
  }
  if (calendar.weekend.includes(weekdayOf(dayNumber(day)))) return [];
  return [problemOf(calendar, 'CALENDAR_MAKE_UP_NEEDLESS', 'warning', property, { day })];
}

function checkPublished(calendar: CalendarData): readonly Problem[] {
  const { publishedThrough } = calendar;
  const last = [...calendar.holidays.map(({ to }) => to), ...calendar.makeUpDays].sort().at(-1);
  if (last === undefined || last <= publishedThrough) return [];
  return [problemOf(calendar, 'CALENDAR_NOT_PUBLISHED', 'warning', 'publishedThrough', { day: last, publishedThrough })];
}

function checkHours(calendar: CalendarData): readonly Problem[] {
  return (calendar.hours ?? []).flatMap(([from, to], at, hours) => {
    const before = hours[at - 1]?.[1] ?? 0;
    if (before <= from && from < to && to <= 1440) return [];
    return [problemOf(calendar, 'CALENDAR_HOURS_INVALID', 'error', `hours[${at}]`, { number: at + 1, from, to })];
  });
}

// Beyond the listed days only the weekend speaks, so a calendar without a working day is one without a working weekday.
function checkWorkedDays(calendar: CalendarData): readonly Problem[] {
  if (new Set(calendar.weekend).size < 7) return [];
  const day = dayOfNumber(dayNumber(calendar.publishedThrough) + 1);
  return [problemOf(calendar, 'CALENDAR_NO_WORKING_DAY', 'error', 'weekend', { calendarId: calendar.id, day })];
}

function problemOf(
  calendar: CalendarData,
  code: CalendarErrorCode,
  severity: 'error' | 'warning',
  property: string,
  details: JsonObject,
): Problem {
  return calendarErrors.problem(code, { elementId: calendar.id, elementName: calendar.name['zh-CN'], property }, details, severity);
}

function wrongProperty(calendarId: string, property: string, expected: string): Problem {
  return calendarErrors.problem('CALENDAR_PROPERTY_INVALID', { elementId: calendarId, property }, { property, expected });
}

function isLocalText(value: unknown): boolean {
  return isJsonObject(value) && typeof value['zh-CN'] === 'string' && value['zh-CN'] !== '';
}

function isWhole(value: unknown, least: number, most: number): boolean {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
}

function isPair(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && value.every((minute) => isWhole(minute, 0, 1440));
}
