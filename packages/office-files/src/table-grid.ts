/** A table as it was drawn on paper: a grid of cells, some of them over several rows or columns, some holding tables of their own. */

/** One cell, at the place where it begins. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
  readonly tables: readonly TableGrid[];
}

/** A table. Cells stand in reading order. */
export interface TableGrid {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly GridCell[];
}

/** What was read of a file or of the clipboard, in order. */
export interface PaperPart {
  readonly text?: string;
  readonly table?: TableGrid;
  /** The sheet of a workbook that the table is. */
  readonly sheet?: string;
}

/** A cell still without its place, as it stands in a row of a source. */
export interface RawCell {
  readonly text: string;
  readonly tables?: readonly TableGrid[];
  readonly rowSpan?: number;
  readonly columnSpan?: number;
}

/** Texts by rows; shorter rows end with empty cells. */
export type TextRows = readonly (readonly string[])[];

/** What is read of one table. */
export const GRID_LIMITS: { readonly rows: number; readonly columns: number; readonly cellLength: number } = {
  rows: 20_000,
  columns: 200,
  cellLength: 10_000,
};

/** Places the cells of rows as HTML does: each in the next column that no cell from above reaches into. */
export function gridOf(rows: readonly (readonly RawCell[])[]): TableGrid {
  const taken = new Set<string>();
  const cells: GridCell[] = [];
  let columns = 0;
  rows.slice(0, GRID_LIMITS.rows).forEach((row, at) => {
    let column = 0;
    for (const cell of row) {
      while (taken.has(`${at} ${column}`)) column++;
      if (column >= GRID_LIMITS.columns) break;
      const columnSpan = Math.max(1, Math.min(cell.columnSpan ?? 1, GRID_LIMITS.columns - column));
      const rowSpan = Math.max(1, Math.min(cell.rowSpan ?? 1, Math.min(rows.length, GRID_LIMITS.rows) - at));
      for (let y = at + 1; y < at + rowSpan; y++) for (let x = column; x < column + columnSpan; x++) taken.add(`${y} ${x}`);
      cells.push({ row: at, column, rowSpan, columnSpan, text: tidy(cell.text), tables: cell.tables ?? [] });
      column += columnSpan;
      columns = Math.max(columns, column);
    }
  });
  return { rows: Math.min(rows.length, GRID_LIMITS.rows), columns, cells };
}

/** The cells that begin in a row. */
export function cellsInRow(grid: TableGrid, row: number): readonly GridCell[] {
  return grid.cells.filter((cell) => cell.row === row);
}

/** The texts of a grid, row by row; a merged cell fills all its places. */
export function rowsOfGrid({ rows, columns, cells }: TableGrid): TextRows {
  const texts = Array.from({ length: rows }, () => new Array<string>(columns).fill(''));
  for (const { row, column, rowSpan, columnSpan, text } of cells) {
    for (const line of texts.slice(row, row + rowSpan)) line.fill(text, column, column + columnSpan);
  }
  return texts;
}

/** Text with one space where there were many; lines stay. */
function tidy(text: string): string {
  return text
    .replace(/[\u00a0\t ]+/g, ' ')
    .replace(/ *\n+ */g, '\n')
    .trim()
    .slice(0, GRID_LIMITS.cellLength);
}
