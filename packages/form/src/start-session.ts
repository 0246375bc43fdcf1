/** Starts filling in a compiled form. A page that only fills in imports this, and none of what judges submissions from outside. */
import type { CompiledForm, FormValues } from '@tongban/model';
import { planForm } from './form-plan.ts';
import { type FormSession, openSession } from './form-session.ts';
import type { FormContext } from './form-verdict.ts';

/**
 * A form being filled in; the same as `openForm(compiled).startSession(values, context)`.
 *
 * @throws FORM_EXPRESSION_MISSING when the form was compiled without one of its expressions.
 */
export function startSession(compiled: CompiledForm, values: FormValues, context: FormContext): FormSession {
  return openSession(planForm(compiled), values, context);
}
