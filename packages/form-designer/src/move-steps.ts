/** Where a field goes when it is moved by one step, or added after another: every place is reached without a pointer. */
import type { FormDocument, FormField } from '@tongban/model';
import { type FieldSpot, fieldsInside, findField, mayStandIn, type PlacedField, siblingsIn } from './field-tree.ts';

/** Up is towards the beginning, in a table to the left. */
export type Direction = 'up' | 'down';

/** One step: past the next field, into a section that stands there, or out at the edge. `undefined` at the edge of the form. */
export function stepSpot(form: FormDocument, placed: PlacedField | undefined, direction: Direction): FieldSpot | undefined {
  if (placed === undefined) return undefined;
  const { field, parentId, index } = placed;
  const siblings = siblingsIn(form, parentId);
  const next = siblings[direction === 'up' ? index - 1 : index + 1];
  if (next === undefined) return besideParent(form, placed, direction);
  if (next.kind === 'section' && field.kind !== 'section' && mayStandIn(form, next.id, field)) {
    return { parentId: next.id, index: direction === 'up' ? next.fields.length : 0 };
  }
  return { parentId, index: direction === 'up' ? index - 1 : index + 2 };
}

/** Where a new field of `kind` goes when the field `id` is selected: into a section, else behind it; behind rows when it cannot be a column. */
export function spotAfter(form: FormDocument, id: string, kind: FormField['kind']): FieldSpot {
  const placed = findField(form, id);
  if (placed === undefined) return { parentId: undefined, index: form.fields.length };
  const draft = { id: '', kind } as unknown as FormField;
  if (placed.field.kind === 'section' && kind !== 'section' && mayStandIn(form, placed.field.id, draft)) {
    return { parentId: placed.field.id, index: fieldsInside(placed.field)?.length ?? 0 };
  }
  if (mayStandIn(form, placed.parentId, draft)) return { parentId: placed.parentId, index: placed.index + 1 };
  return spotAfter(form, placed.parentId ?? '', kind);
}

// only out of sections: a column leaves its table by its property, not by accident
function besideParent(form: FormDocument, { parentId }: PlacedField, direction: Direction): FieldSpot | undefined {
  const parent = parentId === undefined ? undefined : findField(form, parentId);
  if (parent === undefined || parent.field.kind !== 'section') return undefined;
  return { parentId: parent.parentId, index: parent.index + (direction === 'up' ? 0 : 1) };
}
