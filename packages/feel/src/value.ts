/** FEEL values as JavaScript values, and their kinds. */
import { Decimal, type FeelNumber } from './decimal.ts';
import type { Run } from './run.ts';
import type { FeelTemporal } from './temporal.ts';

/** Any FEEL value. */
export type FeelValue = null | boolean | string | FeelNumber | FeelTemporal | FeelRange | FeelFunction | FeelContext | readonly FeelValue[];

/** A context: names to values, in order. */
export type FeelContext = ReadonlyMap<string, FeelValue>;

/** The names of the kinds of values, as `instance of` writes them. */
export type FeelKind = 'null' | 'boolean' | 'string' | 'number' | 'list' | 'context' | 'range' | 'function' | FeelTemporal['kind'];

/** A range; an end that is null is open without limit. */
export class FeelRange {
  readonly kind = 'range';
  readonly low: FeelValue;
  readonly high: FeelValue;
  readonly lowIncluded: boolean;
  readonly highIncluded: boolean;

  constructor(low: FeelValue, high: FeelValue, lowIncluded: boolean, highIncluded: boolean) {
    this.low = low;
    this.high = high;
    this.lowIncluded = lowIncluded;
    this.highIncluded = highIncluded;
  }
}

/** A function, built in or defined in FEEL. */
export class FeelFunction {
  readonly kind = 'function';
  readonly parameters: readonly string[];
  readonly invoke: (args: readonly FeelValue[], run: Run) => FeelValue;

  constructor(parameters: readonly string[], invoke: (args: readonly FeelValue[], run: Run) => FeelValue) {
    this.parameters = parameters;
    this.invoke = invoke;
  }
}

/** The kind of a value. */
export function kindOf(value: FeelValue): FeelKind {
  if (value === null) return 'null';
  if (typeof value !== 'object') return typeof value as 'boolean' | 'string' | 'number';
  if (Array.isArray(value)) return 'list';
  return isContext(value) ? 'context' : (value as Exclude<typeof value, FeelContext | readonly FeelValue[]>).kind;
}

export function isNumber(value: FeelValue): value is FeelNumber {
  return typeof value === 'number' || value instanceof Decimal;
}

export function isList(value: FeelValue): value is readonly FeelValue[] {
  return Array.isArray(value);
}

export function isContext(value: FeelValue): value is FeelContext {
  return value instanceof Map;
}
