/** Functions on numbers (DMN 1.5, 10.3.4.5), and `number()`. */
import { isDuration, negateDuration } from '../arithmetic.ts';
import {
  compareNumbers,
  exponentialOf,
  type FeelNumber,
  logarithm,
  modulo,
  negate,
  parseNumber,
  type Rounding,
  roundTo,
  squareRoot,
} from '../decimal.ts';
import { FeelDaysDuration, type FeelMonthsDuration } from '../temporal.ts';
import type { FeelValue } from '../value.ts';
import { type Family, overload } from './built-in.ts';

export const numberFunctions: Family = {
  number: [
    overload('from: string, grouping separator?: string, decimal separator?: string', readNumber),
    overload('from: number', (value: FeelNumber) => value),
  ],
  decimal: [overload('n: number, scale: number', (n: FeelNumber, scale: FeelNumber) => rounded(n, scale, 'half even'))],
  floor: [overload('n: number, scale?: number', rounding('floor'))],
  ceiling: [overload('n: number, scale?: number', rounding('ceiling'))],
  'round up': [overload('n: number, scale?: number', rounding('up'))],
  'round down': [overload('n: number, scale?: number', rounding('down'))],
  'round half up': [overload('n: number, scale?: number', rounding('half up'))],
  'round half down': [overload('n: number, scale?: number', rounding('half down'))],
  abs: [
    overload('n: number', (n: FeelNumber) => (compareNumbers(n, 0) < 0 ? negate(n) : n)),
    overload('n: days and time duration|years and months duration', absolute),
  ],
  modulo: [
    overload('dividend: number, divisor: number', (dividend: FeelNumber, divisor: FeelNumber) => modulo(dividend, divisor) ?? undefined),
  ],
  sqrt: [overload('number: number', (n: FeelNumber) => squareRoot(n) ?? undefined)],
  log: [overload('number: number', (n: FeelNumber) => logarithm(n) ?? undefined)],
  exp: [overload('number: number', (n: FeelNumber) => exponentialOf(n) ?? undefined)],
  odd: [overload('number: number', (n: FeelNumber) => parity(n, 1))],
  even: [overload('number: number', (n: FeelNumber) => parity(n, 0))],
};

function readNumber(text: string, grouping?: string, point?: string): FeelValue | undefined {
  if (grouping !== undefined && (![' ', ',', '.'].includes(grouping) || grouping === point)) return undefined;
  if (point !== undefined && !['.', ','].includes(point)) return undefined;
  const plain = grouping === undefined ? text : text.split(grouping).join('');
  const number = point === undefined || point === '.' ? plain : plain.includes('.') ? '' : plain.replace(point, '.');
  return parseNumber(number.trim()) ?? undefined;
}

function rounding(how: Rounding): (n: FeelNumber, scale?: FeelNumber) => FeelValue | undefined {
  return (n, scale) => rounded(n, scale ?? 0, how);
}

function rounded(n: FeelNumber, scale: FeelNumber, how: Rounding): FeelValue | undefined {
  if (typeof scale !== 'number' || scale < -6111 || scale > 6176) return undefined;
  return roundTo(n, scale, how) ?? undefined;
}

function absolute(duration: FeelDaysDuration | FeelMonthsDuration): FeelValue {
  const isNegative = duration instanceof FeelDaysDuration ? duration.nanos < 0n : duration.months < 0;
  return isNegative && isDuration(duration) ? negateDuration(duration) : duration;
}

function parity(n: FeelNumber, rest: 0 | 1): boolean {
  return modulo(n, 2) === rest;
}
