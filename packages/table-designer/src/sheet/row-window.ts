/** Which rows of a long table are drawn: those in sight and a few around them. Heights are in pixels. */

/** Tables up to this many rows are drawn whole, and their cells may wrap. */
export const WHOLE_ROWS = 200;

const AROUND = 8;

/** The first row drawn and the one behind the last. */
export interface RowWindow {
  readonly from: number;
  readonly to: number;
}

/** The rows to draw of `rows` when `scrolled` pixels lie above and `height` are in sight. */
export function rowWindow(rows: number, scrolled: number, height: number, rowHeight: number): RowWindow {
  if (rows <= WHOLE_ROWS) return { from: 0, to: rows };
  const from = Math.max(0, Math.floor(scrolled / rowHeight) - AROUND);
  return { from: Math.min(from, rows), to: Math.min(rows, Math.ceil((scrolled + height) / rowHeight) + AROUND) };
}
