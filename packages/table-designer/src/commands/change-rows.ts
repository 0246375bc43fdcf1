/** Adds, copies, removes and moves whole rows. */
import { emptyRow, newRowIds, type SheetRow, type TableSheet } from '../sheet/table-sheet.ts';
import type { SheetCommand } from './sheet-command.ts';

/** Puts `count` empty rows before row `at`. */
export function insertRows(at: number, count: number, column: number): SheetCommand {
  return {
    kind: 'insertRows',
    focus: { row: at, column },
    apply: (sheet) =>
      withRowsAt(
        sheet,
        at,
        newRowIds(sheet, count).map((id) => emptyRow(sheet, id)),
      ),
  };
}

/** Puts copies of the rows from `top` to `bottom` below them. */
export function duplicateRows(top: number, bottom: number, column: number): SheetCommand {
  return {
    kind: 'insertRows',
    focus: { row: bottom + 1, column },
    apply: (sheet) => {
      const copied = sheet.rows.slice(top, bottom + 1);
      const ids = newRowIds(sheet, copied.length);
      return withRowsAt(
        sheet,
        bottom + 1,
        copied.map((row, at) => ({ ...row, id: ids[at] as string })),
      );
    },
  };
}

/** Removes the rows from `top` to `bottom`. */
export function removeRows(top: number, bottom: number, column: number): SheetCommand {
  return {
    kind: 'removeRows',
    focus: { row: top, column },
    apply: (sheet) => ({ ...sheet, rows: sheet.rows.filter((_, at) => at < top || at > bottom) }),
  };
}

/** Moves the rows from `top` to `bottom` by `step` places; at the edge nothing happens. */
export function moveRows(top: number, bottom: number, step: -1 | 1, column: number): SheetCommand {
  return {
    kind: 'moveRows',
    focus: { row: top + step, column },
    apply: (sheet) => {
      if (top + step < 0 || bottom + step >= sheet.rows.length) return sheet;
      const moved = sheet.rows.slice(top, bottom + 1);
      const rest = sheet.rows.filter((_, at) => at < top || at > bottom);
      return withRowsAt({ ...sheet, rows: rest }, top + step, moved);
    },
  };
}

function withRowsAt(sheet: TableSheet, at: number, rows: readonly SheetRow[]): TableSheet {
  return { ...sheet, rows: [...sheet.rows.slice(0, at), ...rows, ...sheet.rows.slice(at)] };
}
