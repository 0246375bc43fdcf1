/** Judges values from outside: strict about names and types, complete on submission. Never throws, takes time linear in the values. */
import { isJsonObject, isSafeName, type JsonObject, type Problem } from '@tongban/model';
import { raise } from './errors.ts';
import { FORM_LIMITS } from './form-limits.ts';
import type { FormPlan } from './form-plan.ts';
import { isStructural } from './form-problem.ts';
import type { FormContext, Validation } from './form-verdict.ts';
import { fullVerdict } from './full-verdict.ts';
import { keptValues } from './kept-values.ts';
import { Reckoning } from './reckoning.ts';
import { hasValue } from './walk-fields.ts';

/** Judges `values` in `context`. */
export function validateValues(plan: FormPlan, values: unknown, context: FormContext): Validation {
  const { known, problems: unknown } = readNames(plan, values);
  const reckoning = new Reckoning(plan, context, known);
  const problems = [...unknown, ...fullVerdict(reckoning).problems].slice(0, FORM_LIMITS.problems);
  const ok = context.mode === 'submit' ? problems.length === 0 : !problems.some(isStructural);
  return { ok, values: keptValues(reckoning, context.mode === 'submit'), problems };
}

/** The entries of `values` that the form has fields for, and problems for the others. */
export function readNames(plan: FormPlan, values: unknown): { readonly known: JsonObject; readonly problems: readonly Problem[] } {
  const formId = plan.compiled.document.id;
  if (!isJsonObject(values)) return { known: {}, problems: [raise.problem('FORM_VALUES_INVALID', {}, { formId })] };
  const problems: Problem[] = [];
  const known: Record<string, JsonObject[string]> = {};
  for (const name of Object.keys(values)) {
    const field = plan.byKey.get(name);
    if (field !== undefined && hasValue(field.field)) known[name] = values[name] as JsonObject[string];
    else if (problems.length < FORM_LIMITS.problems) problems.push(unknownName(formId, name));
  }
  return { known, problems };
}

function unknownName(formId: string, name: string): Problem {
  const shown = name.slice(0, 200);
  const place = { property: shown };
  return isSafeName(name)
    ? raise.problem('FORM_FIELD_UNKNOWN', place, { formId, name: shown })
    : raise.problem('FORM_NAME_FORBIDDEN', place, { name: shown });
}
