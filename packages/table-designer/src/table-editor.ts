/**
 * What is being edited and how it stands: the sheet with its history, what is selected, the cell that is open, what was searched. Knows
 * nothing of elements; it tells its host when something changed.
 */

import type { DecisionTable, Locale, Problem } from '@tongban/model';
import type { TextRows } from '@tongban/office-files';
import type { TableExample } from '@tongban/tables';
import { insertColumn, moveColumn } from './commands/change-columns.ts';
import { duplicateRows, insertRows, moveRows, removeRows } from './commands/change-rows.ts';
import { appendRows, type ImportedRows, replaceTable } from './commands/import-rows.ts';
import { setCells } from './commands/set-cells.ts';
import type { SheetCommand } from './commands/sheet-command.ts';
import { findCells } from './find-cells.ts';
import type { SheetProblem } from './sheet/cell-problem.ts';
import { ColumnCells } from './sheet/column-cells.ts';
import { columnWidth } from './sheet/column-width.ts';
import {
  clampCell,
  type GridCell,
  type GridRange,
  type GridSelection,
  type GridSize,
  nextInOrder,
  rangeOf,
  selectionAt,
} from './sheet/grid-range.ts';
import { CellReader } from './sheet/read-cell.ts';
import { SheetHistory } from './sheet/sheet-history.ts';
import { sheetOfTable } from './sheet/sheet-of-table.ts';
import { type TableOfSheet, tableOfSheet } from './sheet/table-of-sheet.ts';
import { emptyCell, type TableSheet } from './sheet/table-sheet.ts';
import type { TableContext } from './table-context.ts';
import type { CellEdit } from './table-desk.ts';
import type { TableWords } from './table-messages.ts';

/** Who shows the editor. */
export interface EditorHost {
  readonly world: TableContext;
  readonly locale: Locale;
  readonly readonly: boolean;
  readonly t: TableWords;
  readonly examples: readonly TableExample[];
  /** Something is to be shown anew; with `focus`, the focus goes to the selected cell. */
  refresh(focus: boolean): void;
  /** The table was changed. */
  tell(table: DecisionTable, problems: readonly Problem[]): void;
  announce(text: string): void;
}

/** See the module comment. */
export class TableEditor {
  readonly host: EditorHost;
  readonly reader: CellReader;
  selection: GridSelection = selectionAt(0, 0);
  edit: CellEdit | undefined;
  /** Cells are shown as FEEL. */
  asFeel = false;
  /** The language of the headings; undefined: that of the page. */
  headings: Locale | undefined;
  searched = '';
  columns: readonly ColumnCells[] = [];
  /** How wide each column is drawn, in pixels. */
  widths: readonly number[] = [];
  /** The sheet as a table, and what is wrong with its texts. */
  derived: TableOfSheet;
  found: readonly GridCell[] = [];
  readonly #history: SheetHistory;

  constructor(table: DecisionTable, host: EditorHost) {
    this.host = host;
    this.#history = new SheetHistory(sheetOfTable(table));
    this.reader = new CellReader(host.world.names);
    this.reader.learn(table);
    this.derived = this.#derive();
    if (this.sheet.rows.length === 0) this.selection = selectionAt(-1, 0);
  }

  get problems(): readonly SheetProblem[] {
    return this.derived.problems;
  }

  get sheet(): TableSheet {
    return this.#history.sheet;
  }

  get canUndo(): boolean {
    return this.#history.canUndo && !this.host.readonly;
  }

  get canRedo(): boolean {
    return this.#history.canRedo && !this.host.readonly;
  }

  get range(): GridRange {
    return rangeOf(this.selection);
  }

  get size(): GridSize {
    return { rows: this.sheet.rows.length, columns: this.sheet.columns.length };
  }

  /** Whether the focus is on a row, not on a heading. */
  get inRows(): boolean {
    return this.selection.focus.row >= 0 && this.sheet.rows.length > 0;
  }

  /** The text of a cell. */
  text({ row, column }: GridCell): string {
    return this.sheet.rows[row]?.cells[column] ?? '';
  }

  /** What people see in a cell. */
  shown(cell: GridCell): string {
    const text = this.text(cell);
    return this.asFeel ? text : (this.columns[cell.column]?.words(text) ?? text);
  }

  /** Texts for every cell of a range. */
  gridOf({ top, bottom, left, right }: GridRange, text: (cell: GridCell) => string): TextRows {
    return Array.from({ length: bottom - top + 1 }, (_, row) =>
      Array.from({ length: right - left + 1 }, (__, column) => text({ row: top + row, column: left + column })),
    );
  }

  // Changes

