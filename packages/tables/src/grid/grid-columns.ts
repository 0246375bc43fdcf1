/**
 * Guesses what the columns of a pasted or imported grid are: which are conditions and which results, of what type, and which field of the
 * forms they ask for. A person looks at the guess before a table is made of it.
 */
import { kindOf } from '@tongban/feel';
import { parseFeel, readCellWords } from '@tongban/feel-parser';
import { shapeOf } from '../analysis/cell-shape.ts';

/** Cells by rows; shorter rows end with empty cells. */
export type Grid = readonly (readonly string[])[];

/** Which rows of a grid hold the headings. */
export interface GridHeading {
  /** The first of them, from 0. */
  readonly row: number;
  /** How many there are; the texts of several are joined. */
  readonly rows: number;
}

/** Something that a column may ask for: a field of a form, a parameter. */
export interface KnownField {
  /** Its FEEL, such as `application.investment`. */
  readonly expression: string;
  readonly label: string;
  readonly type?: GridType;
}

/** The types that cells of a grid can show. */
export type GridType = 'string' | 'number' | 'boolean' | 'date';

/** What a column is. */
export interface GridColumn {
  readonly role: 'input' | 'output' | 'remark' | 'ignored';
  readonly heading: string;
  /** What an input asks for, or how an output is called. */
  readonly name: string;
  readonly type: GridType;
  /** Only the values that stand in its cells are allowed; default no. */
  readonly isClosed?: boolean;
}

/** The first row with several different texts, and the one below when it parts the headings of the first. Titles stand above. */
export function guessHeading(grid: Grid): GridHeading {
  const different = (row: readonly string[]): number => new Set(row.map((cell) => cell.trim()).filter((cell) => cell !== '')).size;
  const row = Math.max(
    0,
    grid.findIndex((cells) => different(cells) > 1),
  );
  const [first = [], second = []] = [grid[row], grid[row + 1]];
  const goesOn = first.some((cell, column) => cell !== '' && cell === second[column]);
  const isParted = first.some((cell, column) => cell !== '' && cell === first[column + 1] && second[column] !== second[column + 1]);
  return { row, rows: goesOn && isParted ? 2 : 1 };
}

/** The headings and the rows below them. `firstRow` is the number of the first of these as people count. */
export function bodyOf(
  grid: Grid,
  { row, rows: count }: GridHeading = guessHeading(grid),
): { readonly headings: readonly string[]; readonly rows: Grid; readonly firstRow: number } {
  const above = grid.slice(row, row + count);
  const width = Math.max(0, ...above.map(({ length }) => length));
  const headings = Array.from({ length: width }, (_, column) => {
    const texts = above.map((cells) => (cells[column] ?? '').replace(/\s+/g, ' ').trim());
    return [...new Set(texts)].filter((text) => text !== '').join(' ');
  });
  const rows = grid.slice(row + count).map((cells) => headings.map((_, column) => (cells[column] ?? '').trim()));
  return { headings, rows, firstRow: row + count + 1 };
}

/** A guess for every column. */
export function guessColumns(
  grid: Grid,
  fields: readonly KnownField[] = [],
  heading: GridHeading = guessHeading(grid),
): readonly GridColumn[] {
  const { headings, rows } = bodyOf(grid, heading);
  const guesses = headings.map((heading, column): GridColumn & { readonly isSure: boolean } => {
    const cells = rows.map((row) => row[column] ?? '');
    const field = fieldFor(heading, fields);
    const type = field?.type ?? typeOf(cells);
    const isClosed = type === 'string' && isChoice(cells);
    if (SERIAL.test(heading)) return { role: 'ignored', heading, name: heading, type, isSure: true };
    if (REMARK.test(heading)) return { role: 'remark', heading, name: heading, type: 'string', isSure: true };
    const isSure = field !== undefined || cells.some((cell) => hasInterval(cell, type));
    return {
      role: isSure ? 'input' : 'output',
      heading,
      name: field?.expression ?? heading,
      type,
      ...(isClosed ? { isClosed } : {}),
      isSure,
    };
  });
  const known = guesses.some(({ role }) => role === 'input');
  const lastData = guesses.map(({ role }) => role).lastIndexOf('output');
  return guesses.map(({ isSure, ...guess }, column) => {
    const isUnknown = guess.role === 'output' && !known && column < lastData;
    const isOnlyInput = known && lastData < 0 && !isSure;
    return isUnknown || isOnlyInput ? { ...guess, role: 'input' } : guess;
  });
}

/** Few values that come again and again are choices. */
function isChoice(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '' && cell !== '-');
  const values = new Set(filled);
  return values.size > 1 && values.size <= 12 && values.size <= filled.length / 2 && filled.every((cell) => cell.length <= 20);
}

const MOST = 0.6;
const SERIAL = /^(?:序号|编号|行号|no\.?|#)$/i;
const REMARK = /备注|说明|依据|来源|出处|remark|note|source/i;

function fieldFor(heading: string, fields: readonly KnownField[]): KnownField | undefined {
  const plain = (text: string): string => text.replace(/[（(].*?[）)]/g, '').replace(/[\s:：]/g, '');
  const wanted = plain(heading);
  const similar = (label: string): boolean => wanted.length > 1 && (label.includes(wanted) || wanted.includes(label));
  return fields.find(({ label }) => plain(label) === wanted) ?? fields.find(({ label }) => similar(plain(label)));
}

/** The first type that every filled cell can be read as; numbers and days also when most can, since the others are named then. */
function typeOf(cells: readonly string[]): GridType {
  const filled = cells.filter((cell) => cell !== '' && cell !== '-');
  const types: readonly GridType[] = ['boolean', 'number', 'date'];
  const share = (type: GridType): number => filled.filter((cell) => fits(cell, type)).length / Math.max(1, filled.length);
  return types.find((type) => share(type) >= (type === 'boolean' ? 1 : MOST)) ?? 'string';
}

function fits(cell: string, type: GridType): boolean {
  const shape = shapeOfWords(cell, type);
  if (shape?.kind !== 'parts') return shape?.kind === 'any';
  return shape.parts.every((part) => kindOf(part.kind === 'value' ? part.value : (part.low ?? part.high ?? null)) === type);
}

function hasInterval(cell: string, type: GridType): boolean {
  const shape = shapeOfWords(cell, type);
  return shape?.kind === 'parts' && shape.parts.some(({ kind }) => kind === 'interval');
}

function shapeOfWords(cell: string, type: GridType): ReturnType<typeof shapeOf> | undefined {
  const words = type === 'boolean' ? (MARKS.get(cell) ?? cell) : cell;
  const { expression } = parseFeel(readCellWords(words, { dialect: 'unaryTests', type: { name: type } }), { dialect: 'unaryTests' });
  return expression && shapeOf(expression);
}

/** Marks that stand for yes and no in printed tables. */
export const MARKS: ReadonlyMap<string, string> = new Map([
  ['√', '是'],
  ['✓', '是'],
  ['×', '否'],
  ['✗', '否'],
]);
