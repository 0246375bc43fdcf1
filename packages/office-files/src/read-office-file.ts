/** Reads the paragraphs and tables of a file by its name. The reader of each format is loaded when it is first needed. */
import { raise } from './errors.ts';
import { OFFICE_FILE_LIMITS } from './limits.ts';
import { readHtml } from './read-html.ts';
import type { PaperPart } from './table-grid.ts';

/** Endings of the files that are read, as `<input accept>` takes them. */
export const OFFICE_FILE_NAMES: readonly string[] = ['.docx', '.xlsx', '.csv', '.tsv', '.txt', '.html', '.htm'];

/** What is in `file`, in order; each sheet of a workbook is a table with its name. @throws OFFICE_FILES_UNREADABLE, OFFICE_FILES_TOO_LARGE */
export async function readOfficeFile(file: File): Promise<readonly PaperPart[]> {
  if (file.size > OFFICE_FILE_LIMITS.file) throw raise('OFFICE_FILES_TOO_LARGE', { limit: OFFICE_FILE_LIMITS.file / 1024 / 1024 });
  const name = file.name.toLowerCase();
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (/\.html?$/.test(name)) return readHtml(decoded(bytes));
  if (/\.(csv|tsv|txt)$/.test(name)) return (await import('./read-csv.ts')).readCsv(decoded(bytes));
  if (name.endsWith('.xlsx')) return (await import('./read-xlsx.ts')).readXlsx(bytes);
  return (await import('./read-docx.ts')).readDocx(bytes);
}

/** Excel here saves CSV as GBK unless it is told otherwise. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
