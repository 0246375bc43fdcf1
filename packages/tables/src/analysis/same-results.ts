/** Whether two rules give the same result. */
import { equals, type FeelValue } from '@tongban/feel';
import { printFeel } from '@tongban/feel-parser';
import type { DecisionTable, FeelExpression } from '@tongban/model';
import { constantOf } from './cell-shape.ts';

/** Compares the results of two rules: true, false, or undefined when it depends on the data. */
export type CompareResults = (a: number, b: number) => boolean | undefined;

/** Compares rules of a table; the value of each cell is computed once. */
export function compareResults({ rules }: DecisionTable): CompareResults {
  const constants = new Map<FeelExpression, FeelValue | undefined>();
  const constantIn = (cell: FeelExpression): FeelValue | undefined => {
    if (!constants.has(cell)) constants.set(cell, constantOf(cell.tree));
    return constants.get(cell);
  };
  return (a, b) => {
    const verdicts = (rules[a]?.outputEntries ?? []).map((cell, column) => sameCells(cell, rules[b]?.outputEntries[column]));
    if (verdicts.includes(false)) return false;
    return verdicts.includes(undefined) ? undefined : true;
  };

  function sameCells(a: FeelExpression, b: FeelExpression | undefined): boolean | undefined {
    if (!b) return false;
    if (a.text.trim() === b.text.trim()) return true;
    const [x, y] = [constantIn(a), constantIn(b)];
    if (x !== undefined && y !== undefined) return equals(x, y) === true;
    return printFeel(a.tree) === printFeel(b.tree) ? true : undefined;
  }
}
