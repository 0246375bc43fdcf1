/**
 * The form that a paper table means. Labels with a blank beside or below them are fields; a line of labels over empty lines is a table with
 * rows; a label over several lines is a section; long sentences are text. Every guess says why, and is for a person to correct.
 */

import type { FormDocument } from '@tongban/model';
import { cellsInRow, type GridCell, type PaperPart, type TableGrid } from '@tongban/office-files';
import type { FieldDraft } from '../new-field.ts';
import { type FieldGuess, type GuessReason, guessField, plain } from './guess-kind.ts';

/** A form as it was guessed. */
export interface FormGuess {
  readonly title: string | undefined;
  /** A line under the table. */
  readonly note?: string;
  /** A document of ours: what it says beside its fields comes as well. */
  readonly document?: FormDocument;
  readonly layout: 'bordered' | 'stacked';
  readonly fields: readonly FieldDraft[];
  /** Why each field is what it is, by its position in {@link fields}. */
  readonly because: readonly GuessReason[];
}

/** The form in `parts`; without a field when there is none. */
export function guessForm(parts: readonly PaperPart[]): FormGuess {
  const at = parts.findIndex(({ table }) => table !== undefined);
  const above = parts.slice(0, Math.max(0, at)).map(({ text = '' }) => text.trim());
  const named = above.filter((text) => text !== '' && text.length <= 60 && !/[：:。；]$/.test(text)).at(-1);
  const tables = parts.flatMap(({ table }) => (table === undefined ? [] : [table]));
  const [headed, ...rest] = tables;
  const head = headed === undefined ? undefined : titleRow(headed);
  const guesses = [
    ...(headed === undefined ? [] : fieldsOf(headed, head === undefined ? 0 : 1)),
    ...rest.flatMap((table) => fieldsOf(table, 0)),
  ];
  const note = at === -1 ? undefined : noteBelow(parts);
  return {
    title: named === undefined ? head : plain(named),
    ...(note === undefined ? {} : { note }),
    layout: tables.length === 0 ? 'stacked' : 'bordered',
    fields: guesses.map(({ draft }) => draft),
    because: guesses.map(({ because }) => because),
  };
}

/** The first line behind the last table, without 注：; signatures and long texts are something else. */
function noteBelow(parts: readonly PaperPart[]): string | undefined {
  const last = parts.reduce((found, { table }, index) => (table === undefined ? found : index), -1);
  const [first] = parts.slice(last + 1).flatMap(({ text = '' }) => (text.trim() === '' ? [] : [text.trim()]));
  const note = first?.replace(/^(备?注|说明)\s*[：:]\s*/, '');
  return note === undefined || note === '' || note.length > 100 || /盖章|签字|签名|年\s*月\s*日/.test(note) ? undefined : note;
}

/** A first line across the whole table is its title. */
function titleRow(grid: TableGrid): string | undefined {
  const [first, ...others] = cellsInRow(grid, 0);
  if (first === undefined || others.length > 0 || first.columnSpan < grid.columns || grid.rows < 2) return undefined;
  if (isOneBlank(cellsInRow(grid, 1), first)) return undefined;
  return first.text !== '' && first.text.length <= 40 && !/[。；]$/.test(first.text) ? plain(first.text) : undefined;
}

function fieldsOf(grid: TableGrid, from: number, to: number = grid.rows, left: number = 0): readonly FieldGuess[] {
  const guesses: FieldGuess[] = [];
  let row = from;
  while (row < to) {
    const rows = rowsAt(grid, row, to, left);
    if (rows !== undefined) {
      guesses.push(rows.guess);
      row = rows.next;
      continue;
    }
    const cells = inside(grid, row, left);
    const [first] = cells;
    const depth = first === undefined ? 1 : Math.min(first.rowSpan, to - row);
    if (
      first !== undefined &&
      depth > 1 &&
      first.text !== '' &&
      first.columnSpan < grid.columns - left &&
      isGroup(grid, first, row + depth, left)
    ) {
      guesses.push(section(plain(first.text), fieldsOf(grid, row, row + depth, first.column + first.columnSpan)));
      row += depth;
      continue;
    }
    const below = inside(grid, row + 1, left);
    const headed = first !== undefined && cells.length === 1 && isLabel(first) && row + 1 < to && isOneBlank(below, first);
    guesses.push(...(headed ? [wide(guessField(first.text, below[0]?.text ?? '', true))] : fieldsInRow(cells, grid)));
    row += headed ? 2 : 1;
  }
  return guesses;
}

