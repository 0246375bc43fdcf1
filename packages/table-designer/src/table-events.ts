/** What `<tb-table-designer>` tells its host. */
import type { DecisionTable, Problem } from '@tongban/model';

/**
 * `tb-table-change`: the table was edited, undone or redone. `table` is the whole table; a text that could not be read stands in it as it
 * was typed, and `problems` says so.
 */
export class TableChangeEvent extends Event {
  static readonly type = 'tb-table-change';
  readonly table: DecisionTable;
  readonly problems: readonly Problem[];

  constructor(table: DecisionTable, problems: readonly Problem[]) {
    super(TableChangeEvent.type, { bubbles: true, composed: true });
    this.table = table;
    this.problems = problems;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'tb-table-change': TableChangeEvent;
  }
}
