/** A sheet as a decision table. A text that cannot be read stands in it as null, as it does when a file is read, and is reported. */
import type { DecisionLabels, DecisionRule, DecisionTable, DecisionTableInput, DecisionTableOutput, FeelExpression } from '@tongban/model';
import type { SheetProblem } from './cell-problem.ts';
import { type CellDialect, type CellReader, dialectOf } from './read-cell.ts';
import { DESCRIPTION, type SheetColumn, type SheetRow, type TableSheet } from './table-sheet.ts';

/** The table, and what is wrong with its texts. */
export interface TableOfSheet {
  readonly table: DecisionTable;
  readonly problems: readonly SheetProblem[];
}

/** Reads every text of `sheet`. */
export function tableOfSheet(sheet: TableSheet, reader: CellReader): TableOfSheet {
  const problems: SheetProblem[] = [];
  const read: Read = (text, dialect, place) => {
    const { expression, problems: found } = place.row === undefined ? reader.read(text, dialect) : reader.cell(text, dialect);
    for (const problem of found) problems.push({ ...place, problem });
    return expression ?? { text, tree: { kind: 'null', at: [0, text.length] }, reads: [] };
  };
  const columns = sheet.columns.map((column, at) => ({ column, at }));
  const inputs = columns.filter(({ column }) => column.kind === 'input').map(({ column, at }) => inputOf(column, at, read));
  const outputs = columns.filter(({ column }) => column.kind === 'output').map(({ column, at }) => outputOf(column, at, read));
  const rules = sheet.rows.map((row, at) => ruleOf(sheet, row, at, read));
  const remarks = sheet.columns.filter(({ kind, id }) => kind === 'annotation' && id !== DESCRIPTION);
  const table: DecisionTable = {
    kind: 'table',
    ...(sheet.id === undefined ? {} : { id: sheet.id }),
    ...(sheet.type === undefined ? {} : { type: sheet.type }),
    hitPolicy: sheet.hitPolicy,
    ...(sheet.aggregation === undefined || sheet.hitPolicy !== 'C' ? {} : { aggregation: sheet.aggregation }),
    inputs,
    outputs,
    annotations: remarks.map(({ label }) => label),
    ...(remarks.some(({ labels }) => Object.keys(labels).length > 0) ? { annotationLabels: remarks.map(({ labels }) => labels) } : {}),
    rules,
  };
  return { table, problems };
}

type Place = Omit<SheetProblem, 'problem'>;
type Read = (text: string, dialect: CellDialect, place: Place) => FeelExpression;

function inputOf({ id, label, labels, expression, type, allowed }: SheetColumn, column: number, read: Read): DecisionTableInput {
  return {
    id,
    ...(label === '' ? {} : { label }),
    ...labelsOf(labels),
    expression: read(expression, 'expression', { column, property: 'expression' }),
    ...(type === undefined ? {} : { type }),
    ...(allowed.trim() === '' ? {} : { allowedValues: read(allowed, 'unaryTests', { column, property: 'allowed' }) }),
  };
}

function outputOf({ id, label, labels, name, type, allowed, otherwise }: SheetColumn, column: number, read: Read): DecisionTableOutput {
  return {
    id,
    ...(name === '' ? {} : { name }),
    ...(label === '' ? {} : { label }),
    ...labelsOf(labels),
    ...(type === undefined ? {} : { type }),
    ...(allowed.trim() === '' ? {} : { allowedValues: read(allowed, 'unaryTests', { column, property: 'allowed' }) }),
    ...(otherwise.trim() === '' ? {} : { defaultValue: read(otherwise, 'expression', { column, property: 'otherwise' }) }),
  };
}

function labelsOf(labels: DecisionLabels): { readonly labels?: DecisionLabels } {
  return Object.keys(labels).length === 0 ? {} : { labels };
}

function ruleOf({ columns }: TableSheet, { id, cells }: SheetRow, row: number, read: Read): DecisionRule {
  const inputEntries: FeelExpression[] = [];
  const outputEntries: FeelExpression[] = [];
  const annotations: string[] = [];
  let description = '';
  columns.forEach(({ kind, id: columnId }, column) => {
    const text = cells[column] ?? '';
    if (columnId === DESCRIPTION) description = text;
    else if (kind === 'annotation') annotations.push(text);
    else (kind === 'input' ? inputEntries : outputEntries).push(read(text, dialectOf(kind), { column, row }));
  });
  return { id, ...(description === '' ? {} : { description }), inputEntries, outputEntries, annotations };
}