function inside(grid: TableGrid, row: number, left: number): readonly GridCell[] {
  return cellsInRow(grid, row).filter(({ column }) => column >= left);
}

/** Label, blank, label, blank … in one line. */
function fieldsInRow(cells: readonly GridCell[], grid: TableGrid): readonly FieldGuess[] {
  const guesses: FieldGuess[] = [];
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] as GridCell;
    const next = cells[at + 1];
    if (cell.tables.length > 0) {
      // a label may stand in the same cell, above its table
      const label = { ...cell, tables: [] };
      guesses.push(...(isLabel(label) ? nested(label, cell) : cell.tables.flatMap((table) => fieldsOf(table, 0))));
      continue;
    }
    if (cell.text === '') continue;
    if (next !== undefined && next.tables.length > 0 && isLabel(cell)) {
      guesses.push(...nested(cell, next));
      at++;
    } else if (next !== undefined && isLabel(cell) && isBlank(next)) {
      const takesLine = next.columnSpan + cell.columnSpan >= grid.columns - cell.column && cell.column === 0;
      const guess = guessField(cell.text, next.text, takesLine);
      guesses.push(takesLine ? wide(guess) : guess);
      at++;
    } else guesses.push(...alone(cell));
  }
  return guesses;
}

/** A table in the cell beside a label: its rows under the name of the label, or its fields as a section. */
function nested(label: GridCell, holder: GridCell): readonly FieldGuess[] {
  const found = holder.tables.flatMap((table) => fieldsOf(table, 0));
  const [only] = found;
  const name = plain(label.text);
  if (only !== undefined && found.length === 1 && only.draft.kind === 'rows') {
    return [{ ...only, draft: { ...only.draft, label: { 'zh-CN': name } } }];
  }
  return found.length === 0 ? [guessField(label.text, holder.text)] : [section(name, found)];
}

/** A cell with words and no blank: a seal or choices of its own, a label with room behind its colon, or text. */
function alone(cell: GridCell): readonly FieldGuess[] {
  const text = plain(cell.text);
  if (/[□☐○].+[□☐○]/.test(text) || (text.length <= 40 && /盖章|公章|签字|签名|签章/.test(text))) return [guessField(cell.text)];
  const [, label = '', rest = ''] = /^([^：:]{2,20})[：:]([\s_＿年月日]*)$/.exec(cell.text.trim()) ?? [];
  if (label !== '') return [guessField(label, rest)];
  if (/意见/.test(text) && text.length <= 20) return [wide(guessField(text))];
  if (text.length <= 20) return [section(text, [])];
  return [{ draft: { key: 'note', kind: 'note', label: { 'zh-CN': '说明' }, text: { 'zh-CN': cell.text } }, because: 'plain' }];
}

