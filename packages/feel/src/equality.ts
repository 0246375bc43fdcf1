/** Equality and order of values (DMN 1.5, 10.3.2.13 and table 53): values of different kinds are neither equal nor unequal, but null. */
import { compareNumbers, Decimal } from './decimal.ts';
import { daysFromDate, type FeelTime, instantOf, timeInstant } from './temporal.ts';
import { type FeelContext, type FeelRange, type FeelValue, isContext, isList, isNumber, kindOf } from './value.ts';

/** Whether `a` equals `b`: false when one is null, null when their kinds differ. */
export function equals(a: FeelValue, b: FeelValue): boolean | null {
  if (a === b) return true;
  if (a === null || b === null) return false;
  if (typeof a !== 'object' && typeof a === typeof b) return false;
  if (isList(a)) return isList(b) ? sameList(a, b) : null;
  if (isContext(a)) return isContext(b) ? sameContext(a, b) : null;
  if (a instanceof Decimal || b instanceof Decimal) return isNumber(a) && isNumber(b) ? compareNumbers(a, b) === 0 : null;
  if (typeof a !== 'object' || typeof b !== 'object' || kindOf(a) !== kindOf(b)) return null;
  if (a.kind === 'range') return sameRange(a, b as FeelRange);
  if (a.kind === 'function') return false;
  return compare(a, b) === 0;
}

/** Negative, 0 or positive as `a` comes before, with or after `b`; null when they have no order. */
export function compare(a: FeelValue, b: FeelValue): number | null {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  if (a === null || b === null || typeof a === 'boolean') return null;
  if (isNumber(a)) return isNumber(b) ? compareNumbers(a, b) : null;
  if (typeof a !== 'object' || typeof b !== 'object' || isList(a) || isList(b) || isContext(a) || isContext(b)) return null;
  switch (a.kind) {
    case 'date':
      return b.kind === 'date' ? daysFromDate(a) - daysFromDate(b) : null;
    case 'time':
      return b.kind === 'time' && sameClock(a, b) ? timeInstant(a) - timeInstant(b) : null;
    case 'date and time':
      return b.kind === 'date and time' && sameClock(a.time, b.time) ? sign(instantOf(a) - instantOf(b)) : null;
    case 'days and time duration':
      return b.kind === a.kind ? sign(a.nanos - b.nanos) : null;
    case 'years and months duration':
      return b.kind === a.kind ? a.months - b.months : null;
    default:
      return null;
  }
}

/** Whether `value` lies in `range`; null when it has no order with the ends. */
export function isInRange(value: FeelValue, { low, high, lowIncluded, highIncluded }: FeelRange): boolean | null {
  if (value === null) return null;
  if (low !== null) {
    const order = compare(value, low);
    if (order === null) return null;
    if (order < 0 || (order === 0 && !lowIncluded)) return false;
  }
  if (high !== null) {
    const order = compare(value, high);
    if (order === null) return null;
    if (order > 0 || (order === 0 && !highIncluded)) return false;
  }
  return true;
}

/** Whether `value` is the `test`, in it when it is a range, or among its items when it is a list (DMN 1.5, table 55). */
export function isIn(value: FeelValue, test: FeelValue): boolean | null {
  if (typeof test === 'object' && test !== null) {
    if (isList(test)) {
      if (isList(value) && equals(value, test) === true) return true;
      return anyOf(test.map((item) => isIn(value, item)));
    }
    if (!isContext(test) && test.kind === 'range' && kindOf(value) !== 'range') return isInRange(value, test);
  }
  return equals(value, test);
}

/** True when one is true, else null when one is null, else false. */
export function anyOf(results: readonly (boolean | null)[]): boolean | null {
  if (results.includes(true)) return true;
  return results.includes(null) ? null : false;
}

/** The order of two texts by code points. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const x = a.charCodeAt(index);
    const y = b.charCodeAt(index);
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}

/** Surrogates stand for code points above all others. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

function sign(value: bigint): number {
  return value < 0n ? -1 : value > 0n ? 1 : 0;
}

function sameClock(a: FeelTime, b: FeelTime): boolean {
  return (a.offset === undefined) === (b.offset === undefined);
}

function sameList(a: readonly FeelValue[], b: readonly FeelValue[]): boolean {
  return a.length === b.length && a.every((item, index) => equals(item, b[index] as FeelValue) === true);
}

function sameContext(a: FeelContext, b: FeelContext): boolean {
  if (a.size !== b.size) return false;
  for (const [name, value] of a) {
    const other = b.get(name);
    if (other === undefined || equals(value, other) !== true) return false;
  }
  return true;
}

function sameRange(a: FeelRange, b: FeelRange): boolean {
  return (
    a.lowIncluded === b.lowIncluded && a.highIncluded === b.highIncluded && equals(a.low, b.low) === true && equals(a.high, b.high) === true
  );
}
