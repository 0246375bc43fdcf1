/** `+ - * / **` on all kinds of values (DMN 1.5, tables 57 to 60). */
import { add, divide, type FeelNumber, multiply, negate, parseNumber, power, roundTo, subtract } from './decimal.ts';
import { compare } from './equality.ts';
import {
  daysFromDate,
  FeelDate,
  FeelDateTime,
  FeelDaysDuration,
  FeelMonthsDuration,
  FeelTime,
  instantOf,
  MIDNIGHT,
  moveDate,
  moveDateTime,
  moveTime,
  NANOS_PER_DAY,
  timeInstant,
} from './temporal.ts';
import { type FeelValue, isNumber } from './value.ts';

/** An arithmetic operator. */
export type ArithmeticOperator = '+' | '-' | '*' | '/' | '**';

/** `a op b`: undefined when the operator does not work on these kinds, null when the result is no value. Neither side is null. */
export function calculate(op: ArithmeticOperator, a: FeelValue, b: FeelValue): FeelValue | undefined {
  if (isNumber(a) && isNumber(b)) return NUMERIC[op](a, b);
  switch (op) {
    case '+':
      if (typeof a === 'string') return typeof b === 'string' ? a + b : undefined;
      return isDuration(b) ? moved(a, b) : isDuration(a) ? moved(b, a) : undefined;
    case '-':
      return isDuration(b) ? moved(a, negateDuration(b)) : difference(a, b);
    case '*':
      if (isDuration(a) && isNumber(b)) return scaled(a, b, multiply);
      return isNumber(a) && isDuration(b) ? scaled(b, a, multiply) : undefined;
    case '/':
      if (isDuration(a) && isNumber(b)) return scaled(a, b, divide);
      return isDuration(a) && isDuration(b) && a.kind === b.kind ? divide(sizeOf(a), sizeOf(b)) : undefined;
    default:
      return undefined;
  }
}

/** `-a`, or undefined when there is none. */
export function negateValue(a: FeelValue): FeelValue | undefined {
  if (isNumber(a)) return negate(a);
  return isDuration(a) ? negateDuration(a) : undefined;
}

const NUMERIC: Readonly<Record<ArithmeticOperator, (a: FeelNumber, b: FeelNumber) => FeelNumber | null>> = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': divide,
  '**': power,
};

type Duration = FeelDaysDuration | FeelMonthsDuration;

/** Whether a value is a duration of either kind. */
export function isDuration(value: FeelValue): value is Duration {
  return value instanceof FeelDaysDuration || value instanceof FeelMonthsDuration;
}

/** -duration. */
export function negateDuration(duration: Duration): Duration {
  return duration instanceof FeelDaysDuration ? new FeelDaysDuration(-duration.nanos) : new FeelMonthsDuration(0 - duration.months);
}

function moved(value: FeelValue, by: Duration): FeelValue | undefined {
  if (value instanceof FeelDate) return moveDate(value, by);
  if (value instanceof FeelDateTime) return moveDateTime(value, by);
  if (value instanceof FeelTime) return by instanceof FeelDaysDuration ? moveTime(value, by) : undefined;
  if (value instanceof FeelDaysDuration) return by instanceof FeelDaysDuration ? new FeelDaysDuration(value.nanos + by.nanos) : undefined;
  if (value instanceof FeelMonthsDuration)
    return by instanceof FeelMonthsDuration ? new FeelMonthsDuration(value.months + by.months) : undefined;
  return undefined;
}

function difference(a: FeelValue, b: FeelValue): FeelValue | undefined {
  if (a instanceof FeelDate && b instanceof FeelDate)
    return new FeelDaysDuration(BigInt(daysFromDate(a) - daysFromDate(b)) * BigInt(NANOS_PER_DAY));
  if (a instanceof FeelTime && b instanceof FeelTime)
    return compare(a, b) === null ? undefined : new FeelDaysDuration(BigInt(timeInstant(a) - timeInstant(b)));
  const x = asDateTime(a);
  const y = asDateTime(b);
  return x && y && compare(x, y) !== null ? new FeelDaysDuration(instantOf(x) - instantOf(y)) : undefined;
}

function asDateTime(value: FeelValue): FeelDateTime | undefined {
  if (value instanceof FeelDateTime) return value;
  return value instanceof FeelDate ? new FeelDateTime(value, MIDNIGHT) : undefined;
}

function sizeOf(duration: Duration): FeelNumber {
  return duration instanceof FeelDaysDuration ? (parseNumber(String(duration.nanos)) as FeelNumber) : duration.months;
}

function scaled(duration: Duration, by: FeelNumber, operation: (a: FeelNumber, b: FeelNumber) => FeelNumber | null): FeelValue {
  const exact = operation(sizeOf(duration), by);
  const whole = exact === null ? null : roundTo(exact, 0, 'down');
  if (whole === null) return null;
  if (duration instanceof FeelMonthsDuration) return typeof whole === 'number' ? new FeelMonthsDuration(whole) : null;
  if (typeof whole === 'number') return new FeelDaysDuration(BigInt(whole));
  return whole.exponent >= 0 && whole.exponent < 40 ? new FeelDaysDuration(whole.coefficient * 10n ** BigInt(whole.exponent)) : null;
}
