/**
 * Finds the rules that can match without asking each: by the column in which most cells are plain texts and numbers, or plain intervals.
 * Only rules whose cell there holds something else are asked every time. What the index finds is still asked, so it may find too much.
 */
import type { DecisionTable, FeelExpression } from '@tongban/model';
import { toDouble } from '../decimal.ts';
import { type FeelValue, isNumber } from '../value.ts';
import { type IntervalIndex, indexIntervals, intervalOf } from './intervals.ts';

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
    return [indexKeys(cells), indexNumbers(cells)].flatMap((index) => (index ? [{ ...index, column }] : []));
  });
  const best = indexes.reduce<(typeof indexes)[number] | undefined>((a, b) => (a && a.others.length <= b.others.length ? a : b), undefined);
  if (!best || best.others.length > all.length / 2) return () => all;
  const { column, others, find } = best;
  return (values) => {
    const found = find(values[column] ?? null);
    if (!found) return all;
    return others.length === 0 ? found : [...found, ...others].sort((a, b) => a - b);
  };
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

function indexNumbers(cells: readonly (FeelExpression | undefined)[]): ColumnIndex | undefined {
  const intervals = cells.map((cell) => (cell ? intervalOf(cell) : undefined));
  const index: IntervalIndex | undefined = indexIntervals(intervals);
  if (!index) return undefined;
  const others = intervals.flatMap((interval, rule) => (interval ? [] : [rule]));
  return { others, find: (value) => (isNumber(value) ? index(toDouble(value)) : undefined) };
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