/** A line (or two) of labels over at least one line of blanks with the same borders: rows. */
function rowsAt(grid: TableGrid, row: number, to: number, left: number): { readonly guess: FieldGuess; readonly next: number } | undefined {
  const first = inside(grid, row, left);
  const last = first.at(-1);
  if (last === undefined || last.column + last.columnSpan < grid.columns) return undefined;
  const two = first.some(({ rowSpan }) => rowSpan === 2) && first.some(({ rowSpan, columnSpan }) => rowSpan === 1 && columnSpan > 1);
  const second = two ? inside(grid, row + 1, left) : [];
  if (first.length + second.length < 3 || ![...first, ...second].every((cell) => isLabel(cell) && !isBlank(cell))) return undefined;
  if (!two && first.some(({ rowSpan }) => rowSpan > 1)) return undefined;
  const labels = two ? first.flatMap((cell) => leaves(cell, second)) : first.map((cell) => ({ cell, text: cell.text }));
  const start = row + (two ? 2 : 1);
  let next = start;
  while (
    next < to &&
    isEmptyLine(
      inside(grid, next, left),
      labels.map(({ cell }) => cell),
    )
  )
    next++;
  if (next === start) return undefined;
  const columns = labels.filter(({ text }) => !/^(序号|编号|No\.?)$/i.test(plain(text))).map(({ text }) => guessField(text).draft);
  const guess: FieldGuess = {
    draft: {
      key: 'rows',
      kind: 'rows',
      label: { 'zh-CN': '明细' },
      columns: columns.filter(({ kind }) => kind !== 'rows' && kind !== 'note'),
    },
    because: 'blank',
  };
  return { guess, next };
}

function leaves(cell: GridCell, second: readonly GridCell[]): readonly { readonly cell: GridCell; readonly text: string }[] {
  if (cell.rowSpan > 1) return [{ cell, text: cell.text }];
  const below = second.filter(({ column }) => column >= cell.column && column < cell.column + cell.columnSpan);
  return below.map((leaf) => ({ cell: leaf, text: cell.columnSpan > 1 ? joined(plain(cell.text), plain(leaf.text)) : leaf.text }));
}

/** 模拟审批 and 审批签名 are 模拟审批签名: what one ends with and the other begins with is said once. */
function joined(above: string, below: string): string {
  const most = Math.min(above.length, below.length);
  const shared = Array.from({ length: most }, (_, at) => most - at).find((length) => above.endsWith(below.slice(0, length))) ?? 0;
  return above + below.slice(shared);
}

/** Blanks below the labels, with at most a number in front. */
function isEmptyLine(cells: readonly GridCell[], labels: readonly GridCell[]): boolean {
  const same = cells.length === labels.length && cells.every((cell, at) => cell.column === labels[at]?.column && cell.rowSpan === 1);
  return (
    same &&
    cells.every(
      ({ text, tables }, at) =>
        tables.length === 0 && (text === '' || (at === 0 && /^[\d…一二三四五.、]+$/.test(text)) || /^…+$/.test(text)),
    )
  );
}

/** Whether the lines that a tall first cell covers hold fields of their own. */
function isGroup(grid: TableGrid, cell: GridCell, to: number, left: number): boolean {
  const start = cell.column + cell.columnSpan;
  const rows = Array.from({ length: to - cell.row }, (_, at) => inside(grid, cell.row + at, Math.max(left, start)));
  return rows.filter((cells) => cells.some((one) => one.text !== '' && isLabel(one))).length > 1;
}

function isOneBlank(cells: readonly GridCell[], above: GridCell): boolean {
  const [only] = cells;
  return cells.length === 1 && only !== undefined && isBlank(only) && only.column === above.column && only.columnSpan === above.columnSpan;
}

/** A short text without the end of a sentence. */
function isLabel({ text, tables }: GridCell): boolean {
  return tables.length === 0 && text !== '' && plain(text).length <= 30 && !/[。；]$/.test(text);
}

/** Nothing, or what paper prints where something is to be written: 年 月 日, （盖章）, boxes to tick. */
function isBlank({ text, tables }: GridCell): boolean {
  if (tables.length > 0) return false;
  return /^[\s_＿年月日]*([（(][^（）()]{1,6}[）)])?[\s_＿年月日]*$/.test(text) || /[□☐○].*[□☐○]/.test(text);
}

function section(name: string, inner: readonly FieldGuess[]): FieldGuess {
  const label = { 'zh-CN': name };
  return { draft: { key: 'section', kind: 'section', label, fields: inner.map(({ draft }) => draft) }, because: 'blank' };
}

function wide(guess: FieldGuess): FieldGuess {
  return { ...guess, draft: { ...guess.draft, span: 2 } };
}
