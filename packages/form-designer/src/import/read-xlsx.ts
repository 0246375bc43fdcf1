/** Reads the first sheet of an Excel file (.xlsx): texts and merged cells. */
import { designErrors } from './errors.ts';
import { GRID_LIMITS, type GridCell, type PaperPart, type TableGrid } from './table-grid.ts';
import { unzipped } from './unzipped.ts';

/** See the module comment. @throws FORM_DESIGNER_FILE_UNREADABLE, FORM_DESIGNER_FILE_TOO_LARGE */
export function readXlsx(bytes: Uint8Array): readonly PaperPart[] {
  const files = unzipped(bytes, (name) => name === 'xl/sharedStrings.xml' || /^xl\/worksheets\/sheet\d+\.xml$/.test(name));
  const first = [...files.keys()].filter((name) => name.includes('sheet')).sort((a, b) => numberIn(a) - numberIn(b));
  const name = first.find((one) => one.startsWith('xl/worksheets/'));
  if (name === undefined) throw designErrors('FORM_DESIGNER_FILE_UNREADABLE', { reason: 'xl/worksheets' });
  const shared = sharedTexts(files.get('xl/sharedStrings.xml'));
  return [{ table: sheetGrid(parsed(files.get(name) ?? ''), shared) }];
}

function sheetGrid(sheet: Document, shared: readonly string[]): TableGrid {
  const merges = [...sheet.getElementsByTagName('mergeCell')].flatMap((merge) => rangeOf(merge.getAttribute('ref') ?? '') ?? []);
  const spanAt = new Map(merges.map((range) => [`${range.row} ${range.column}`, range]));
  const inside = (row: number, column: number): boolean =>
    merges.some(
      (range) =>
        (row !== range.row || column !== range.column) &&
        row >= range.row &&
        row < range.row + range.rowSpan &&
        column >= range.column &&
        column < range.column + range.columnSpan,
    );
  const texts = new Map<string, string>();
  let [rows, columns] = [0, 0];
  for (const cell of sheet.getElementsByTagName('c')) {
    const at = placeOf(cell.getAttribute('r') ?? '');
    if (at === undefined || at.row >= GRID_LIMITS.rows || at.column >= GRID_LIMITS.columns) continue;
    const text = textOf(cell, shared);
    texts.set(`${at.row} ${at.column}`, text);
    const span = spanAt.get(`${at.row} ${at.column}`);
    rows = Math.max(rows, at.row + (span?.rowSpan ?? 1));
    columns = Math.max(columns, at.column + (span?.columnSpan ?? 1));
  }
  const cells: GridCell[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (inside(row, column)) continue;
      const { rowSpan = 1, columnSpan = 1 } = spanAt.get(`${row} ${column}`) ?? {};
      cells.push({ row, column, rowSpan, columnSpan, text: (texts.get(`${row} ${column}`) ?? '').trim(), tables: [] });
    }
  }
  return { rows, columns, cells };
}

function textOf(cell: Element, shared: readonly string[]): string {
  const value = cell.getElementsByTagName('v')[0]?.textContent ?? '';
  if (cell.getAttribute('t') === 's') return shared[Number(value)] ?? '';
  const inline = cell.getElementsByTagName('is')[0];
  return inline === undefined ? value : textsIn(inline);
}

function sharedTexts(text: string | undefined): readonly string[] {
  return text === undefined ? [] : [...parsed(text).getElementsByTagName('si')].map(textsIn);
}

function textsIn(element: Element): string {
  return [...element.getElementsByTagName('t')].map((one) => one.textContent ?? '').join('');
}

function parsed(text: string): Document {
  return new DOMParser().parseFromString(text, 'application/xml');
}

interface Range {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

function rangeOf(reference: string): Range | undefined {
  const [from, to] = reference.split(':').map(placeOf);
  if (from === undefined || to === undefined) return undefined;
  return { ...from, rowSpan: to.row - from.row + 1, columnSpan: to.column - from.column + 1 };
}

/** `B3` as row 2 and column 1. */
function placeOf(reference: string): { readonly row: number; readonly column: number } | undefined {
  const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference);
  if (match === null) return undefined;
  const [, letters = '', digits = ''] = match;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}

function numberIn(name: string): number {
  return Number(/\d+/.exec(name)?.[0] ?? 0);
}
