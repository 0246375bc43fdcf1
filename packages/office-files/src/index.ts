/**
 * Reads the tables that people have: Word, Excel and CSV files, saved pages, and the clipboard. In the page; nothing leaves the device, and
 * nothing of a file is run. The readers of files are loaded when a file is opened.
 *
 * @example
 * ```ts
 * import { readOfficeFile, rowsOfGrid } from '@tongban/office-files';
 *
 * const parts = await readOfficeFile(file);
 * const rows = parts.flatMap(({ table }) => (table === undefined ? [] : rowsOfGrid(table)));
 * ```
 */

// The clipboard
export { readClipboard, rowsOfText, textOfRows } from './clipboard-text.ts';
// Errors
export { raise as officeErrors, type OfficeErrorCode } from './errors.ts';
export { readHtml } from './read-html.ts';
// Files
export { OFFICE_FILE_LIMITS } from './limits.ts';
export { OFFICE_FILE_NAMES, readOfficeFile } from './read-office-file.ts';
// Tables as they were drawn
export {
  cellsInRow,
  GRID_LIMITS,
  type GridCell,
  gridOf,
  type PaperPart,
  type RawCell,
  rowsOfGrid,
  type TableGrid,
  type TextRows,
} from './table-grid.ts';
