/**
 * What differs between two versions of a flow or of a form, and what a copy changed of what its base locks.
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

// Locks: what a copy may not change
export { LOCKED_PARTS, type OverlayCode, raise as overlayErrors } from './errors.ts';
export { lockedChanges } from './locked-changes.ts';
export type { ContentPart, MeasureContent } from './measure-content.ts';
export { restoreLock, restorePart } from './restore-part.ts';
