/** The tables in what was opened or pasted, each with a name by which a person tells it from the others. */
import { type PaperPart, rowsOfGrid, type TextRows } from '@tongban/office-files';

/** One table. */
export interface PaperTable {
  /** The sheet, or the paragraph above; empty when there is neither. */
  readonly name: string;
  readonly rows: TextRows;
}

const LONGEST_NAME = 40;

/** See the module comment. */
export function paperTables(parts: readonly PaperPart[]): readonly PaperTable[] {
  let above = '';
  return parts.flatMap(({ text = '', table, sheet }): readonly PaperTable[] => {
    if (table === undefined) {
      if (text.trim() !== '') above = text.trim().slice(0, LONGEST_NAME);
      return [];
    }
    const name = sheet ?? above;
    above = '';
    return [{ name, rows: rowsOfGrid(table) }];
  });
}
