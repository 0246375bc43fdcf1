/** Reads what was pasted or opened into a guess of a form. */
import { designErrors } from './errors.ts';
import { type FormGuess, guessForm } from './guess-form.ts';
import { readDocx } from './read-docx.ts';
import { readHtml } from './read-html.ts';
import { readSchema } from './read-schema.ts';
import { readXlsx } from './read-xlsx.ts';
import { gridOf, type PaperPart } from './table-grid.ts';
import { IMPORT_LIMITS } from './unzipped.ts';

/** The guess of a file. @throws FORM_DESIGNER_FILE_UNREADABLE, FORM_DESIGNER_FILE_TOO_LARGE, FORM_DESIGNER_NOTHING_FOUND */
export async function guessOfFile(file: File): Promise<FormGuess> {
  if (file.size > IMPORT_LIMITS.file) throw designErrors('FORM_DESIGNER_FILE_TOO_LARGE', { limit: IMPORT_LIMITS.file / 1024 / 1024 });
  const name = file.name.toLowerCase();
  if (name.endsWith('.json')) return readSchema(parsedJson(await file.text()));
  if (/\.html?$/.test(name)) return guessOfParts(readHtml(await file.text()));
  const bytes = new Uint8Array(await file.arrayBuffer());
  return guessOfParts(name.endsWith('.xlsx') ? readXlsx(bytes) : readDocx(bytes));
}

/** The guess of what is on the clipboard: a table as HTML, a schema as JSON, or lines with tabs. @throws FORM_DESIGNER_NOTHING_FOUND */
export function guessOfPaste(html: string, text: string): FormGuess {
  if (html !== '') {
    const parts = readHtml(html);
    if (parts.some(({ table }) => table !== undefined)) return guessOfParts(parts);
  }
  if (/^\s*\{/.test(text)) return readSchema(parsedJson(text));
  const rows = text.split(/\r?\n/).map((line) => line.split('\t').map((cell) => ({ text: cell })));
  return guessOfParts(rows.some((row) => row.length > 1) ? [{ table: gridOf(rows) }] : []);
}

function guessOfParts(parts: readonly PaperPart[]): FormGuess {
  const guess = guessForm(parts);
  if (guess.fields.length === 0) throw designErrors('FORM_DESIGNER_NOTHING_FOUND', {});
  return guess;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw designErrors('FORM_DESIGNER_FILE_UNREADABLE', { reason: cause instanceof Error ? cause.message : 'JSON' }, { cause });
  }
}
