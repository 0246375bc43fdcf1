/**
 * Which of many intervals may hold a number or a day, by binary search. Ends are taken as included and as the nearest doubles: both only
 * ever find an interval too many, never one too few, because rounding keeps the order.
 */
import type { FeelExpression, FeelNode } from '@tongban/model';
import { daysFromDate, parseDate } from '../temporal.ts';

/** A closed interval of doubles. */
export type Interval = readonly [low: number, high: number];

/** The numbers of the intervals that may hold a value, in order. */
export type IntervalIndex = (value: number) => readonly number[];

/** How many times an interval may be listed on average before the index is not worth its size. */
const MOST_LISTINGS = 16;

/** A literal as a point of an interval; undefined when it is something else. */
export type PointOf = (node: FeelNode) => number | undefined;

/** The interval outside of which a cell never holds, or undefined when the cell is not so plain. */
export function intervalOf({ tree }: FeelExpression, pointOf: PointOf): Interval | undefined {
  if (tree.kind !== 'tests' || tree.negated || tree.tests.length === 0) return undefined;
  let hull: Interval | undefined;
  for (const test of tree.tests) {
    const one = intervalOfTest(test, pointOf);
    if (!one) return undefined;
    hull = hull ? [Math.min(hull[0], one[0]), Math.max(hull[1], one[1])] : one;
  }
  return hull;
}

/** An index of the intervals that are there, or undefined when they overlap too much. */
export function indexIntervals(intervals: readonly (Interval | undefined)[]): IntervalIndex | undefined {
  const ends = intervals.flatMap((interval) => (interval ? interval.filter(Number.isFinite) : []));
  const points = [...new Set(ends)].sort((a, b) => a - b);
  // slots: below the first point, the point, between it and the next, the next point, …, above the last
  const slots: number[][] = Array.from({ length: 2 * points.length + 1 }, () => []);
  let listings = 0;
  for (const [number, interval] of intervals.entries()) {
    if (!interval) continue;
    const last = slotOf(interval[1], points);
    for (let slot = slotOf(interval[0], points); slot <= last; slot += 1) slots[slot]?.push(number);
    listings += Math.max(0, last - slotOf(interval[0], points) + 1);
    if (listings > MOST_LISTINGS * intervals.length) return undefined;
  }
  return (value) => slots[slotOf(value, points)] as readonly number[];
}

function slotOf(value: number, points: readonly number[]): number {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return points[low] === value ? 2 * low + 1 : 2 * low;
}

function intervalOfTest(test: FeelNode, pointOf: PointOf): Interval | undefined {
  if (test.kind === 'range') {
    const low = pointOf(test.low);
    const high = pointOf(test.high);
    return low === undefined || high === undefined ? undefined : [low, high];
  }
  const end = pointOf(test.kind === 'compare' ? test.end : test);
  if (end === undefined) return undefined;
  if (test.kind !== 'compare' || test.op === '=') return [end, end];
  if (test.op === '!=') return undefined;
  return test.op === '<' || test.op === '<=' ? [Number.NEGATIVE_INFINITY, end] : [end, Number.POSITIVE_INFINITY];
}

/** Longer literals are rounded twice, once to 34 digits, and might lose their place in the order. */
export function numberIn(node: FeelNode): number | undefined {
  if (node.kind === 'number') return node.text.length <= 34 ? Number(node.text) : undefined;
  return node.kind === 'negate' && node.of.kind === 'number' && node.of.text.length <= 34 ? 0 - Number(node.of.text) : undefined;
}

/** Days are counted; `@"2026-11-22"` and `date("2026-11-22")` are the same. */
export function dayIn(node: FeelNode): number | undefined {
  if (node.kind === 'call' && node.callee.kind === 'name' && node.callee.name === 'date' && node.args.length === 1) {
    const [text] = node.args;
    return text?.kind === 'string' ? dayOfText(text.value) : undefined;
  }
  return node.kind === 'at' ? dayOfText(node.text) : undefined;
}

function dayOfText(text: string): number | undefined {
  const day = parseDate(text);
  return day ? daysFromDate(day) : undefined;
}
