/** The county's calendar, as a form asks it: which days are worked. */
import { addDays } from './day-math.ts';

/** Handed over by the page, for example made of `isWorkingDay` of `@tongban/calendar`. */
export interface FormCalendar {
  /** Whether people work on a day, `YYYY-MM-DD`; undefined when the county has not published it. */
  isWorkingDay(day: string): boolean | undefined;
}

/** Beyond this many days nobody counts working days. */
const FARTHEST_DAYS = 800;

/** How many working days lie after `from`, up to and including `to`; undefined when `to` is not later, far away, or not published. */
export function workingDaysUntil(calendar: FormCalendar, from: string, to: string): number | undefined {
  let count = 0;
  let day = from;
  for (let left = FARTHEST_DAYS; left > 0 && day < to; left--) {
    day = addDays(day, 1);
    const works = calendar.isWorkingDay(day);
    if (works === undefined) return undefined;
    if (works) count++;
  }
  return day === to && from < to ? count : undefined;
}
