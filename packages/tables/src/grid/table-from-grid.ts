/** Makes a decision table of a grid from Excel, CSV or Word, once it is known what its columns are. Rows that cannot be read are left out and named. */
import { parseFeel, readCellWords } from '@tongban/feel-parser';
import type { DecisionRule, DecisionTable, FeelExpression, FeelNode, HitPolicy, Problem } from '@tongban/model';
import { raise } from '../errors.ts';
import { bodyOf, type Grid, type GridColumn, type GridHeading, guessHeading, MARKS } from './grid-columns.ts';

/** How the table is called, and how its rules combine. */
export interface TableFromGridOptions {
  /** The id that those of columns and rules begin with. */
  readonly id: string;
  /** Default Unique. */
  readonly hitPolicy?: HitPolicy;
  /** Names that cells may read. */
  readonly names?: readonly string[];
  /** Which rows hold the headings; default as guessed. */
  readonly heading?: GridHeading;
}

/** The table of the rows that could be read, and what is wrong with the others. */
export interface TableFromGrid {
  readonly table: DecisionTable;
  readonly problems: readonly Problem[];
}

/** Makes the table. */
export function tableFromGrid(grid: Grid, columns: readonly GridColumn[], options: TableFromGridOptions): TableFromGrid {
  const { id, hitPolicy = 'U', names = [], heading = guessHeading(grid) } = options;
  const { rows, firstRow } = bodyOf(grid, heading);
  const problems: Problem[] = [];
  const numbered = columns.map((column, index) => ({ ...column, index }));
  const [inputs, outputs, remarks] = (['input', 'output', 'remark'] as const).map((role) =>
    numbered.filter((column) => column.role === role),
  ) as [Numbered[], Numbered[], Numbered[]];
  // A path such as a.b is read part by part; other headings are names as a whole.
  const own = inputs.map(({ name }) => name).filter((name) => !name.includes('.'));
  const read = (text: string, dialect: 'expression' | 'unaryTests'): FeelExpression | undefined =>
    parseFeel(text, { dialect, names: [...names, ...own] }).expression;
  const rules = rows.flatMap((cells, index): readonly DecisionRule[] => {
    if (cells.every((cell) => cell === '')) return [];
    const cellOf = (column: Numbered, dialect: 'expression' | 'unaryTests'): FeelExpression | undefined => {
      const cell = cells[column.index] ?? '';
      const feel = read(feelOf(cell, column, dialect), dialect);
      // Words that nobody understood look like a name; FEEL is written behind an equals sign.
      const found = /^[=＝]/.test(cell) || feel?.reads.every((name) => names.includes(name)) ? feel : undefined;
      if (!found) {
        const details = { row: firstRow + index, column: column.heading, value: cell };
        problems.push(raise.problem('TABLES_GRID_CELL', { elementId: id }, details, 'warning'));
      }
      return found;
    };
    const inputEntries = inputs.map((column) => cellOf(column, 'unaryTests'));
    const outputEntries = outputs.map((column) => cellOf(column, 'expression'));
    if (!areRead(inputEntries) || !areRead(outputEntries)) return [];
    return [{ id: `${id}_rule${index + 1}`, inputEntries, outputEntries, annotations: remarks.map((column) => cells[column.index] ?? '') }];
  });
  const table: DecisionTable = {
    kind: 'table',
    id: `${id}_table`,
    hitPolicy,
    inputs: inputs.map(({ name, heading: label, type }, column) => ({
      id: `${id}_in${column + 1}`,
      label,
      expression: read(name, 'expression') ?? quoted(name),
      type: { name: type },
      ...allowedIn(
        inputs[column] as Numbered,
        rules.map(({ inputEntries }) => inputEntries[column]),
      ),
    })),
    outputs: outputs.map(({ name, heading: label, type }, column) => ({
      id: `${id}_out${column + 1}`,
      name,
      label,
      type: { name: type },
      ...allowedIn(
        outputs[column] as Numbered,
        rules.map(({ outputEntries }) => outputEntries[column]),
      ),
    })),
    annotations: remarks.map(({ heading: label }) => label),
    rules,
  };
  for (const { name, heading: column } of inputs) {
    if (!read(name, 'expression')) problems.push(raise.problem('TABLES_GRID_NAME', { elementId: id }, { column, name }));
  }
  return { table, problems };
}

type Numbered = GridColumn & { readonly index: number };

/** The texts in the cells, in the order in which they come, as allowed values. */
function allowedIn({ isClosed }: Numbered, cells: readonly (FeelExpression | undefined)[]): { readonly allowedValues?: FeelExpression } {
  const values = isClosed === true ? [...new Set(cells.flatMap((cell) => (cell === undefined ? [] : textsIn(cell.tree))))] : [];
  const { expression } = parseFeel(values.map((value) => JSON.stringify(value)).join(', '), { dialect: 'unaryTests' });
  return values.length === 0 || expression === undefined ? {} : { allowedValues: expression };
}

function textsIn(node: FeelNode): readonly string[] {
  if (node.kind === 'string') return [node.value];
  return node.kind === 'tests' ? node.tests.flatMap(textsIn) : [];
}

/** An empty condition holds always, an empty result is null. What is no value of the column's type cannot be read. */
function feelOf(cell: string, { type }: GridColumn, dialect: 'expression' | 'unaryTests'): string {
  const words = type === 'boolean' ? (MARKS.get(cell) ?? cell) : cell;
  if (dialect === 'expression' && (words === '' || words === '-')) return 'null';
  return readCellWords(words, { dialect, type: { name: type } });
}

function areRead(cells: readonly (FeelExpression | undefined)[]): cells is readonly FeelExpression[] {
  return cells.every((cell) => cell !== undefined);
}

/** A name that is no FEEL stands as a text until somebody binds the column. */
function quoted(name: string): FeelExpression {
  const text = JSON.stringify(name);
  return { text, tree: { kind: 'string', at: [0, text.length], value: name }, reads: [] };
}
