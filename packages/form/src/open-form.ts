/** Opens a compiled form once, so that it can be asked for verdicts again and again. */
import type { CompiledForm, FieldAccess, FormDocument, FormValues, Json } from '@tongban/model';
import { applyPatch } from './apply-patch.ts';
import { planForm } from './form-plan.ts';
import { type FormSession, openSession } from './form-session.ts';
import type { FormContext, FormVerdict, Patched, Validation } from './form-verdict.ts';
import { fullVerdict } from './full-verdict.ts';
import { Reckoning } from './reckoning.ts';
import { redactValues } from './redact-values.ts';
import { validateValues } from './validate-values.ts';

/** A form that is ready to be asked. Holds no values, so one is enough for all cases. */
export interface OpenForm {
  readonly compiled: CompiledForm;
  readonly document: FormDocument;
  /** Every verdict on `values` at once. */
  verdict(values: FormValues, context: FormContext): FormVerdict;
  /** Judges values from outside, however hostile. Never throws. */
  validate(values: unknown, context: FormContext): Validation;
  /** `stored` with those changes of `submitted` that the actor may make; refused as a whole when one may not be made. */
  applyPatch(stored: FormValues, submitted: unknown, context: FormContext): Patched;
  /** `values` without what the actor may not see. */
  redact(values: FormValues, context: FormContext): FormValues;
  /** The access to every field by id (columns `rowsId/columnId`), worked out for this actor. */
  accessOf(context: FormContext): Readonly<Record<string, FieldAccess>>;
  /** A form being filled in. */
  startSession(values: FormValues, context: FormContext): FormSession;
}

/**
 * Opens `compiled`.
 *
 * @throws FORM_EXPRESSION_MISSING when the form was compiled without one of its expressions.
 */
export function openForm(compiled: CompiledForm): OpenForm {
  const plan = planForm(compiled);
  return {
    compiled,
    document: compiled.document,
    verdict: (values, context) => fullVerdict(new Reckoning(plan, context, values)),
    validate: (values, context) => validateValues(plan, values, context),
    applyPatch: (stored, submitted, context) => applyPatch(plan, stored, submitted, context),
    redact: (values, context) => redactValues(plan, values, context),
    accessOf(context) {
      const reckoning = new Reckoning(plan, context, NO_VALUES);
      const entries = plan.fields.flatMap((field): readonly (readonly [string, FieldAccess])[] => [
        [field.accessId, reckoning.access[field.index] as FieldAccess],
        ...field.columns.map((column) => [column.accessId, reckoning.columnAccessAt(field.index)[column.index] as FieldAccess] as const),
      ]);
      return Object.fromEntries(entries);
    },
    startSession: (values, context) => openSession(plan, values, context),
  };
}

const NO_VALUES: Readonly<Record<string, Json>> = {};
