/** A form in which what was removed still stands where it stood, for a picture of two versions. */
import type { FormDocument, FormField } from '@tongban/model';
import { fieldsInside, findField, insertField, placedFields, siblingsIn, withFieldsInside } from '../field-tree.ts';

/** `after` with the fields of `before` that it no longer has. */
export function mergedForm(before: FormDocument, after: FormDocument): FormDocument {
  const kept = new Set(placedFields(after).map(({ field }) => field.id));
  let merged = after;
  for (const { field, parentId, index } of placedFields(before)) {
    if (kept.has(field.id) || findField(merged, field.id) !== undefined) continue;
    const parent = parentId !== undefined && findField(merged, parentId) !== undefined ? parentId : undefined;
    const previous = siblingsIn(before, parentId)
      .slice(0, index)
      .map(({ id }) => siblingsIn(merged, parent).findIndex((each) => each.id === id))
      .filter((at) => at >= 0);
    merged = insertField(merged, { parentId: parent, index: (previous.at(-1) ?? -1) + 1 }, without(field, kept));
  }
  return merged;
}

/** Without what now stands elsewhere. */
function without(field: FormField, kept: ReadonlySet<string>): FormField {
  const inside = fieldsInside(field);
  if (inside === undefined) return field;
  return withFieldsInside(
    field,
    inside.filter(({ id }) => !kept.has(id)).map((each) => without(each, kept)),
  );
}
