/** The clipboard: tables of Word, Excel, WPS and web pages as HTML, and tab-separated text as spreadsheets write it. */
import { readHtml } from './read-html.ts';
import { GRID_LIMITS, gridOf, type PaperPart, type TextRows } from './table-grid.ts';

/** What was copied, of its two forms: the HTML when there is a table in it, else the lines of the text. */
export function readClipboard(html: string, text: string): readonly PaperPart[] {
  const parts = html === '' ? [] : readHtml(html);
  if (parts.some(({ table }) => table !== undefined) || text === '') return parts;
  return [{ table: gridOf(rowsOfText(text).map((row) => row.map((cell) => ({ text: cell })))) }];
}

/** Tab-separated text. A cell with tabs, line ends or quotes stands in quotes. */
export function textOfRows(rows: TextRows): string {
  return rows.map((row) => row.map(quoted).join('\t')).join('\n');
}

/** The cells of tab-separated text; quoted cells may hold tabs and line ends. */
export function rowsOfText(text: string): TextRows {
  const rows: string[][] = [];
  const tidy = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  let at = 0;
  while (at <= tidy.length && rows.length < GRID_LIMITS.rows) {
    const row: string[] = [];
    for (;;) {
      const { cell, end } = cellFrom(tidy, at);
      if (row.length < GRID_LIMITS.columns) row.push(cell.trim().slice(0, GRID_LIMITS.cellLength));
      at = end + 1;
      if (tidy[end] !== '\t') break;
    }
    rows.push(row);
  }
  return rows;
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
