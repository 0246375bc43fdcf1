/**
 * FEEL numbers: decimals of 34 significant digits, rounded half even (DMN 1.5, 10.3.2.3.1; IEEE 754 decimal128).
 *
 * A number that is a safe integer is a JavaScript number, any other a {@link Decimal}, so each number has one form only and the
 * common case is as fast as the machine. Results that leave the range of decimal128 are null.
 */

/** A number that is no safe integer: `coefficient × 10^exponent`, the coefficient without trailing zeros. */
export class Decimal {
  readonly kind = 'number';
  readonly coefficient: bigint;
  readonly exponent: number;

  constructor(coefficient: bigint, exponent: number) {
    this.coefficient = coefficient;
    this.exponent = exponent;
  }
}

/** A FEEL number. */
export type FeelNumber = number | Decimal;

/** How {@link roundTo} chooses between two neighbours. */
export type Rounding = 'half even' | 'half up' | 'half down' | 'up' | 'down' | 'floor' | 'ceiling';

const DIGITS = 34;
const GREATEST_EXPONENT = 6144;
const LEAST_EXPONENT = -6176;

/** The number written in `text`, or null when it is none. */
export function parseNumber(text: string): FeelNumber | null {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,9}))?$/.exec(text);
  if (!match) return null;
  const [, sign, whole = '', part = '', power = '0'] = match;
  if (whole + part === '') return null;
  return finish(BigInt(sign + whole + part), Number(power) - part.length);
}

/** A JavaScript number as a FEEL number, by its shortest decimal text. */
export function numberOf(value: number): FeelNumber | null {
  return Number.isSafeInteger(value) ? value + 0 : parseNumber(String(value));
}

/** The decimal text of a number, without exponent as long as that is readable. */
export function numberText(value: FeelNumber): string {
  if (typeof value === 'number') return String(value);
  const { coefficient, exponent } = value;
  const sign = coefficient < 0n ? '-' : '';
  const digits = String(abs(coefficient));
  const point = digits.length + exponent;
  if (point > 40 || point < -40)
    return `${sign}${digits[0]}${digits.length > 1 ? `.${digits.slice(1)}` : ''}E${point > 0 ? '+' : ''}${point - 1}`;
  if (exponent >= 0) return sign + digits + '0'.repeat(exponent);
  return point > 0 ? `${sign}${digits.slice(0, point)}.${digits.slice(point)}` : `${sign}0.${'0'.repeat(-point)}${digits}`;
}

/** The nearest JavaScript number. */
export function toDouble(value: FeelNumber): number {
  return typeof value === 'number' ? value : Number(numberText(value));
}

/** a + b. */
export function add(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  const [x, y, exponent] = aligned(a, b);
  return finish(x + y, exponent);
}

/** -a. */
export function negate(a: FeelNumber): FeelNumber {
  return typeof a === 'number' ? 0 - a : new Decimal(-a.coefficient, a.exponent);
}

/** a - b. */
export function subtract(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  return add(a, negate(b));
}

/** a × b. */
export function multiply(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (Number.isSafeInteger(product)) return product + 0;
  }
  const x = parts(a);
  const y = parts(b);
  return finish(x.coefficient * y.coefficient, x.exponent + y.exponent);
}

/** a ÷ b, null by zero. */
export function divide(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  if (b === 0) return null;
  if (typeof a === 'number' && typeof b === 'number' && a % b === 0) return a / b + 0;
  return quotient(parts(a), parts(b), DIGITS);
}

/** a − b × ⌊a ÷ b⌋: the sign of the result is that of `b`. Null by zero. */
export function modulo(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  if (b === 0) return null;
  if (typeof a === 'number' && typeof b === 'number') {
    const rest = a % b;
    return (rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest) + 0;
  }
  const [x, y, exponent] = aligned(a, b);
  const rest = x % y;
  return finish(rest !== 0n && rest < 0n !== y < 0n ? rest + y : rest, exponent);
}

/** Negative, 0 or positive as `a` is less than, equal to or greater than `b`. */
export function compareNumbers(a: FeelNumber, b: FeelNumber): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [x, y] = aligned(a, b);
  return x < y ? -1 : x > y ? 1 : 0;
}

/** `value` with at most `scale` digits after the point. */
export function roundTo(value: FeelNumber, scale: number, rounding: Rounding): FeelNumber | null {
  const { coefficient, exponent } = parts(value);
  const drop = -exponent - scale;
  if (drop <= 0) return value;
  return finish(dropDigits(coefficient, drop, rounding), -scale);
}

