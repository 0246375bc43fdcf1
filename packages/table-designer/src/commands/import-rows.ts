/** Takes over what was imported: another table, or rows for the columns that are there. One step to undo. */
import type { DecisionTable } from '@tongban/model';
import type { TextRows } from '@tongban/office-files';
import { sheetOfTable } from '../sheet/sheet-of-table.ts';
import { setCells } from './set-cells.ts';
import type { SheetCommand } from './sheet-command.ts';

/** What an import gives. */
export type ImportedRows = { readonly table: DecisionTable } | { readonly rows: TextRows };

/** Puts the columns and rows of `table` in place of all that is there; which rows give the result stays as it is. */
export function replaceTable(table: DecisionTable): SheetCommand {
  const { columns, rows } = sheetOfTable(table);
  return { kind: 'importRows', focus: { row: 0, column: 0 }, apply: (sheet) => ({ ...sheet, columns, rows }) };
}

/** Puts `rows` below row `at - 1`. */
export function appendRows(at: number, rows: TextRows): SheetCommand {
  return { ...setCells({ row: at, column: 0 }, rows), kind: 'importRows' };
}
