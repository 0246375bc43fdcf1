/** New fields with ids and keys of their own. An id is given once and never changed: permissions and histories know the field by it. */
import { FEEL_FUNCTION_NAMES, type FormDocument, type FormField, type LocalText } from '@tongban/model';
import { fieldsInside, findField, type PlacedField, placedFields, withFieldsInside } from './field-tree.ts';

/** A field still without an id; those inside it as well. Its key is a wish. */
export type FieldDraft = { readonly key: string; readonly kind: FormField['kind']; readonly label: LocalText } & Readonly<
  Record<string, unknown>
>;

/** The field of `draft` as it may stand in `parentId` of `form`. */
export function newField(form: FormDocument, parentId: string | undefined, draft: FieldDraft): FormField {
  return named(form, parentId, draft as unknown as FormField);
}

/** A copy of `placed`, with what it holds. */
export function copyOfField(form: FormDocument, placed: PlacedField): FormField {
  return named(form, placed.parentId, placed.field);
}

function named(form: FormDocument, parentId: string | undefined, field: FormField): FormField {
  const placed = placedFields(form);
  const ids = new Set(placed.flatMap((each) => [each.field.id, ...(each.field.rules ?? []).map(({ id }) => id)]));
  for (const { id } of form.rules ?? []) ids.add(id);
  const parent = parentId === undefined ? undefined : findField(form, parentId);
  const rows = parent && [...parent.around, parent.field].find(({ kind }) => kind === 'rows');
  const keys = new Set(
    placed.filter((each) => each.around.find(({ kind }) => kind === 'rows')?.id === rows?.id).map((each) => each.field.key),
  );
  return withNames(field, rows?.id ?? form.id, ids, keys);
}

function withNames(field: FormField, stem: string, ids: Set<string>, keys: Set<string>): FormField {
  const key = unique(field.key, (one) => keys.has(one) || FEEL_FUNCTION_NAMES.includes(one));
  keys.add(key);
  const id = unique(`${stem}.${key}`, (one) => ids.has(one));
  ids.add(id);
  const inside = fieldsInside(field);
  const rules = field.rules?.map((rule, index) => {
    const ruleId = unique(`${id}.rule${index + 1}`, (one) => ids.has(one));
    ids.add(ruleId);
    return { ...rule, id: ruleId };
  });
  const own = { ...field, id, key, ...(rules === undefined ? {} : { rules }) };
  if (inside === undefined) return own;
  const isRows = field.kind === 'rows';
  const insideKeys = isRows ? new Set<string>() : keys;
  return withFieldsInside(
    own,
    inside.map((each) => withNames(each, isRows ? id : stem, ids, insideKeys)),
  );
}

function unique(wish: string, taken: (name: string) => boolean): string {
  if (!taken(wish)) return wish;
  const stem = wish.replace(/\d+$/, '');
  for (let number = 2; ; number++) if (!taken(`${stem}${number}`)) return `${stem}${number}`;
}
