/** How wide a column is drawn: as its texts ask, within bounds. Widths are in pixels at the usual text size. */
import type { ColumnCells } from './column-cells.ts';
import type { SheetRow } from './table-sheet.ts';

const NARROWEST = 96;
const WIDEST = 320;
const PADDING = 34;
const LOOKED_AT = 200;

/** The width of the column at `at`, for its heading and the words in the first rows. */
export function columnWidth(cells: ColumnCells, rows: readonly SheetRow[], at: number): number {
  let widest = widthOf(cells.column.label) + 24;
  for (const row of rows.slice(0, LOOKED_AT)) widest = Math.max(widest, widthOf(cells.words(row.cells[at] ?? '')));
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, widest + PADDING)));
}

// a Chinese character is as wide as the text is high, a Latin one about half of that
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += character > '\u2e7f' ? 14 : 8;
  return width;
}
