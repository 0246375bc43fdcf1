/** The cells in which a text is found, in reading order. */
import type { ColumnCells } from './sheet/column-cells.ts';
import type { GridCell } from './sheet/grid-range.ts';
import type { TableSheet } from './sheet/table-sheet.ts';

const MOST_FOUND = 10_000;

/**
 * What the words of a cell can hold beside the characters of its text. A search for anything else need not say the cells in words, which
 * takes a while for ten thousand of them.
 */
export const SPOKEN: ReadonlySet<string> = new Set(
  ' 不限为空是否且或至大小于超过早晚等年个月日天时分秒万亿、，。：=“”"abcdefghijklmnopqrstuvwxyz0123456789-+.:/,'.split(''),
);

/** Cells whose words or text hold `wanted`, whatever its case; nothing is found for an empty text. */
export function findCells(sheet: TableSheet, columns: readonly ColumnCells[], wanted: string): readonly GridCell[] {
  const sought = wanted.trim().toLowerCase();
  if (sought === '') return [];
  const unspoken = [...new Set(sought)].filter((character) => !SPOKEN.has(character));
  const found: GridCell[] = [];
  for (let row = 0; row < sheet.rows.length && found.length < MOST_FOUND; row += 1) {
    const cells = sheet.rows[row]?.cells ?? [];
    for (let column = 0; column < cells.length; column += 1) {
      if (holds(columns[column], cells[column] ?? '', sought, unspoken)) found.push({ row, column });
    }
  }
  return found;
}

function holds(column: ColumnCells | undefined, text: string, sought: string, unspoken: readonly string[]): boolean {
  const written = text.toLowerCase();
  if (written.includes(sought)) return true;
  // labels of choices and escaped characters are not in the text
  const isOther = (column?.kind.choices ?? []).length > 0 || text.includes('\\');
  if (!isOther && unspoken.some((character) => !written.includes(character))) return false;
  return column?.words(text).toLowerCase().includes(sought) ?? false;
}
