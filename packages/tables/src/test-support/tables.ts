/** Small tables in two lines, for tests. */
import { compileUnaryTests, type FeelValue } from '@tongban/feel';
import { parseFeel } from '@tongban/feel-parser';
import type { DecisionTable, FeelExpression, FeelType, HitPolicy } from '@tongban/model';

/** A column: its expression, and what is known of it. */
export interface TestColumn {
  readonly text: string;
  readonly type?: string;
  readonly allowed?: string;
}

export function parsed(text: string, dialect: 'expression' | 'unaryTests' = 'unaryTests'): FeelExpression {
  const { expression, problems } = parseFeel(text, { dialect });
  if (!expression) throw new Error(`${text}: ${problems[0]?.sentences.en}`);
  return expression;
}

/** A table; the last cell of each row is its result. */
export function table(
  hitPolicy: HitPolicy,
  columns: readonly (string | TestColumn)[],
  rows: readonly (readonly string[])[],
): DecisionTable {
  return {
    kind: 'table',
    id: 't',
    hitPolicy,
    inputs: columns.map((column, index) => {
      const { text, type, allowed } = typeof column === 'string' ? ({ text: column } as TestColumn) : column;
      return {
        id: `in${index + 1}`,
        expression: parsed(text, 'expression'),
        ...(type ? { type: { name: type } satisfies FeelType } : {}),
        ...(allowed ? { allowedValues: parsed(allowed) } : {}),
      };
    }),
    outputs: [{ id: 'out', name: 'y' }],
    annotations: [],
    rules: rows.map((cells, row) => ({
      id: `r${row + 1}`,
      inputEntries: cells.slice(0, columns.length).map((cell) => parsed(cell)),
      outputEntries: [parsed(cells[columns.length] as string, 'expression')],
      annotations: [],
    })),
  };
}

/** Whether a value passes a cell, asked of the evaluator itself. */
export function passes(cell: FeelExpression | string, value: FeelValue): boolean {
  const tests = compileUnaryTests(typeof cell === 'string' ? parsed(cell) : cell);
  return tests(value, new Map(), { now: 0, offsetMinutes: 0 }) === true;
}
