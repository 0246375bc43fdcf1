/** Drafts, loaded when a page hands over where they go. */
export { draftNotice } from './draft-notice.ts';
export { FormDraft } from './form-draft.ts';
