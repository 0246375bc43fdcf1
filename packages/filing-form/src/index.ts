/**
 * `<tb-form>`: fill in a form. Importing this registers nothing; `@tongban/filing-form/define` registers the tag.
 *
 * @example
 * ```ts
 * import '@tongban/filing-form/define';
 *
 * const form = document.createElement('tb-form');
 * form.form = compiled; // from a release
 * form.addEventListener('tb-form-change', ({ path }) => saveLater(path));
 * document.body.append(form);
 * if (form.handle.validate().length === 0) submit(form.handle.values());
 * ```
 */

// words
export { addDays, dayAt, readDay } from './day-math.ts';
export { filingMessages } from './filing-messages.ts';
// the element
export { FilingForm } from './filing-form.ts';
// what it tells
export { FormChangeEvent, FormSubmitRequestEvent } from './form-events.ts';
// what a page hands over, and does with it
export type { FormCalendar } from './form-calendar.ts';
export type { DraftAnswer, FormDrafts, KeptDraft } from './form-drafts.ts';
export type { FormFiles, PutOptions } from './form-files.ts';
export type { FormHandle } from './form-handle.ts';
// what differs between two drafts
export { changedLabels } from './more/changed-labels.ts';
