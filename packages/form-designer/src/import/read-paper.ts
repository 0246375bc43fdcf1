/** Reads what was pasted or opened into a guess of a form. */
import { type PaperPart, readClipboard, readOfficeFile } from '@tongban/office-files';
import { designErrors } from './errors.ts';
import { type FormGuess, guessForm } from './guess-form.ts';
import { readSchema } from './read-schema.ts';

/** Beyond these a table is no form. */
const FORM_ROWS = 1_000;
const SCHEMA_BYTES = 5 * 1024 * 1024;

/** The guess of a file; of a workbook its first sheet. @throws OFFICE_FILES_UNREADABLE, OFFICE_FILES_TOO_LARGE, FORM_DESIGNER_NOTHING_FOUND */
export async function guessOfFile(file: File): Promise<FormGuess> {
  if (file.name.toLowerCase().endsWith('.json')) return readSchema(parsedJson(await file.slice(0, SCHEMA_BYTES).text()));
  const parts = await readOfficeFile(file);
  const first = parts.find(({ sheet }) => sheet !== undefined);
  return guessOfParts(first === undefined ? parts : [first]);
}

/** The guess of what is on the clipboard: a table as HTML, a schema as JSON, or lines with tabs. @throws FORM_DESIGNER_NOTHING_FOUND */
export function guessOfPaste(html: string, text: string): FormGuess {
  const parts = readClipboard(html, /\t/.test(text) ? text : '');
  return /^\s*\{/.test(text) && !parts.some(({ table }) => table !== undefined) ? readSchema(parsedJson(text)) : guessOfParts(parts);
}

function guessOfParts(parts: readonly PaperPart[]): FormGuess {
  const guess = guessForm(parts.map(formSized));
  if (guess.fields.length === 0) throw designErrors('FORM_DESIGNER_NOTHING_FOUND', {});
  return guess;
}

function formSized(part: PaperPart): PaperPart {
  const { table } = part;
  if (table === undefined || table.rows <= FORM_ROWS) return part;
  return { ...part, table: { ...table, rows: FORM_ROWS, cells: table.cells.filter(({ row }) => row < FORM_ROWS) } };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw designErrors('FORM_DESIGNER_SCHEMA_UNREADABLE', { reason: cause instanceof Error ? cause.message : 'JSON' }, { cause });
  }
}
