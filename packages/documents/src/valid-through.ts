/** The last day on which a document is valid. The day of issue does not count (民法典 第二百零一条), so one year from 21 November ends on 21 November. */
import type { FeelEnvironment, FeelLookup } from '@tongban/feel';
import { type CompiledTemplate, wireTag } from '@tongban/model';
import { evaluateIn } from './fill-template.ts';

/**
 * The last day of validity of a document issued on `day` (`YYYY-MM-DD`); undefined when it is valid without end.
 * A day that the last month does not have becomes its last day.
 */
export function validThrough(compiled: CompiledTemplate, day: string, lookup: FeelLookup, env: FeelEnvironment): string | undefined {
  const { validity } = compiled.template;
  if (validity === undefined) return undefined;
  return addDuration(day, validity.startsWith('=') ? durationText(evaluateIn(compiled, validity.slice(1).trim(), lookup, env)) : validity);
}

function durationText(value: unknown): string {
  if (typeof value === 'string') return value;
  return wireTag(value as never) === '$duration' ? (value as { readonly $duration: string }).$duration : '';
}

function addDuration(day: string, duration: string): string | undefined {
  const match = /^P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,5})D)?$/.exec(duration);
  const start = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (match === null || start === null || duration === 'P') return undefined;
  const months = Number(start[1]) * 12 + Number(start[2]) - 1 + Number(match[1] ?? 0) * 12 + Number(match[2] ?? 0);
  let year = Math.floor(months / 12);
  let month = (months % 12) + 1;
  let date = Math.min(Number(start[3]), daysInMonth(year, month)) + Number(match[3] ?? 0);
  while (date > daysInMonth(year, month)) {
    date -= daysInMonth(year, month);
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year++;
  }
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
