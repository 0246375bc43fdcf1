/** Writes texts into a rectangle of cells; rows that are missing below are added. */
import type { TextRows } from '@tongban/office-files';
import type { GridCell } from '../sheet/grid-range.ts';
import { emptyRow, newRowIds, type SheetRow, type TableSheet } from '../sheet/table-sheet.ts';
import type { SheetCommand } from './sheet-command.ts';

/** Puts `grid` with its first cell at `at`; what would stand right of the last column is left out. */
export function setCells(at: GridCell, grid: TextRows): SheetCommand {
  return { kind: 'setCells', focus: at, apply: (sheet) => withCells(sheet, at, grid) };
}

function withCells(sheet: TableSheet, { row: top, column: left }: GridCell, grid: TextRows): TableSheet {
  const rows = withRows(sheet, top + grid.length);
  let changed = rows.length !== sheet.rows.length;
  grid.forEach((texts, at) => {
    const row = rows[top + at] as SheetRow;
    const cells = row.cells.map((cell, column) => texts[column - left] ?? cell);
    if (cells.every((cell, column) => cell === row.cells[column])) return;
    rows[top + at] = { ...row, cells };
    changed = true;
  });
  return changed ? { ...sheet, rows } : sheet;
}

function withRows(sheet: TableSheet, count: number): SheetRow[] {
  const missing = Math.max(0, count - sheet.rows.length);
  return [...sheet.rows, ...newRowIds(sheet, missing).map((id) => emptyRow(sheet, id))];
}
