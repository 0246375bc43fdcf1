/** What `<tb-table-designer>` tells its host. */
import type { DecisionTable, Problem } from '@tongban/model';
import type { TableExample } from '@tongban/tables';

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

/** `tb-table-examples`: an example was saved or removed; `examples` are all of them. */
export class TableExamplesEvent extends Event {
  static readonly type = 'tb-table-examples';
  readonly examples: readonly TableExample[];

  constructor(examples: readonly TableExample[]) {
    super(TableExamplesEvent.type, { bubbles: true, composed: true });
    this.examples = examples;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'tb-table-examples': TableExamplesEvent;
    'tb-table-change': TableChangeEvent;
  }
}
