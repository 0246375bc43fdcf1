/**
 * Finds the rules that can match without asking each: by the column that most rules compare with a text or a whole number.
 * Only rules whose cell holds something else are asked every time.
 */
import type { DecisionTable, FeelExpression } from '@tongban/model';
import type { FeelValue } from '../value.ts';

/** Tables with fewer rules are as fast without an index. */
const LEAST_RULES = 24;

/** A function from the values of the columns to the numbers of the rules worth asking, in order. */
export function indexRules(table: DecisionTable): (values: readonly FeelValue[]) => readonly number[] {
  const all = table.rules.map((_, index) => index);
  if (all.length < LEAST_RULES) return () => all;
  const keys = table.inputs.map((_, column) => table.rules.map(({ inputEntries }) => keysOf(inputEntries[column])));
  const counts = keys.map((cells) => cells.filter((cell) => cell !== undefined).length);
  const column = counts.indexOf(Math.max(...counts));
  const chosen = keys[column];
  if (!chosen || (counts[column] as number) < all.length / 2) return () => all;

  const others = all.filter((index) => chosen[index] === undefined);
  const byKey = new Map<string | number, number[]>();
  for (const index of all) {
    for (const key of new Set(chosen[index] ?? [])) {
      const found = byKey.get(key);
      if (found) found.push(index);
      else byKey.set(key, [index]);
    }
  }
  return (values) => {
    const value = values[column];
    if (typeof value !== 'string' && typeof value !== 'number') return all;
    const found = byKey.get(value);
    if (!found) return others;
    return others.length === 0 ? found : [...found, ...others].sort((a, b) => a - b);
  };
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
