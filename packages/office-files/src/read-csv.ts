/** Reads a table of separated values, as Excel and WPS save it: commas, semicolons or tabs, quoted cells. */
import Papa from 'papaparse';
import { GRID_LIMITS, gridOf, type PaperPart } from './table-grid.ts';

/** See the module comment. */
export function readCsv(text: string): readonly PaperPart[] {
  const { data } = Papa.parse<string[]>(text, { preview: GRID_LIMITS.rows, skipEmptyLines: 'greedy' });
  return data.length === 0 ? [] : [{ table: gridOf(data.map((row) => row.map((cell) => ({ text: cell })))) }];
}
