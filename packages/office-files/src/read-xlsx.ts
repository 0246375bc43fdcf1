/** Reads the sheets of an Excel file (.xlsx) that hold something: texts, merged cells, days as `2026-11-22`. */
import { raise } from './errors.ts';
import { dateStyles, dayOfSerial } from './excel-days.ts';
import { GRID_LIMITS, type GridCell, type PaperPart, type TableGrid } from './table-grid.ts';
import { unzipped } from './unzipped.ts';

const PARTS = /^xl\/(?:workbook|sharedStrings|styles|_rels\/workbook\.xml|worksheets\/sheet\d+)\.(?:xml|rels)$/;

/** See the module comment. @throws OFFICE_FILES_UNREADABLE, OFFICE_FILES_TOO_LARGE */
export function readXlsx(bytes: Uint8Array): readonly PaperPart[] {
  const files = unzipped(bytes, (name) => PARTS.test(name));
  const sheets = sheetsOf(files);
  if (sheets.length === 0) throw raise('OFFICE_FILES_UNREADABLE', { reason: 'xl/worksheets' });
  const book: Book = {
    shared: [...parsed(files.get('xl/sharedStrings.xml')).getElementsByTagName('si')].map(textsIn),
    dates: dateStyles(parsed(files.get('xl/styles.xml'))),
    from1904: parsed(files.get('xl/workbook.xml')).querySelector('workbookPr')?.getAttribute('date1904') === '1',
  };
  const read = sheets.map(({ name, path }) => ({ sheet: name, table: sheetGrid(parsed(files.get(path)), book) }));
  const filled = read.filter(({ table }) => table.cells.some(({ text }) => text !== ''));
  return filled.length > 0 ? filled : read.slice(0, 1);
}

interface Book {
  readonly shared: readonly string[];
  /** Numbers of the cell formats that show days. */
  readonly dates: ReadonlySet<number>;
  readonly from1904: boolean;
}

/** The sheets in the order of the workbook; without one, in that of their files. */
function sheetsOf(files: ReadonlyMap<string, string>): readonly { readonly name: string; readonly path: string }[] {
  const relations = parsed(files.get('xl/_rels/workbook.xml.rels')).getElementsByTagName('Relationship');
  const targets = new Map(
    [...relations].map((one) => [one.getAttribute('Id'), (one.getAttribute('Target') ?? '').replace(/^\/?(?:xl\/)?/, 'xl/')]),
  );
  const named = [...parsed(files.get('xl/workbook.xml')).getElementsByTagName('sheet')].flatMap((sheet) => {
    const path = targets.get(sheet.getAttribute('r:id'));
    return path !== undefined && files.has(path) ? [{ name: sheet.getAttribute('name') ?? '', path }] : [];
  });
  if (named.length > 0) return named;
  const paths = [...files.keys()].filter((path) => path.startsWith('xl/worksheets/'));
  return paths.sort((a, b) => numberIn(a) - numberIn(b)).map((path) => ({ name: `${numberIn(path)}`, path }));
}

function sheetGrid(sheet: Document, book: Book): TableGrid {
  const texts = new Map<string, string>();
  const merges = [...sheet.getElementsByTagName('mergeCell')].flatMap((merge) => rangeOf(merge.getAttribute('ref') ?? '') ?? []);
  let [rows, columns] = [0, 0];
  for (const cell of sheet.getElementsByTagName('c')) {
    const at = placeOf(cell.getAttribute('r') ?? '');
    if (at === undefined || at.row >= GRID_LIMITS.rows || at.column >= GRID_LIMITS.columns) continue;
    const text = textOf(cell, book).trim().slice(0, GRID_LIMITS.cellLength);
    texts.set(`${at.row} ${at.column}`, text);
    rows = Math.max(rows, at.row + 1);
    columns = Math.max(columns, at.column + 1);
  }
  const spans = new Map<string, Range>();
  const covered = new Set<string>();
  for (const merge of merges) {
    const rowSpan = Math.min(merge.rowSpan, rows - merge.row);
    const columnSpan = Math.min(merge.columnSpan, columns - merge.column);
    if (rowSpan < 1 || columnSpan < 1) continue;
    spans.set(`${merge.row} ${merge.column}`, { ...merge, rowSpan, columnSpan });
    for (let row = merge.row; row < merge.row + rowSpan; row++)
      for (let column = merge.column; column < merge.column + columnSpan; column++) covered.add(`${row} ${column}`);
  }
  const cells: GridCell[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const place = `${row} ${column}`;
      const span = spans.get(place);
      if (span === undefined && covered.has(place)) continue;
      cells.push({ row, column, rowSpan: span?.rowSpan ?? 1, columnSpan: span?.columnSpan ?? 1, text: texts.get(place) ?? '', tables: [] });
    }
  }
  return { rows, columns, cells };
}

function textOf(cell: Element, { shared, dates, from1904 }: Book): string {
  const value = cell.getElementsByTagName('v')[0]?.textContent ?? '';
  const type = cell.getAttribute('t');
  if (type === 's') return shared[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  const inline = cell.getElementsByTagName('is')[0];
  if (inline !== undefined) return textsIn(inline);
  const isDay = (type === null || type === 'n') && value !== '' && dates.has(Number(cell.getAttribute('s') ?? -1));
  return isDay ? dayOfSerial(Number(value), from1904) : type === null || type === 'n' ? plainNumber(value) : value;
}

/** Excel keeps 0.1 + 0.2 with seventeen digits and shows fifteen. */
function plainNumber(text: string): string {
  const number = Number(text);
  return text === '' || !Number.isFinite(number) || Math.abs(number) >= 1e15 ? text : String(Number(number.toPrecision(15)));
}

/** Readings (ruby) are not part of a text. */
function textsIn(element: Element): string {
  return [...element.getElementsByTagName('t')]
    .filter(({ parentElement }) => parentElement?.localName !== 'rPh')
    .map((one) => one.textContent ?? '')
    .join('');
}

function parsed(text: string | undefined): Document {
  return new DOMParser().parseFromString(text ?? '<none/>', 'application/xml');
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
