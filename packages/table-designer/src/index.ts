/**
 * `<tb-table-designer>`: edit decision tables like a spreadsheet. Importing this registers nothing; `@tongban/table-designer/define` does.
 *
 * @example
 * ```ts
 * import '@tongban/table-designer/define';
 * const designer = document.createElement('tb-table-designer');
 * designer.table = decision.logic;
 * designer.addEventListener('tb-table-change', (event) => save(event.table));
 * ```
 */

// the decisions of a whole file
export { DecisionDesigner } from './decisions/decision-designer.ts';
export { DecisionSelectEvent, DecisionsChangeEvent } from './decisions/decision-events.ts';
// what it needs to know
export type { TableContext, TableField, TableList } from './table-context.ts';
// the element
export { TableDesigner } from './table-designer.ts';
// what it tells
export { TableChangeEvent, TableExamplesEvent } from './table-events.ts';
