/** What is wrong with a text of the sheet, and where: a cell, or a property of a column. */
import type { Problem } from '@tongban/model';

/** A problem in a sheet. */
export interface SheetProblem {
  readonly problem: Problem;
  readonly column: number;
  /** Absent: the column itself, then `property` says which of its texts. */
  readonly row?: number;
  readonly property?: 'expression' | 'allowed' | 'otherwise' | 'name';
}
