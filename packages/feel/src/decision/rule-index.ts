/**
 * Finds the rules that can match without asking each: by the columns in which most cells are plain texts, numbers or days, or plain
 * intervals of them; for each decision the column that leaves the fewest rules. Only rules whose cell there holds something else are
 * asked every time. What the index finds is still asked, so it may find too much.
 */
import type { DecisionTable, FeelExpression } from '@tongban/model';
import { toDouble } from '../decimal.ts';
import { daysFromDate, FeelDate } from '../temporal.ts';
import { type FeelValue, isNumber } from '../value.ts';
import { dayIn, type IntervalIndex, indexIntervals, intervalOf, numberIn, type PointOf } from './intervals.ts';

/** Tables with fewer rules are as fast without an index. */
const LEAST_RULES = 24;

/** Numbers of rules, in their order. */
type Rules = readonly number[];

interface ColumnIndex {
  /** Rules whose cell the index cannot read. */
  readonly others: Rules;
  /** The rules that it can read and that a value may match; undefined when it cannot say. */
  readonly find: (value: FeelValue) => Rules | undefined;
}

/** A function from the values of the columns to the numbers of the rules worth asking, in order. */
export function indexRules(table: DecisionTable): (values: readonly FeelValue[]) => Rules {
  const all = table.rules.map((_, index) => index);
  if (all.length < LEAST_RULES) return () => all;
  const indexes = table.inputs.flatMap((_, column) => {
    const cells = table.rules.map(({ inputEntries }) => inputEntries[column]);
    const found = [indexKeys(cells), indexIntervalCells(cells, numberIn, asNumber), indexIntervalCells(cells, dayIn, asDay)];
    return found.flatMap((index) => (index && index.others.length <= all.length / 2 ? [{ ...index, column }] : []));
  });
  return (values) => {
    let best: { readonly found: Rules; readonly others: Rules } | undefined;
    for (const { column, others, find } of indexes) {
      const found = find(values[column] ?? null);
      if (found && (!best || found.length + others.length < best.found.length + best.others.length)) best = { found, others };
    }
    return best ? merge(best.found, best.others) : all;
  };
}

/** Two ascending lists as one. */
function merge(a: Rules, b: Rules): Rules {
  if (b.length === 0) return a;
  const merged: number[] = [];
  let at = 0;
  for (const rule of b) {
    while (at < a.length && (a[at] as number) < rule) {
      merged.push(a[at] as number);
      at += 1;
    }
    merged.push(rule);
  }
  return at < a.length ? merged.concat(a.slice(at)) : merged;
}

function indexKeys(cells: readonly (FeelExpression | undefined)[]): ColumnIndex {
  const others: number[] = [];
  const byKey = new Map<string | number, number[]>();
  for (const [rule, cell] of cells.entries()) {
    const keys = keysOf(cell);
    if (!keys) others.push(rule);
    for (const key of new Set(keys)) {
      const found = byKey.get(key);
      if (found) found.push(rule);
      else byKey.set(key, [rule]);
    }
  }
  return { others, find: (value) => (typeof value === 'string' || typeof value === 'number' ? (byKey.get(value) ?? []) : undefined) };
}

function indexIntervalCells(
  cells: readonly (FeelExpression | undefined)[],
  pointOf: PointOf,
  asPoint: (value: FeelValue) => number | undefined,
): ColumnIndex | undefined {
  const intervals = cells.map((cell) => (cell ? intervalOf(cell, pointOf) : undefined));
  const index: IntervalIndex | undefined = indexIntervals(intervals);
  if (!index) return undefined;
  const others = intervals.flatMap((interval, rule) => (interval ? [] : [rule]));
  return {
    others,
    find: (value) => {
      const point = asPoint(value);
      return point === undefined ? undefined : index(point);
    },
  };
}

function asNumber(value: FeelValue): number | undefined {
  return isNumber(value) ? toDouble(value) : undefined;
}

function asDay(value: FeelValue): number | undefined {
  return value instanceof FeelDate ? daysFromDate(value) : undefined;
}

/** The texts or whole numbers that a cell accepts and nothing else, or undefined when it is not so plain. */
function keysOf(cell: FeelExpression | undefined): readonly (string | number)[] | undefined {
  if (cell?.tree.kind !== 'tests' || cell.tree.negated || cell.tree.tests.length === 0) return undefined;
  const keys: (string | number)[] = [];
  for (const test of cell.tree.tests) {
    if (test.kind === 'string') keys.push(test.value);
    else if (test.kind === 'number' && /^\d{1,15}$/.test(test.text)) keys.push(Number(test.text));
    else return undefined;
  }
  return keys;
}
