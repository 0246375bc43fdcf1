/** What `for`, `some` and `every` go through: lists, and ranges of whole numbers and of days, up or down. */
import type { FeelPlace } from '@tongban/model';
import { LimitReached, RUN_LIMITS, type Run } from './run.ts';
import { dateFromDays, daysFromDate, FeelDate } from './temporal.ts';
import { FeelRange, type FeelValue, isList, kindOf } from './value.ts';

/** The items of `from`, or of `from..until`; null when it has none. A single value is a list of itself. */
export function itemsOf(from: FeelValue, until: FeelValue | undefined, run: Run, at: FeelPlace): readonly FeelValue[] | null {
  if (until === undefined) {
    if (from === null || isList(from)) return from;
    if (!(from instanceof FeelRange)) return [from];
    const { low, high, lowIncluded, highIncluded } = from;
    const items = span(low, high);
    if (items) return items.slice(lowIncluded ? 0 : 1, highIncluded ? undefined : -1);
    return run.fault('FEEL_NOT_ITERABLE', at, { kind: 'range' });
  }
  if (from === null || until === null) return null;
  return span(from, until) ?? run.fault('FEEL_NOT_ITERABLE', at, { kind: kindOf(from) });
}

function span(from: FeelValue, until: FeelValue): readonly FeelValue[] | undefined {
  if (typeof from === 'number' && typeof until === 'number') return count(from, until);
  if (from instanceof FeelDate && until instanceof FeelDate) return count(daysFromDate(from), daysFromDate(until)).map(dateFromDays);
  return undefined;
}

function count(from: number, until: number): number[] {
  const length = Math.abs(until - from) + 1;
  if (length > RUN_LIMITS.listLength) throw new LimitReached('listLength');
  const step = from <= until ? 1 : -1;
  return Array.from({ length }, (_, index) => from + index * step);
}
