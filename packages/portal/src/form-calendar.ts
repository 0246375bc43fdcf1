/** The county's calendar for the forms of the portal: which days are worked, as far as its holidays are published. */
import { isWorkingDay } from '@tongban/calendar';
import type { FormCalendar } from '@tongban/filing-form';
import type { CalendarData } from '@tongban/model';

const known = new WeakMap<CalendarData, FormCalendar>();

/** The same object for the same calendar, so that a form is not drawn again for it. */
export function formCalendar(calendar: CalendarData): FormCalendar {
  const made = known.get(calendar) ?? ask(calendar);
  known.set(calendar, made);
  return made;
}

function ask(calendar: CalendarData): FormCalendar {
  const { publishedFrom = '', publishedThrough } = calendar;
  return {
    isWorkingDay: (day) => (day < publishedFrom || day > publishedThrough ? undefined : isWorkingDay(calendar, day)),
  };
}
