/**
 * What differs between two versions of a flow, of a form or of a whole measure, what a copy changed of what its base locks, and how a
 * copy goes over to a new release of its base.
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

// Upgrades: a copy goes over to a new release of its base
export type { UpgradeChoice, UpgradeChoices, UpgradeConflict } from './upgrade/conflict.ts';
export { diffMeasures, type MeasureChange } from './upgrade/diff-measures.ts';
export type { LockedChange } from './upgrade/keep-locks.ts';
export { type FallenPart, type Upgrade, type UpgradeOrder, upgrade } from './upgrade/upgrade.ts';
