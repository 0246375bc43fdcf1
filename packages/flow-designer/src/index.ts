/**
 * `<tb-flow-designer>`: draw approval flows in BPMN without code. Importing this registers nothing; `@tongban/flow-designer/define` does.
 *
 * @example
 * ```ts
 * import '@tongban/flow-designer/define';
 * const designer = document.createElement('tb-flow-designer');
 * designer.xml = xml;
 * designer.addEventListener('tb-flow-change', (event) => save(event.xml));
 * ```
 */

// building blocks
export type { BlockLimit, BlockLine, BlockNode, BlockParameter, FlowBlock } from './blocks/block.ts';
export { type BlockFault, checkBlock } from './blocks/check-block.ts';
// errors
export { raise as designerErrors } from './errors.ts';
// what it needs to know
export type { FlowContext, KnownDecision, KnownTemplate, LockingBase } from './flow-context.ts';
// the element
export { FlowDesigner } from './flow-designer.ts';
// what it tells
export { FlowChangeEvent, FlowSelectEvent, MeasureChangeEvent, ScenarioSaveEvent } from './flow-events.ts';
// who checks and tries the flow, and what it is compared with
export type { FlowCheck, FlowTrial, FlowVersion } from './side-services.ts';
