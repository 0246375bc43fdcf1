/** Days of the calendar as text, `YYYY-MM-DD`: what the date picker moves between and what people type. */

/** `day` moved by days. */
export function addDays(day: string, days: number): string {
  return fromUtc(toUtc(day) + days * 86_400_000);
}

/** How many days `to` is after `from`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((toUtc(to) - toUtc(from)) / 86_400_000);
}

/** `day` moved by months; the last day of a shorter month where there is no such day. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = parts(day);
  const total = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(total / 12);
  const targetMonth = total - targetYear * 12 + 1;
  return format(targetYear, targetMonth, Math.min(date, daysInMonth(targetYear, targetMonth)));
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: string): number {
  return (new Date(toUtc(day)).getUTCDay() + 6) % 7;
}

/** The weeks of the month of `day`, Monday first, with the days of the months around it. */
export function weeksOf(day: string): readonly (readonly string[])[] {
  const first = `${day.slice(0, 8)}01`;
  const start = addDays(first, -weekdayOf(first));
  const [year, month] = parts(day);
  const weeks = Math.ceil((weekdayOf(first) + daysInMonth(year, month)) / 7);
  return Array.from({ length: weeks }, (_, week) => Array.from({ length: 7 }, (_, at) => addDays(start, week * 7 + at)));
}

/**
 * The day that people mean by `text`: `2026-11-21`, `2026/11/21`, `2026.11.21`, `20261121`, `2026年11月21日`, with full-width digits too.
 * Undefined when it is none, such as 31 February.
 */
export function readDay(text: string): string | undefined {
  const plain = text.replace(/[\uff10-\uff19]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/[\s\u3000]/g, '');
  const match = /^(\d{4})[-/.－／．年](\d{1,2})[-/.－／．月](\d{1,2})日?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (match === null) return undefined;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const exists = month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
  return exists ? format(year, month, date) : undefined;
}

/** The day at `now` in an offset. */
export function dayAt(now: number, offsetMinutes: number): string {
  return fromUtc(now + offsetMinutes * 60_000);
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function parts(day: string): readonly [year: number, month: number, date: number] {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month, date];
}

function format(year: number, month: number, date: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

function toUtc(day: string): number {
  const [year, month, date] = parts(day);
  return Date.UTC(year, month - 1, date);
}

function fromUtc(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 10);
}
