/** Real .docx and .xlsx files, written part by part as Word and Excel write them; for tests. */
import { strToU8, zipSync } from 'fflate';

/** A cell of a Word table: text, or a table inside, over columns, and `rows` of a vertical merge (`first`, then `more`). */
export interface WordCell {
  readonly text?: string;
  readonly columns?: number;
  readonly rows?: 'first' | 'more';
  readonly table?: readonly (readonly WordCell[])[];
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A Word file with a title and a table. */
export function docx(name: string, title: string, rows: readonly (readonly (string | WordCell)[])[]): File {
  const body = `${paragraph(title)}${table(rows)}${paragraph('')}<w:sectPr/>`;
  const parts = {
    '[Content_Types].xml': `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${DECLARATION}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${DECLARATION}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  };
  return zipped(name, parts);
}

/** An Excel file: texts by cell, and merged ranges. */
export function xlsx(name: string, cells: Readonly<Record<string, string>>, merges: readonly string[]): File {
  const texts = [...new Set(Object.values(cells))];
  const rows = new Map<string, string[]>();
  for (const [place, text] of Object.entries(cells)) {
    const row = /\d+/.exec(place)?.[0] ?? '1';
    rows.set(row, [
      ...(rows.get(row) ?? []),
      text === '' ? `<c r="${place}"/>` : `<c r="${place}" t="s"><v>${texts.indexOf(text)}</v></c>`,
    ]);
  }
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const sheet = [...rows].map(([row, list]) => `<row r="${row}">${list.join('')}</row>`).join('');
  return zipped(name, {
    'xl/sharedStrings.xml': `${DECLARATION}<sst xmlns="${main}">${texts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': `${DECLARATION}<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData><mergeCells>${merges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells></worksheet>`,
  });
}

function zipped(name: string, parts: Readonly<Record<string, string>>): File {
  const bytes = zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
  return new File([new Uint8Array(bytes)], name);
}

function table(rows: readonly (readonly (string | WordCell)[])[]): string {
  return `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

function cell(source: string | WordCell): string {
  const { text = '', columns, rows, table: inner } = typeof source === 'string' ? { text: source } : (source as WordCell);
  const span = columns === undefined ? '' : `<w:gridSpan w:val="${columns}"/>`;
  const merge = rows === undefined ? '' : rows === 'first' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
  return `<w:tc><w:tcPr>${span}${merge}</w:tcPr>${inner === undefined ? '' : table(inner)}${paragraph(text)}</w:tc>`;
}

/** Word tears texts into runs as it likes. */
function paragraph(text: string): string {
  const half = Math.ceil(text.length / 2);
  const runs = [text.slice(0, half), text.slice(half)].filter((part) => part !== '');
  return `<w:p>${runs.map((run) => `<w:r><w:t xml:space="preserve">${run}</w:t></w:r>`).join('')}</w:p>`;
}
