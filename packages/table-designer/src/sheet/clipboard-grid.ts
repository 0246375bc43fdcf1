/** Cells to and from the clipboard: tab-separated text as Excel and WPS write it, and the tables of Word, Excel and web pages as HTML. */

/** Rows of cell texts. */
export type TextGrid = readonly (readonly string[])[];

/** What one paste may bring. */
export const PASTE_LIMITS: { readonly rows: number; readonly columns: number; readonly cellLength: number } = {
  rows: 20_000,
  columns: 200,
  cellLength: 10_000,
};

/** Tab-separated text. A cell with tabs, line ends or quotes stands in quotes. */
export function textOfGrid(grid: TextGrid): string {
  return grid.map((row) => row.map(quoted).join('\t')).join('\n');
}

/** The cells of tab-separated text; quoted cells may hold tabs and line ends. */
export function gridOfText(text: string): TextGrid {
  const rows: string[][] = [];
  const tidy = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  let at = 0;
  while (at <= tidy.length && rows.length < PASTE_LIMITS.rows) {
    const row: string[] = [];
    for (;;) {
      const { cell, end } = cellFrom(tidy, at);
      if (row.length < PASTE_LIMITS.columns) row.push(cell.trim().slice(0, PASTE_LIMITS.cellLength));
      at = end + 1;
      if (tidy[end] !== '\t') break;
    }
    rows.push(row);
  }
  return rows;
}

/** The cells of the first table in `html`; a merged cell fills all its places. Nothing in it is run or loaded. */
export function gridOfHtml(html: string): TextGrid | undefined {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  if (table === null) return undefined;
  const rows = [...table.rows].slice(0, PASTE_LIMITS.rows);
  const grid: string[][] = rows.map(() => []);
  rows.forEach((row, at) => {
    const line = grid[at] as string[];
    let column = 0;
    for (const cell of row.cells) {
      while (line[column] !== undefined) column += 1;
      fill(grid, at, column, cell, textOfCell(cell));
    }
  });
  return grid.map((row) => Array.from(row, (cell) => cell ?? ''));
}

function fill(grid: string[][], top: number, left: number, { rowSpan, colSpan }: HTMLTableCellElement, text: string): void {
  const bottom = Math.min(top + Math.max(1, rowSpan), grid.length);
  const right = Math.min(left + Math.max(1, colSpan), PASTE_LIMITS.columns);
  for (const line of grid.slice(top, bottom)) for (let column = left; column < right; column += 1) line[column] = text;
}

function textOfCell(cell: HTMLTableCellElement): string {
  return (cell.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, PASTE_LIMITS.cellLength);
}

function quoted(cell: string): string {
  return /[\t\n]|^"/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}

// FEEL strings begin with a quote too: a cell counts as quoted only when its closing quote is followed by a tab, a line end or nothing.
function cellFrom(text: string, from: number): { readonly cell: string; readonly end: number } {
  if (text[from] === '"') {
    const match = /"((?:[^"]|"")*)"(?=[\t\n]|$)/y;
    match.lastIndex = from;
    const found = match.exec(text);
    const inner = found?.[1];
    if (inner !== undefined && /[\t\n]|""/.test(inner)) return { cell: inner.replace(/""/g, '"'), end: match.lastIndex };
  }
  const end = text.slice(from).search(/[\t\n]/);
  return end < 0 ? { cell: text.slice(from), end: text.length } : { cell: text.slice(from, from + end), end: from + end };
}
