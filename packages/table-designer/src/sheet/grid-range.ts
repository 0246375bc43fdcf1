/** Cells by row and column, and the rectangles and moves of a spreadsheet. Row −1 is the heading of a column. */

/** The place of a cell. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
}

/** What is selected: from where the selection began to where the focus is. */
export interface GridSelection {
  readonly anchor: GridCell;
  readonly focus: GridCell;
}

/** A rectangle of cells, both ends included. */
export interface GridRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** How many rows and columns there are. */
export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

/** One cell selected. */
export function selectionAt(row: number, column: number): GridSelection {
  return { anchor: { row, column }, focus: { row, column } };
}

/** The rectangle of a selection, without the headings. */
export function rangeOf({ anchor, focus }: GridSelection): GridRange {
  return {
    top: Math.max(0, Math.min(anchor.row, focus.row)),
    bottom: Math.max(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column),
    right: Math.max(anchor.column, focus.column),
  };
}

/** Whether the cell lies in the rectangle. */
export function isInside({ top, bottom, left, right }: GridRange, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** Whether more than one cell is selected. */
export function isMany({ top, bottom, left, right }: GridRange): boolean {
  return bottom > top || right > left;
}

/** The cell nearest to `cell` that exists; headings do. */
export function clampCell({ row, column }: GridCell, { rows, columns }: GridSize): GridCell {
  return { row: Math.max(-1, Math.min(row, rows - 1)), column: Math.max(0, Math.min(column, columns - 1)) };
}

/** The cell after `cell` in reading order, or before it; undefined past the last and the first. */
export function nextInOrder({ row, column }: GridCell, { rows, columns }: GridSize, back: boolean): GridCell | undefined {
  if (back) {
    if (column > 0) return { row, column: column - 1 };
    return row > 0 ? { row: row - 1, column: columns - 1 } : undefined;
  }
  if (column < columns - 1) return { row, column: column + 1 };
  return row < rows - 1 ? { row: row + 1, column: 0 } : undefined;
}

/** Where a key leads, as in a spreadsheet; undefined when the key does not move. */
export function cellAfterKey(key: string, wide: boolean, { row, column }: GridCell, size: GridSize, page: number): GridCell | undefined {
  const last = { row: size.rows - 1, column: size.columns - 1 };
  switch (key) {
    case 'ArrowUp':
      return clampCell({ row: wide ? 0 : row - 1, column }, size);
    case 'ArrowDown':
      return clampCell({ row: wide ? last.row : row + 1, column }, size);
    case 'ArrowLeft':
      return clampCell({ row, column: wide ? 0 : column - 1 }, size);
    case 'ArrowRight':
      return clampCell({ row, column: wide ? last.column : column + 1 }, size);
    case 'Home':
      return clampCell({ row: wide ? 0 : row, column: 0 }, size);
    case 'End':
      return clampCell({ row: wide ? last.row : row, column: last.column }, size);
    case 'PageUp':
      return clampCell({ row: Math.max(0, row - page), column }, size);
    case 'PageDown':
      return clampCell({ row: row + page, column }, size);
    default:
      return undefined;
  }
}