/** √a, null when `a` is negative. */
export function squareRoot(a: FeelNumber): FeelNumber | null {
  const { coefficient, exponent } = parts(a);
  if (coefficient <= 0n) return coefficient === 0n ? 0 : null;
  let shift = Math.max(0, 2 * (DIGITS + 2) - digitsOf(coefficient));
  if ((exponent - shift) % 2 !== 0) shift += 1;
  const scaled = coefficient * tenTo(shift);
  const root = integerRoot(scaled);
  return sticky(root, root * root !== scaled, (exponent - shift) / 2);
}

/** a to the power of b, null where it is no real number. */
export function power(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  if (typeof b === 'number') return integerPower(a, b);
  if (a === 0) return compareNumbers(b, 0) > 0 ? 0 : null;
  const log = fixedLog(a);
  if (log === null) return null;
  const { coefficient, exponent } = b;
  return exponential(exponent >= 0 ? log * coefficient * tenTo(exponent) : (log * coefficient) / tenTo(-exponent));
}

/** The natural logarithm, null unless `a` is positive. */
export function logarithm(a: FeelNumber): FeelNumber | null {
  const log = fixedLog(a);
  return log === null ? null : finish(log, -GUARD);
}

/** e to the power of `a`. */
export function exponentialOf(a: FeelNumber): FeelNumber | null {
  const { coefficient, exponent } = parts(a);
  if (digitsOf(coefficient) + exponent > 6) return coefficient < 0n ? 0 : null;
  if (exponent < -2 * GUARD) return 1;
  return exponential(exponent >= -GUARD ? coefficient * tenTo(GUARD + exponent) : coefficient / tenTo(-GUARD - exponent));
}

// rounding

function finish(coefficient: bigint, exponent: number, digits: number = DIGITS): FeelNumber | null {
  if (coefficient === 0n) return 0;
  const excess = Math.max(digitsOf(coefficient) - digits, LEAST_EXPONENT - exponent);
  let c = coefficient;
  let e = exponent;
  if (excess > 0) {
    c = dropDigits(c, excess, 'half even');
    e += excess;
    if (c === 0n) return 0;
  }
  while (c % 10n === 0n) {
    c /= 10n;
    e += 1;
  }
  const length = digitsOf(c) + e;
  if (length > GREATEST_EXPONENT + 1) return null;
  if (e >= 0 && length <= 16) {
    const whole = Number(c * tenTo(e));
    if (Number.isSafeInteger(whole)) return whole;
  }
  return new Decimal(c, e);
}

function dropDigits(coefficient: bigint, count: number, rounding: Rounding): bigint {
  if (count > digitsOf(coefficient) + 1) {
    const away = rounding === 'up' || (rounding === 'floor' && coefficient < 0n) || (rounding === 'ceiling' && coefficient > 0n);
    return away ? (coefficient < 0n ? -1n : 1n) : 0n;
  }
  const unit = tenTo(count);
  const kept = coefficient / unit;
  const rest = coefficient % unit;
  if (rest === 0n) return kept;
  const away = coefficient < 0n ? kept - 1n : kept + 1n;
  const half = abs(rest) * 2n - unit;
  switch (rounding) {
    case 'up':
      return away;
    case 'down':
      return kept;
    case 'floor':
      return coefficient < 0n ? away : kept;
    case 'ceiling':
      return coefficient < 0n ? kept : away;
    case 'half up':
      return half >= 0n ? away : kept;
    case 'half down':
      return half > 0n ? away : kept;
    case 'half even':
      return half > 0n || (half === 0n && kept % 2n !== 0n) ? away : kept;
  }
}

/** A result of which digits beyond the last are known to be there: one more digit makes it round as the exact value would. */
function sticky(coefficient: bigint, inexact: boolean, exponent: number, digits?: number): FeelNumber | null {
  return inexact ? finish(coefficient * 10n + (coefficient < 0n ? -1n : 1n), exponent - 1, digits) : finish(coefficient, exponent, digits);
}

// exact parts

interface Parts {
  readonly coefficient: bigint;
  readonly exponent: number;
}

function parts(value: FeelNumber): Parts {
  return typeof value === 'number' ? { coefficient: BigInt(value), exponent: 0 } : value;
}

function aligned(a: FeelNumber, b: FeelNumber): readonly [a: bigint, b: bigint, exponent: number] {
  const x = parts(a);
  const y = parts(b);
  const exponent = Math.min(x.exponent, y.exponent);
  return [x.coefficient * tenTo(x.exponent - exponent), y.coefficient * tenTo(y.exponent - exponent), exponent];
}

