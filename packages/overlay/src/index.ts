/**
 * What differs between two versions of a flow.
 *
 * @example
 * ```ts
 * import { diffFlows } from '@tongban/overlay';
 * const changes = diffFlows(before, after);
 * ```
 */
export { diffFlows, type FlowChange, type PropertyChange } from './diff-flows.ts';
