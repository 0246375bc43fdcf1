/** CSV files (item lists, reference lists) as parts: rows by what stands in their first cell, each heading a property. */
import { type Part, type PartFormat, type Parts, partsByKey } from './part.ts';

/** Lists. */
export const rowParts: PartFormat = { read, write };

const HEADINGS = 'headings';

function read(text: string): Parts | undefined {
  const rows = rowsIn(text.replace(/^\uFEFF/, ''));
  if (rows === undefined) return undefined;
  const [headings = [], ...others] = rows;
  if (new Set(headings).size !== headings.length || others.some((row) => row.length > headings.length)) return undefined;
  const file: Part = { key: '', id: '', kind: 'file', name: '', parent: '', list: '', properties: { [HEADINGS]: headings } };
  return partsByKey([
    file,
    ...others.map(([key = '', ...cells]): Part => {
      const properties = Object.fromEntries(headings.map((heading, at) => [heading, (at === 0 ? key : cells[at - 1]) ?? '']));
      return { key: `row:${key}`, id: key, kind: 'row', name: cells[0] ?? '', parent: '', list: 'rows', properties };
    }),
  ]);
}

function write(parts: Parts): string {
  const headings = (parts.get('')?.properties[HEADINGS] as readonly string[] | undefined) ?? [];
  const rows = [...parts.values()]
    .filter(({ key }) => key !== '')
    .map(({ properties }) => headings.map((heading) => String(properties[heading] ?? '')));
  return [headings, ...rows].map((row) => `${row.map(quoted).join(',')}\n`).join('');
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}

/** The cells, row by row; empty rows are left out. Nothing when a quotation mark stands where none may. */
function rowsIn(text: string): readonly (readonly string[])[] | undefined {
  const rows: string[][] = [];
  let row: string[] = [];
  let read = 0;
  for (const [whole, quotedCell, plain = '', end = ''] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    read += whole.length;
    row.push(quotedCell?.replace(/""/g, '"') ?? plain);
    if (end === ',') continue;
    if (row.some((cell) => cell !== '')) rows.push(row);
    row = [];
  }
  return read === text.length ? rows : undefined;
}
