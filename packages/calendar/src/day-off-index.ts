/** Answers "is this day worked?" in constant time; made once for each calendar and kept as long as the calendar lives. */
import type { CalendarData } from '@tongban/model';
import { dayNumber, dayOfNumber, weekdayOf } from './day.ts';
import { raise } from './raise.ts';

/** The days of a calendar by number. */
export interface DayOffIndex {
  isWorked(day: number): boolean;
  /** The next worked day after `day` (`step` 1), or the last one before it (`step` -1). @throws CALENDAR_NO_WORKING_DAY */
  nextWorked(day: number, step: 1 | -1): number;
}

const SEARCHED_DAYS = 2 * 366;
const indexes = new WeakMap<CalendarData, DayOffIndex>();

/** The index of a calendar. Calendars are immutable: an edited one is another object. */
export function dayOffIndex(calendar: CalendarData): DayOffIndex {
  const known = indexes.get(calendar);
  if (known !== undefined) return known;
  const index = makeIndex(calendar);
  indexes.set(calendar, index);
  return index;
}

function makeIndex(calendar: CalendarData): DayOffIndex {
  const makeUp = new Set(calendar.makeUpDays.map(dayNumber));
  const off = new Set<number>();
  for (const { from, to } of calendar.holidays) {
    const last = dayNumber(to);
    for (let day = dayNumber(from); day <= last; day++) off.add(day);
  }
  const weekend = new Set(calendar.weekend);
  const isWorked = (day: number): boolean => makeUp.has(day) || !(off.has(day) || weekend.has(weekdayOf(day)));
  const nextWorked = (from: number, step: 1 | -1): number => {
    for (let distance = 1; distance <= SEARCHED_DAYS; distance++) {
      const day = from + step * distance;
      if (isWorked(day)) return day;
    }
    throw raise('CALENDAR_NO_WORKING_DAY', { calendarId: calendar.id, day: dayOfNumber(from) });
  };
  return { isWorked, nextWorked };
}
