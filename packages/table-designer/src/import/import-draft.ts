/** What a person has decided about an import so far, and what comes of it. Pure. */
import type { DecisionTable, Problem } from '@tongban/model';
import type { TextRows } from '@tongban/office-files';
import { bodyOf, type GridColumn, type GridHeading, guessColumns, guessHeading, type KnownField, tableFromGrid } from '@tongban/tables';
import type { ColumnCells } from '../sheet/column-cells.ts';
import { emptyCell } from '../sheet/table-sheet.ts';
import type { TableContext, TableField } from '../table-context.ts';

/** One table that is being imported. */
export interface ImportDraft {
  readonly rows: TextRows;
  readonly heading: GridHeading;
  /** What each column becomes in a new table. */
  readonly columns: readonly GridColumn[];
  /** The column of the present table that each column goes on; −1: none. */
  readonly targets: readonly number[];
}

/** The first guess for `rows`; another heading is a new guess. */
export function draftOf(
  rows: TextRows,
  context: TableContext,
  present: readonly ColumnCells[],
  heading: GridHeading = guessHeading(rows),
): ImportDraft {
  const columns = guessColumns(rows, context.fields.map(knownField), heading);
  const plain = (text: string): string => text.replace(/\s+/g, '');
  const targets = columns.map(({ heading: own }) =>
    present.findIndex(({ column }) => [column.label, column.name].some((name) => name !== '' && plain(name) === plain(own))),
  );
  const taken = new Set<number>();
  return {
    rows,
    heading,
    columns,
    targets: targets.map((target) => {
      const free = target >= 0 && !taken.has(target) ? target : -1;
      taken.add(free);
      return free;
    }),
  };
}

/** The new table of a draft, and the rows that cannot be read. */
export function tableOfDraft(
  { rows, heading, columns }: ImportDraft,
  id: string,
  { names = [], fields }: TableContext,
): { readonly table: DecisionTable; readonly problems: readonly Problem[] } {
  const { table, problems } = tableFromGrid(rows, columns, { id, heading, names });
  const inputs = table.inputs.map((input) => {
    const type = fields.find(({ expression }) => expression === input.expression.text)?.type;
    return type === undefined ? input : { ...input, type };
  });
  return { table: { ...table, inputs }, problems };
}

/** The FEEL of rows that go on in the present table; a column that is not given stays empty. */
export function rowsOfDraft({ rows, heading, targets }: ImportDraft, present: readonly ColumnCells[]): TextRows {
  const sources = present.map((_, column) => targets.indexOf(column));
  return bodyOf(rows, heading)
    .rows.filter((cells) => cells.some((cell) => cell !== ''))
    .map((cells) =>
      present.map((column, at) => {
        const words = cells[sources[at] ?? -1]?.replace(/\s+/g, ' ') ?? '';
        return words === '' ? emptyCell(column.column.kind) : column.feel(words);
      }),
    );
}

/** The first cells below a heading that hold something. */
export function samplesOf({ rows, heading }: ImportDraft, column: number): readonly string[] {
  const cells = bodyOf(rows, heading).rows.map((row) => row[column] ?? '');
  return [...new Set(cells.filter((cell) => cell !== ''))].slice(0, 3);
}

function knownField({ expression, label, type }: TableField): KnownField {
  const known = (['string', 'number', 'boolean', 'date'] as const).find((name) => name === type?.name);
  return { expression, label, ...(known === undefined ? {} : { type: known }) };
}
