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
// Asking a form

// Numbers, money and days as people write them
export { chineseDay, dayOn, isCalendarDay } from './calendar-day.ts';
// Choices of an opinion that has none of its own, limits, errors
export { OPINION_CHOICES } from './check-value.ts';
export { type FormErrorCode, raise as formErrors } from './errors.ts';
export { FORM_LIMITS } from './form-limits.ts';
export type { FormSession, SessionListener } from './form-session.ts';
export type { FieldVerdict, FormContext, FormVerdict, Patched, Validation } from './form-verdict.ts';
export { capitalAmount, moneyText, numberText } from './money-text.ts';
export { type OpenForm, openForm } from './open-form.ts';
export { parseNumberText } from './parse-number-text.ts';
