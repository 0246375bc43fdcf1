/** Values of conditions as people type them, and as FEEL. */
import type { FeelNameType } from '@tongban/feel-parser';

/** The words for the present day, in both languages. */
const TODAY: ReadonlySet<string> = new Set(['今天', 'today', 'today()']);

/** FEEL of what was typed; nothing when it is no value of `type`. */
export function literalOf(typed: string, type: FeelNameType | undefined): string | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  switch (type) {
    case 'number':
      return NUMBER.test(text) ? text : undefined;
    case 'date':
      if (TODAY.has(text)) return 'today()';
      return isDay(text) ? `date("${text}")` : undefined;
    case 'string':
    case 'list':
      return JSON.stringify(text);
    default:
      return NUMBER.test(text) || text === 'true' || text === 'false' ? text : JSON.stringify(text);
  }
}

/** How a FEEL literal is shown in a field. */
export function shownLiteral(feel: string, today: string): string {
  if (feel === 'today()') return today;
  const day = /^date\("([^"]*)"\)$/.exec(feel)?.[1];
  if (day !== undefined) return day;
  return feel.startsWith('"') ? unquoted(feel) : feel;
}

const NUMBER = /^-?\d+(\.\d+)?$/;

function isDay(text: string): boolean {
  const [year, month, day] = text.split('-').map(Number);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || year === undefined || month === undefined || day === undefined) return false;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function unquoted(feel: string): string {
  try {
    return JSON.parse(feel) as string;
  } catch {
    return feel.slice(1, -1);
  }
}
