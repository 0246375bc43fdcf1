/** What the parts of the designer see and may do. Made anew at every rendering. */
import type { RowWindow } from '@tongban/element-kit';
import type { FeelName } from '@tongban/feel-parser';
import type { Locale } from '@tongban/model';
import type { SheetCommand } from './commands/sheet-command.ts';
import type { SheetProblem } from './sheet/cell-problem.ts';
import type { ColumnCells } from './sheet/column-cells.ts';
import type { GridRange, GridSelection } from './sheet/grid-range.ts';
import type { TableSheet } from './sheet/table-sheet.ts';
import type { TableContext } from './table-context.ts';
import type { TableWords } from './table-messages.ts';

/** A cell that is being edited, and what was typed so far. */
export interface CellEdit {
  readonly typed: string;
  /** The arrows move in the text, not between cells. */
  readonly inside: boolean;
  /** The choice that is pointed at; −1: none. */
  readonly choice: number;
}

/** See the module comment. */
export interface TableDesk {
  readonly sheet: TableSheet;
  readonly columns: readonly ColumnCells[];
  readonly context: TableContext;
  /** The same, as completion offers it. */
  readonly names: readonly FeelName[];
  readonly selection: GridSelection;
  readonly range: GridRange;
  readonly rows: RowWindow;
  readonly edit: CellEdit | undefined;
  readonly asFeel: boolean;
  /** The language of the headings. */
  readonly headings: Locale;
  /** Rows in which something is wrong, with a sentence. */
  readonly rowProblems: ReadonlyMap<number, string>;
  readonly problems: readonly SheetProblem[];
  readonly found: ReadonlySet<string>;
  /** What a trial came to: rules that apply, and the column that kept each other one from it. */
  readonly matched: ReadonlySet<string>;
  readonly failed: ReadonlyMap<string, string>;
  readonly editable: boolean;
  readonly locale: Locale;
  readonly t: TableWords;
  run(command: SheetCommand): boolean;
}
