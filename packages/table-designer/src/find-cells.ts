/** The cells in which a text is found, in reading order. */
import type { ColumnCells } from './sheet/column-cells.ts';
import type { GridCell } from './sheet/grid-range.ts';
import type { TableSheet } from './sheet/table-sheet.ts';

const MOST_FOUND = 10_000;

/** Cells whose words or text hold `wanted`, whatever its case; nothing is found for an empty text. */
export function findCells(sheet: TableSheet, columns: readonly ColumnCells[], wanted: string): readonly GridCell[] {
  const sought = wanted.trim().toLowerCase();
  if (sought === '') return [];
  const found: GridCell[] = [];
  for (let row = 0; row < sheet.rows.length && found.length < MOST_FOUND; row += 1) {
    const cells = sheet.rows[row]?.cells ?? [];
    for (let column = 0; column < cells.length; column += 1) {
      const text = cells[column] ?? '';
      const shown = columns[column]?.words(text) ?? '';
      if (shown.toLowerCase().includes(sought) || text.toLowerCase().includes(sought)) found.push({ row, column });
    }
  }
  return found;
}
