/** The values that are kept of a reckoning: cleaned, with computed values filled in. */
import type { FormValues, Json, JsonObject } from '@tongban/model';
import type { FieldPlan } from './form-plan.ts';
import { readValue } from './read-value.ts';
import { compactRow, type Reckoning, type RowReckoning } from './reckoning.ts';
import { hasValue } from './walk-fields.ts';

/**
 * The values to keep. What is not visible is dropped with `dropHidden`, where this task may write it; a draft keeps it, so that it is
 * there again when a choice is taken back.
 */
export function keptValues(reckoning: Reckoning, dropHidden: boolean): FormValues {
  const values: Record<string, Json> = {};
  for (const plan of reckoning.plan.fields) {
    if (!hasValue(plan.field) || (dropHidden && isDropped(reckoning, plan))) continue;
    const value = plan.field.kind === 'rows' ? keptRows(reckoning, plan, dropHidden) : keptValue(reckoning, plan);
    if (value !== null) values[plan.key] = value;
  }
  return values;
}

/**
 * The values that a draft keeps and a submission sends: as {@link keptValues} without dropping, and `null` for what may be written here
 * and is empty, since a patch leaves alone what is absent. What is of the wrong type is left out.
 */
export function sentValues(reckoning: Reckoning): FormValues {
  const values: Record<string, Json> = { ...keptValues(reckoning, false) };
  for (const plan of reckoning.plan.fields) {
    const { key, field } = plan;
    if (field.kind === 'rows' && Array.isArray(values[key])) values[key] = sentRows(reckoning, plan);
    else if (!Object.hasOwn(values, key) && isEmptied(reckoning, plan)) values[key] = null;
  }
  return values;
}

function isEmptied(reckoning: Reckoning, { index, field, computed }: FieldPlan): boolean {
  if (!hasValue(field) || computed !== undefined || reckoning.access[index] !== 'write') return false;
  const raw = reckoning.rawAt(index) ?? null;
  return field.kind === 'rows' ? raw === null || (Array.isArray(raw) && raw.length === 0) : readValue(field, raw).fault === undefined;
}

function sentRows(reckoning: Reckoning, plan: FieldPlan): Json {
  const access = reckoning.columnAccessAt(plan.index);
  return reckoning.rowsAt(plan.index).map((row) => {
    const cells: Record<string, Json> = { ...keptRow(plan, row, false) };
    for (const { index, key, computed } of plan.columns) {
      const isOpen = row.writable && access[index] === 'write' && computed === undefined && row.reads[index]?.fault === undefined;
      if (isOpen && !Object.hasOwn(cells, key)) cells[key] = null;
    }
    return cells;
  });
}

function isDropped(reckoning: Reckoning, plan: FieldPlan): boolean {
  return !reckoning.shownAt(plan.index) && (reckoning.access[plan.index] === 'write' || reckoning.recomputedAt(plan.index));
}

function keptValue(reckoning: Reckoning, plan: FieldPlan): Json {
  if (reckoning.recomputedAt(plan.index)) return reckoning.valueAt(plan.index);
  return readValue(plan.field, reckoning.rawAt(plan.index)).value;
}

function keptRows(reckoning: Reckoning, plan: FieldPlan, dropHidden: boolean): Json {
  const rows = reckoning.rowsAt(plan.index);
  return rows.length === 0 ? null : rows.map((row) => keptRow(plan, row, dropHidden));
}

function keptRow(plan: FieldPlan, row: RowReckoning, dropHidden: boolean): JsonObject {
  const cells: Record<string, Json> = { rowId: row.rowId };
  for (const { index, key } of plan.columns) {
    if (!(dropHidden && row.writable && row.visible[index] !== true)) cells[key] = row.reads[index]?.value ?? null;
  }
  return compactRow(cells);
}
