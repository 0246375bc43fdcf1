/** Functions on ranges (DMN 1.5, 10.3.4.9, table 78). A single value takes part as the range that holds only it. */

import { parseNumber } from '../decimal.ts';
import { compare } from '../equality.ts';
import { parseTemporal } from '../temporal.ts';
import { FeelRange, type FeelValue } from '../value.ts';
import { type Family, overload } from './built-in.ts';

type Relation = (a: FeelRange, b: FeelRange) => boolean;

export const rangeFunctions: Family = {
  before: relation(before),
  after: relation((a, b) => before(b, a)),
  meets: relation(meets),
  'met by': relation((a, b) => meets(b, a)),
  overlaps: relation((a, b) => !before(a, b) && !before(b, a)),
  'overlaps before': relation(overlapsBefore),
  'overlaps after': relation((a, b) => overlapsBefore(b, a)),
  finishes: relation(finishes),
  'finished by': relation((a, b) => finishes(b, a)),
  includes: relation(includes),
  during: relation((a, b) => includes(b, a)),
  starts: relation(starts),
  'started by': relation((a, b) => starts(b, a)),
  coincides: relation((a, b) => lows(a, b) === 0 && highs(a, b) === 0),
  range: [overload('from: string', (text: string) => readRange(text))],
};

function relation(holds: Relation): Family[string] {
  return [
    overload('a: any, b: any', (a: FeelValue, b: FeelValue) => {
      if (a === null || b === null) return null;
      const x = asRange(a);
      const y = asRange(b);
      return [x.low, x.high, y.low, y.high].every((end, _, ends) => comparableEnd(end, ends)) ? holds(x, y) : undefined;
    }),
  ];
}

function asRange(value: FeelValue): FeelRange {
  return value instanceof FeelRange ? value : new FeelRange(value, value, true, true);
}

function comparableEnd(end: FeelValue, ends: readonly FeelValue[]): boolean {
  return end === null || ends.every((other) => other === null || compare(end, other) !== null);
}

/** The order of the lower ends: an open end is behind a closed one, no end before all. */
function lows(a: FeelRange, b: FeelRange): number {
  if (a.low === null || b.low === null) return Number(a.low !== null) - Number(b.low !== null);
  return compare(a.low, b.low) || Number(b.lowIncluded) - Number(a.lowIncluded);
}

/** The order of the upper ends: an open end is before a closed one, no end behind all. */
function highs(a: FeelRange, b: FeelRange): number {
  if (a.high === null || b.high === null) return Number(a.high === null) - Number(b.high === null);
  return compare(a.high, b.high) || Number(a.highIncluded) - Number(b.highIncluded);
}

/** The order of the upper end of `a` and the lower end of `b`; 0 when they share a value. */
function highToLow(a: FeelRange, b: FeelRange): number {
  if (a.high === null || b.low === null) return 1;
  return compare(a.high, b.low) || (a.highIncluded && b.lowIncluded ? 0 : -1);
}

function before(a: FeelRange, b: FeelRange): boolean {
  return highToLow(a, b) < 0;
}

function meets(a: FeelRange, b: FeelRange): boolean {
  return highToLow(a, b) === 0;
}

function overlapsBefore(a: FeelRange, b: FeelRange): boolean {
  return lows(a, b) < 0 && highToLow(a, b) >= 0 && highs(a, b) <= 0;
}

function finishes(a: FeelRange, b: FeelRange): boolean {
  return highs(a, b) === 0 && lows(a, b) >= 0;
}

function includes(a: FeelRange, b: FeelRange): boolean {
  return lows(a, b) <= 0 && highs(a, b) >= 0;
}

function starts(a: FeelRange, b: FeelRange): boolean {
  return lows(a, b) === 0 && highs(a, b) <= 0;
}

function readRange(text: string): FeelRange | undefined {
  const match = /^([[(\]])\s*(.*?)\s*\.\.\s*(.*?)\s*([\])[])$/.exec(text);
  if (!match) return undefined;
  const low = readEnd(match[2] as string);
  const high = readEnd(match[3] as string);
  if (low === undefined || high === undefined || (low === null && high === null)) return undefined;
  if (low !== null && high !== null && (compare(low, high) ?? 1) > 0) return undefined;
  return new FeelRange(low, high, match[1] === '[', match[4] === ']');
}

/** The end of a range in a text: a literal, or nothing for no limit. */
function readEnd(text: string): FeelValue | undefined {
  if (text === '') return null;
  const quoted = /^@?"(.*)"$|^(?:date|time|date and time|duration)\(\s*"(.*)"\s*\)$/.exec(text);
  if (!quoted) return parseNumber(text) ?? undefined;
  const inner = (quoted[1] ?? quoted[2]) as string;
  return text.startsWith('"') ? inner : (parseTemporal(inner) ?? undefined);
}
