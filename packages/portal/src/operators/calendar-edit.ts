/** Days of a working calendar as a year shows them, and edits of single days. Calendars are immutable: every edit gives another one. */
import { type Day, dayNumber, dayOfNumber, isWorkingDay } from '@tongban/calendar';
import type { CalendarData, Holiday, LocalText } from '@tongban/model';

/** What a day is. */
export type DayKind = 'work' | 'weekend' | 'holiday' | 'makeUp';

/** A day that two calendars see differently. */
export interface ChangedDay {
  readonly day: Day;
  /** What it is in the later one. */
  readonly kind: DayKind;
  readonly name?: LocalText;
}

/** What a day is, with the name of its holiday. */
export function dayFacts(calendar: CalendarData, day: Day): { readonly kind: DayKind; readonly name?: LocalText } {
  if (isWorkingDay(calendar, day)) return { kind: calendar.makeUpDays.includes(day) ? 'makeUp' : 'work' };
  const holiday = holidayOn(calendar, day);
  return holiday === undefined ? { kind: 'weekend' } : { kind: 'holiday', name: holiday.name };
}

/** Whether the holidays of that day are published; else it is reckoned by the weekend alone. */
export function isPublished({ publishedFrom, publishedThrough }: CalendarData, day: Day): boolean {
  return day <= publishedThrough && (publishedFrom === undefined || day >= publishedFrom);
}

/** Makes a worked day a day off: a make-up day is a weekend again, any other is a holiday of this name. */
export function withDayOff(calendar: CalendarData, day: Day, name: LocalText): CalendarData {
  const rest = { ...calendar, makeUpDays: calendar.makeUpDays.filter((one) => one !== day) };
  if (!isWorkingDay(rest, day)) return rest;
  return { ...rest, holidays: sorted([...rest.holidays, { name, from: day, to: day }]) };
}

/** Makes a day off a worked one: it is taken out of its holiday, and a weekend day is made up for. */
export function withWorkedDay(calendar: CalendarData, day: Day): CalendarData {
  const rest = { ...calendar, holidays: calendar.holidays.flatMap((holiday) => without(holiday, day)) };
  return isWorkingDay(rest, day) ? rest : { ...rest, makeUpDays: [...rest.makeUpDays, day].sort() };
}

/** The days that are worked in one and not in the other, in order. */
export function changedDays(before: CalendarData, after: CalendarData): readonly ChangedDay[] {
  const named = [before, after].flatMap(({ holidays, makeUpDays }) => [...holidays.flatMap(daysOf), ...makeUpDays]);
  return [...new Set(named)]
    .sort()
    .filter((day) => isWorkingDay(before, day) !== isWorkingDay(after, day))
    .map((day) => ({ day, ...dayFacts(after, day) }));
}

/** The weeks of a month, Monday first; empty places before its first day and after its last. */
export function weeksOf(year: number, month: number): readonly (readonly (Day | undefined)[])[] {
  const first = dayNumber(`${year}-${String(month).padStart(2, '0')}-01`);
  const next = dayNumber(month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`);
  const before = (first + 3) % 7;
  return Array.from({ length: Math.ceil((before + next - first) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_place, at) => {
      const number = first - before + week * 7 + at;
      return number < first || number >= next ? undefined : dayOfNumber(number);
    }),
  );
}

// helpers

function holidayOn({ holidays }: CalendarData, day: Day): Holiday | undefined {
  return holidays.find(({ from, to }) => from <= day && day <= to);
}

// Taken out of the middle, it leaves two.
function without(holiday: Holiday, day: Day): readonly Holiday[] {
  const { from, to } = holiday;
  if (day < from || day > to) return [holiday];
  const parts = [
    { ...holiday, to: dayOfNumber(dayNumber(day) - 1) },
    { ...holiday, from: dayOfNumber(dayNumber(day) + 1) },
  ];
  return parts.filter((part) => part.from <= part.to);
}

function daysOf({ from, to }: Holiday): readonly Day[] {
  const first = dayNumber(from);
  return Array.from({ length: Math.max(0, dayNumber(to) - first + 1) }, (_, at) => dayOfNumber(first + at));
}

function sorted(holidays: readonly Holiday[]): readonly Holiday[] {
  return [...holidays].sort((a, b) => (a.from < b.from ? -1 : 1));
}
