/** An edit of a sheet. Pure: it gives the sheet after it, or the same one when there is nothing to do. */
import type { GridCell } from '../sheet/grid-range.ts';
import type { TableSheet } from '../sheet/table-sheet.ts';

/** What an edit is, for the sentence that tells of it. */
export type SheetCommandKind =
  | 'setCells'
  | 'insertRows'
  | 'removeRows'
  | 'moveRows'
  | 'insertColumn'
  | 'removeColumn'
  | 'moveColumn'
  | 'changeColumn'
  | 'changeTable'
  | 'importRows';

/** See the module comment. */
export interface SheetCommand {
  readonly kind: SheetCommandKind;
  /** The cell that has the focus once it is done; undefined: where it was. */
  readonly focus?: GridCell;
  /** Edits of the same topic that follow one another are one step, e.g. letters typed into one box. */
  readonly topic?: string;
  apply(sheet: TableSheet): TableSheet;
}
