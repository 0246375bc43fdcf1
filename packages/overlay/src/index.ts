/**
 * What differs between two versions of a flow or of a form.
 *
 * @example
 * ```ts
 * import { diffFlows, diffForms } from '@tongban/overlay';
 * const changes = [...diffFlows(before, after), ...diffForms(formBefore, formAfter)];
 * ```
 */
export { diffFlows, type FlowChange } from './diff-flows.ts';
export { diffForms, type FormChange } from './diff-forms.ts';
export type { PropertyChange } from './same-value.ts';
