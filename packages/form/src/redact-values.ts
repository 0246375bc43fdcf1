/** Leaves out what a person may not see. */
import type { FormValues, Json, JsonObject } from '@tongban/model';
import { isJsonObject } from '@tongban/model';
import type { FieldPlan, FormPlan } from './form-plan.ts';
import type { FormContext } from './form-verdict.ts';
import { Reckoning } from './reckoning.ts';

/** `values` without the fields and columns that are hidden from the actor. What `visible` hides stays: it may be shown again. */
export function redactValues(plan: FormPlan, values: FormValues, context: FormContext): FormValues {
  const reckoning = new Reckoning(plan, context, {});
  const seen: Record<string, Json> = {};
  for (const field of plan.fields) {
    const value = Object.hasOwn(values, field.key) ? values[field.key] : undefined;
    if (value === undefined || reckoning.access[field.index] === 'hidden') continue;
    seen[field.key] = field.field.kind === 'rows' ? redactRows(field, value, reckoning) : value;
  }
  return seen;
}

function redactRows(field: FieldPlan, value: Json, reckoning: Reckoning): Json {
  const access = reckoning.columnAccessAt(field.index);
  const hidden = new Set(field.columns.filter(({ index }) => access[index] === 'hidden').map(({ key }) => key));
  if (hidden.size === 0 || !Array.isArray(value)) return value;
  const redactRow = (row: JsonObject): JsonObject => Object.fromEntries(Object.entries(row).filter(([key]) => !hidden.has(key)));
  return (value as readonly Json[]).map((row) => (isJsonObject(row) ? redactRow(row) : row));
}
