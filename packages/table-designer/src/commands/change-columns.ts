/** Adds, removes, moves and changes columns. Inputs stay before outputs, outputs before remarks. */
import { type ColumnKind, emptyCell, freeId, type SheetColumn, type TableSheet } from '../sheet/table-sheet.ts';
import type { SheetCommand } from './sheet-command.ts';

/** What of a column can be changed. */
export type ColumnChanges = Partial<Omit<SheetColumn, 'id' | 'kind'>>;

const ORDER: readonly ColumnKind[] = ['input', 'output', 'annotation'];

/** Where a new column of this kind stands: behind the last of its kind. */
export function placeOfNewColumn(sheet: TableSheet, kind: ColumnKind): number {
  const rank = ORDER.indexOf(kind);
  const behind = sheet.columns.findIndex((column) => ORDER.indexOf(column.kind) > rank);
  return behind < 0 ? sheet.columns.length : behind;
}

/** Adds a column of this kind behind the last one of its kind. */
export function insertColumn(sheet: TableSheet, kind: ColumnKind, changes: ColumnChanges = {}): SheetCommand {
  const at = placeOfNewColumn(sheet, kind);
  return {
    kind: 'insertColumn',
    focus: { row: -1, column: at },
    apply: (before) => ({
      ...before,
      columns: spliced(before.columns, at, 0, newColumn(before, kind, changes)),
      rows: before.rows.map((row) => ({ ...row, cells: spliced(row.cells, at, 0, emptyCell(kind)) })),
    }),
  };
}

/** Removes a column with all its cells. */
export function removeColumn(at: number): SheetCommand {
  return {
    kind: 'removeColumn',
    focus: { row: -1, column: Math.max(0, at - 1) },
    apply: (sheet) => ({
      ...sheet,
      columns: spliced(sheet.columns, at, 1),
      rows: sheet.rows.map((row) => ({ ...row, cells: spliced(row.cells, at, 1) })),
    }),
  };
}

/** Moves a column by one place among those of its kind. */
export function moveColumn(at: number, step: -1 | 1): SheetCommand {
  return {
    kind: 'moveColumn',
    focus: { row: -1, column: at + step },
    apply: (sheet) => {
      const [moved, other] = [sheet.columns[at], sheet.columns[at + step]];
      if (moved === undefined || moved.kind !== other?.kind) return sheet;
      return {
        ...sheet,
        columns: swapped(sheet.columns, at, at + step),
        rows: sheet.rows.map((row) => ({ ...row, cells: swapped(row.cells, at, at + step) })),
      };
    },
  };
}

/** Changes the heading, meaning, type or values of a column. */
export function changeColumn(at: number, changes: ColumnChanges): SheetCommand {
  return {
    kind: 'changeColumn',
    topic: `column ${at} ${Object.keys(changes).join()}`,
    apply: (sheet) => ({ ...sheet, columns: sheet.columns.map((column, index) => (index === at ? { ...column, ...changes } : column)) }),
  };
}

function newColumn(sheet: TableSheet, kind: ColumnKind, changes: ColumnChanges): SheetColumn {
  const taken = new Set(sheet.columns.map(({ id }) => id));
  const sort = { input: 'in', output: 'out', annotation: 'remark' }[kind];
  const id = freeId(`${sheet.id ?? 'table'}_${sort}${sheet.columns.filter((column) => column.kind === kind).length + 1}`, taken);
  return { kind, id, label: '', labels: {}, expression: '', name: '', type: undefined, allowed: '', otherwise: '', ...changes };
}

function spliced<Entry>(list: readonly Entry[], at: number, gone: number, ...added: Entry[]): Entry[] {
  return [...list.slice(0, at), ...added, ...list.slice(at + gone)];
}

function swapped<Entry>(list: readonly Entry[], a: number, b: number): Entry[] {
  const copy = [...list];
  [copy[a], copy[b]] = [copy[b] as Entry, copy[a] as Entry];
  return copy;
}
