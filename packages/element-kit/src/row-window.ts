/** Which rows of a long table are drawn: those in sight and a few around them. Heights are in pixels. */

const AROUND = 8;

/** The first row drawn and the one behind the last. */
export interface RowWindow {
  readonly from: number;
  readonly to: number;
}

/** How high rows are: all the same, or each its own. */
export type RowHeight = number | ((row: number) => number);

/** The rows to draw of `rows` when `scrolled` pixels lie above and `height` are in sight; all of a table of up to `whole` rows. */
export function rowWindow(rows: number, scrolled: number, height: number, rowHeight: RowHeight, whole: number): RowWindow {
  if (rows <= whole) return { from: 0, to: rows };
  const first = rowBelow(rows, scrolled, rowHeight);
  const last = rowBelow(rows, scrolled + height, rowHeight);
  return { from: Math.min(Math.max(0, first - AROUND), rows), to: Math.min(rows, last + 1 + AROUND) };
}

/** The row that reaches below `depth`. */
function rowBelow(rows: number, depth: number, rowHeight: RowHeight): number {
  if (typeof rowHeight === 'number') return Math.floor(depth / rowHeight);
  let row = 0;
  for (let end = rowHeight(0); row < rows && end <= depth; end += rowHeight(row)) row += 1;
  return row;
}
