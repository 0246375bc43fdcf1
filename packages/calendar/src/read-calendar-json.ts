/** Reads a calendar file (`calendars/*.json`); whatever is wrong with it comes back as problems, never as an exception. */
import type { CalendarData, Problem } from '@tongban/model';
import { checkCalendar } from './check-calendar.ts';
import { calendarErrors } from './errors.ts';

/** A calendar that was read, unless a problem of severity `error` is in the way. */
export interface CalendarReading {
  readonly calendar?: CalendarData;
  readonly problems: readonly Problem[];
}

/** Reads the text of a calendar file. Properties that this version does not know are left out. */
export function readCalendarJson(text: string): CalendarReading {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return { problems: [calendarErrors.problem('CALENDAR_JSON_INVALID', {}, { reason: (error as Error).message })] };
  }
  const problems = checkCalendar(data);
  if (problems.some(({ severity }) => severity === 'error')) return { problems };
  return { calendar: knownProperties(data as CalendarData), problems };
}

function knownProperties(data: CalendarData): CalendarData {
  const { formatVersion, id, name, offsetMinutes, weekend, makeUpDays, hours, publishedFrom, publishedThrough } = data;
  const holidays = data.holidays.map((holiday) => ({ name: holiday.name, from: holiday.from, to: holiday.to }));
  return {
    formatVersion,
    id,
    name,
    offsetMinutes,
    weekend,
    holidays,
    makeUpDays,
    ...(hours === undefined ? {} : { hours }),
    ...(publishedFrom === undefined ? {} : { publishedFrom }),
    publishedThrough,
  };
}
