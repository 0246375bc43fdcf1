/** Drafts, loaded when a page hands over where they go. */
export { draftNotice } from '@tongban/element-kit';
export { changedLabels } from './changed-labels.ts';
export { type FormTyped, openFormDraft } from './form-draft.ts';