function quotient(a: Parts, b: Parts, digits: number): FeelNumber | null {
  const shift = Math.max(0, digits + 2 + digitsOf(b.coefficient) - digitsOf(a.coefficient));
  const scaled = a.coefficient * tenTo(shift);
  const whole = scaled / b.coefficient;
  const inexact = whole * b.coefficient !== scaled;
  return sticky(whole, inexact, a.exponent - b.exponent - shift, digits);
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function digitsOf(value: bigint): number {
  return String(value).length - (value < 0n ? 1 : 0);
}

const TENS: bigint[] = [];
function tenTo(power: number): bigint {
  if (power > 100) return 10n ** BigInt(power);
  TENS[power] ??= 10n ** BigInt(power);
  return TENS[power];
}

// roots, powers and logarithms: exact integers and fixed-point numbers of GUARD digits

const GUARD = 60;

function integerRoot(value: bigint): bigint {
  let root = 1n << BigInt((value.toString(16).length * 4) / 2 + 1);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

function integerPower(base: FeelNumber, exponent: number): FeelNumber | null {
  if (base === 0) return exponent > 0 ? 0 : exponent === 0 ? 1 : null;
  if (Math.abs(exponent) > 999_999_999) return base === 1 ? 1 : null;
  let result: Parts = { coefficient: 1n, exponent: 0 };
  let square: Parts | null = parts(base);
  for (let rest = Math.abs(exponent); rest > 0; rest = Math.floor(rest / 2)) {
    if (square === null) return exponent < 0 ? 0 : null;
    if (rest % 2 === 1) {
      const product = times(result, square);
      if (product === null) return exponent < 0 ? 0 : null;
      result = product;
    }
    square = times(square, square);
  }
  return exponent < 0 ? quotient({ coefficient: 1n, exponent: 0 }, result, DIGITS) : finish(result.coefficient, result.exponent);
}

function times(a: Parts, b: Parts): Parts | null {
  const coefficient = a.coefficient * b.coefficient;
  const exponent = a.exponent + b.exponent;
  const excess = digitsOf(coefficient) - GUARD;
  if (excess <= 0) return { coefficient, exponent };
  if (exponent + excess > 2 * GREATEST_EXPONENT) return null;
  return { coefficient: dropDigits(coefficient, excess, 'half even'), exponent: exponent + excess };
}

function fixedLog(a: FeelNumber): bigint | null {
  const { coefficient, exponent } = parts(a);
  if (coefficient <= 0n) return null;
  // a = mantissa × 10^tens with the mantissa between 0.3 and 3, where the series is short
  const digits = digitsOf(coefficient);
  const tens = digits + exponent - (String(coefficient) < '3' ? 1 : 0);
  const shift = GUARD + exponent - tens;
  const mantissa = shift >= 0 ? coefficient * tenTo(shift) : coefficient / tenTo(-shift);
  return seriesLog(mantissa) + BigInt(tens) * logOfTen();
}

/** ln m = 2 artanh((m − 1) ÷ (m + 1)). */
function seriesLog(m: bigint): bigint {
  const one = tenTo(GUARD);
  const ratio = ((m - one) * one) / (m + one);
  const square = (ratio * ratio) / one;
  let term = ratio;
  let sum = 0n;
  for (let n = 1n; term !== 0n; n += 2n) {
    sum += term / n;
    term = (term * square) / one;
  }
  return sum * 2n;
}

let knownLogOfTen: bigint | undefined;
function logOfTen(): bigint {
  knownLogOfTen ??= seriesLog(10n * tenTo(GUARD));
  return knownLogOfTen;
}

/** e^x of a fixed-point x: tens are split off, the rest is a Taylor series. */
function exponential(x: bigint): FeelNumber | null {
  const one = tenTo(GUARD);
  const tens = x / logOfTen();
  if (tens > BigInt(GREATEST_EXPONENT) || tens < BigInt(LEAST_EXPONENT)) return x < 0n ? 0 : null;
  const rest = x - tens * logOfTen();
  let term = one;
  let sum = one;
  for (let n = 1n; term !== 0n; n += 1n) {
    term = (term * rest) / (one * n);
    sum += term;
  }
  // the last digits of the series are not exact: round them away, so that 4 ** 0.5 is 2
  return finish(dropDigits(sum, GUARD - 50, 'half even'), Number(tens) - 50);
}
