/**
 * The form document and every verdict on it: visible, required, read-only, computed, permitted, valid.
 * The runtime and the page ask the same code.
 *
 * @example
 * ```ts
 * const { compiled } = compileForm(document, parse);
 * const form = openForm(compiled!);
 * form.validate({ projectName: '光伏发电项目' }, { mode: 'submit', lookup: () => undefined, env });
 * ```
 */
// The document: read, checked, compiled
export { checkForm } from './check-form.ts';
export { compileForm, type FormCompilation, type ParseFeel } from './compile-form.ts';
export { expressionsOf, FORM_NAMES, type FormExpression } from './expressions-of.ts';
export { type ParsedForm, parseFormJson } from './parse-form-json.ts';
export { type FieldPlace, hasValue, walkFields } from './walk-fields.ts';

// Asking a form

// Numbers, money and days as people write them
export { chineseDay, dayOn, isCalendarDay } from './calendar-day.ts';
// Values: to begin with, as samples, and what changed
export { changesBetween } from './changes-between.ts';
// Choices of an opinion that has none of its own, limits, errors
export { OPINION_CHOICES } from './check-value.ts';
export { emptyValues } from './empty-values.ts';
export { type DocumentErrorCode, raiseOfDocument as formDocumentErrors } from './document-errors.ts';
export { type FormErrorCode, raise as formErrors } from './errors.ts';
// Two columns, as on paper
export { type LaidOut, layoutRows, spanOf } from './layout-rows.ts';
export { fieldAccess } from './field-access.ts';
export { FORM_LIMITS } from './form-limits.ts';
export type { FormSession, SessionListener } from './form-session.ts';
export type { FieldVerdict, FormContext, FormVerdict, Patched, Validation } from './form-verdict.ts';
export { capitalAmount, moneyText, numberText } from './money-text.ts';
export { type OpenForm, openForm } from './open-form.ts';
export { startSession } from './start-session.ts';
export { parseNumberText } from './parse-number-text.ts';
// What an e-seal is put on
export { sealedText } from './sealed-text.ts';
export { sampleValues } from './sample-values.ts';