  run(command: SheetCommand): boolean {
    if (this.host.readonly || !this.#history.run(command)) return false;
    if (command.focus !== undefined) this.moveTo(command.focus);
    this.#changed();
    return true;
  }

  undo(): void {
    if (this.canUndo) this.#afterHistory(this.#history.undo(), 'undone');
  }

  redo(): void {
    if (this.canRedo) this.#afterHistory(this.#history.redo(), 'redone');
  }

  #afterHistory(command: SheetCommand | undefined, word: 'undone' | 'redone'): void {
    if (command === undefined) return;
    this.edit = undefined;
    this.moveTo(command.focus ?? this.selection.focus);
    this.#changed();
    const { t } = this.host;
    this.host.announce(t(word, { what: t(`did_${command.kind}`) }));
  }

  #changed(): void {
    this.derived = this.#derive();
    const { table, problems } = this.derived;
    this.host.refresh(false);
    this.host.tell(
      table,
      problems.map(({ problem }) => problem),
    );
  }

  // columns keep what they have shown as long as they are the same
  #derive(): TableOfSheet {
    const before = new Map(this.columns.map((cells) => [cells.column, cells]));
    const { world, locale } = this.host;
    this.columns = this.sheet.columns.map((column) => before.get(column) ?? new ColumnCells(column, world, this.reader, locale));
    this.widths = this.columns.map((cells, at) => columnWidth(cells, this.sheet.rows, at));
    this.found = findCells(this.sheet, this.columns, this.searched);
    return tableOfSheet(this.sheet, this.reader);
  }

  // Where the focus is

  moveTo(cell: GridCell, extend = false): void {
    const focus = clampCell(cell, this.size);
    this.select(extend && focus.row >= 0 ? { anchor: this.selection.anchor, focus } : selectionAt(focus.row, focus.column));
  }

  select(selection: GridSelection, focus = true): void {
    this.selection = selection;
    this.host.refresh(focus);
  }

  selectAll(): void {
    const { rows, columns } = this.size;
    if (rows > 0) this.select({ anchor: { row: 0, column: 0 }, focus: { row: rows - 1, column: columns - 1 } });
  }

  selectRows(from: number, to: number): void {
    this.select({ anchor: { row: from, column: 0 }, focus: { row: to, column: this.size.columns - 1 } });
  }

  /** Goes to a rule or a column by its id; with both, to the cell. */
  show(ruleId: string | undefined, columnId?: string): void {
    const row = this.sheet.rows.findIndex(({ id }) => id === ruleId);
    const column = this.sheet.columns.findIndex(({ id }) => id === columnId);
    if (row >= 0 || column >= 0) this.moveTo({ row, column: Math.max(0, column) });
  }

  // The open cell

  beginEdit(): void {
    const { focus } = this.selection;
    if (this.host.readonly || !this.inRows) return;
    const text = this.text(focus);
    const empty = text === emptyCell(this.sheet.columns[focus.column]?.kind ?? 'input');
    this.edit = { typed: empty ? '' : this.asFeel ? `=${text}` : this.shown(focus), inside: true, choice: -1 };
    this.host.refresh(true);
  }

  type(typed: string): void {
    if (this.host.readonly) return;
    this.edit = { typed, inside: this.edit?.inside ?? false, choice: -1 };
    this.host.refresh(false);
  }

  /** Points at the next choice, or the one before. */
  pointAt(step: -1 | 1): boolean {
    const count = this.columns[this.selection.focus.column]?.choices.length ?? 0;
    if (this.edit === undefined || count === 0) return false;
    const from = this.edit.choice < 0 && step < 0 ? 0 : this.edit.choice;
    this.edit = { ...this.edit, choice: (from + step + count) % count };
    this.host.refresh(false);
    return true;
  }

  commitEdit(): void {
    const { edit, selection } = this;
    const cells = this.columns[selection.focus.column];
    if (edit === undefined || cells === undefined) return;
    this.edit = undefined;
    this.host.refresh(false);
    this.run(setCells(selection.focus, [[cells.feel(cells.choices[edit.choice]?.words ?? edit.typed)]]));
  }

  cancelEdit(): void {
    this.edit = undefined;
    this.host.refresh(true);
  }

  /** From the cell just written to the next: below, or with Tab in reading order; `grow` puts a row behind the last cell. */
  goOn(tab: boolean, back: boolean, grow = false): void {
    const { focus } = this.selection;
    const { rows, columns } = this.size;
    if (grow && tab && !back && focus.row === rows - 1 && focus.column === columns - 1 && this.run(insertRows(rows, 1, 0))) return;
    const next = tab ? nextInOrder(focus, this.size, back) : { row: Math.max(0, focus.row + (back ? -1 : 1)), column: focus.column };
    this.moveTo(next ?? focus);
  }

  // Rows and ranges

  insertRow(): void {
    const at = this.inRows ? this.range.bottom + 1 : this.selection.focus.row < 0 ? 0 : this.sheet.rows.length;
    this.run(insertRows(at, 1, this.selection.focus.column));
  }

  /** Adds a column of the kind of that with the focus. */
  insertColumn(): boolean {
    const kind = this.sheet.columns[this.selection.focus.column]?.kind ?? 'input';
    return this.run(insertColumn(this.sheet, kind));
  }

  moveColumn(step: -1 | 1): void {
    this.run(moveColumn(this.selection.focus.column, step));
  }

  duplicateRows(): void {
    if (this.inRows) this.run(duplicateRows(this.range.top, this.range.bottom, this.selection.focus.column));
  }

  moveRows(step: -1 | 1): void {
    const { top, bottom, left, right } = this.range;
    if (!this.inRows || !this.run(moveRows(top, bottom, step, left))) return;
    this.select({ anchor: { row: top + step, column: left }, focus: { row: bottom + step, column: right } });
  }

  removeRows(): void {
    const { top, bottom } = this.range;
    if (!this.inRows || !this.run(removeRows(top, bottom, this.selection.focus.column))) return;
    this.host.announce(this.host.t('removedRows', { count: bottom - top + 1 }));
  }

  clear(): void {
    const { range, sheet } = this;
    if (!this.inRows) return;
    const texts = this.gridOf(range, ({ column }) => emptyCell(sheet.columns[column]?.kind ?? 'input'));
    this.#write(range, texts);
  }

  /** One cell takes what stands above it; several take what their first row has. */
  fillDown(): void {
    const { range } = this;
    const single = range.top === range.bottom;
    const source = single ? range.top - 1 : range.top;
    if (!this.inRows || source < 0) return;
    const filled = { ...range, top: single ? range.top : range.top + 1 };
    const texts = this.gridOf(filled, ({ column }) => this.text({ row: source, column }));
    if (this.#write(filled, texts)) this.host.announce(this.host.t('filled'));
  }

  /** Puts words at the selected cell; one word fills all that is selected. */
  paste(grid: TextRows): void {
    const { range, size } = this;
    const [[only = ''] = []] = grid;
    const words: TextRows = grid.length === 1 && grid[0]?.length === 1 ? this.gridOf(range, () => only) : grid;
    const wide = Math.max(0, ...words.map((row) => row.length));
    const texts = words.map((row) => row.map((word, at) => this.columns[range.left + at]?.feel(word.replace(/\s+/g, ' ')) ?? word));
    const right = Math.min(size.columns, range.left + wide) - 1;
    if (!this.#write({ ...range, bottom: range.top + texts.length - 1, right }, texts)) return;
    const { t } = this.host;
    const lost = range.left + wide - size.columns;
    this.host.announce(lost > 0 ? t('pasteCut', { columns: lost }) : t('pasted', { rows: texts.length, columns: wide }));
  }

  /** Takes over what was imported: a whole table, or rows for the columns that are there. */
  import(taken: ImportedRows): void {
    const at = this.sheet.rows.length;
    const count = 'table' in taken ? taken.table.rules.length : taken.rows.length;
    const command = 'table' in taken ? replaceTable(taken.table) : appendRows(at, taken.rows);
    if (this.run(command)) this.host.announce(this.host.t('imported', { rows: count }));
  }

  #write({ top, bottom, left, right }: GridRange, texts: TextRows): boolean {
    if (!this.run(setCells({ row: top, column: left }, texts))) return false;
    this.select({ anchor: { row: top, column: left }, focus: { row: bottom, column: right } });
    return true;
  }

  // Search

  /** Finds `searched` in all cells and selects the first. */
  search(searched: string): void {
    this.searched = searched;
    this.found = findCells(this.sheet, this.columns, searched);
    const [first] = this.found;
    if (first === undefined) this.host.refresh(false);
    else this.select(selectionAt(first.row, first.column), false);
  }

  /** Which of the found cells is selected; −1: none. */
  get foundAt(): number {
    const { row, column } = this.selection.focus;
    return this.found.findIndex((cell) => cell.row === row && cell.column === column);
  }

  goToFound(step: -1 | 1): void {
    const count = this.found.length;
    const from = this.foundAt < 0 && step < 0 ? 0 : this.foundAt;
    const next = this.found[(from + step + count) % Math.max(1, count)];
    if (next !== undefined) this.select(selectionAt(next.row, next.column), false);
  }
}
