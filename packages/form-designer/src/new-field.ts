/** New fields with ids and keys of their own. An id is given once and never changed: permissions and histories know the field by it. */
import { FEEL_FUNCTION_NAMES, type FormDocument, type FormField, type LocalText } from '@tongban/model';
import { fieldsInside, findField, placedFields, withFieldsInside } from './field-tree.ts';
import { withKeyRenamed } from './uses/key-uses.ts';

/** A field still without an id; those inside it as well. Its key is a wish. */
export type FieldDraft = { readonly key: string; readonly kind: FormField['kind']; readonly label: LocalText } & Readonly<
  Record<string, unknown>
>;

/** The field of `draft` as it may stand in `parentId` of `form`. */
export function newField(form: FormDocument, parentId: string | undefined, draft: FieldDraft): FormField {
  return newFields(form, parentId, [draft as unknown as FormField])[0] as FormField;
}

/** The fields of `drafts` as they may stand in `parentId` of `form`. What they read of each other they go on reading of each other. */
export function newFields(form: FormDocument, parentId: string | undefined, drafts: readonly FormField[]): readonly FormField[] {
  const placed = placedFields(form);
  const ids = new Set(placed.flatMap((each) => [each.field.id, ...(each.field.rules ?? []).map(({ id }) => id)]));
  for (const { id } of form.rules ?? []) ids.add(id);
  const parent = parentId === undefined ? undefined : findField(form, parentId);
  const rows = parent && [...parent.around, parent.field].find(({ kind }) => kind === 'rows');
  const keys = new Set(
    placed.filter((each) => each.around.find(({ kind }) => kind === 'rows')?.id === rows?.id).map((each) => each.field.key),
  );
  const made = drafts.map((draft) => withNames(draft, rows?.id ?? form.id, ids, keys));
  return readingEachOther(form, rows, drafts, made);
}

function readingEachOther(
  form: FormDocument,
  rows: FormField | undefined,
  drafts: readonly FormField[],
  made: readonly FormField[],
): readonly FormField[] {
  const { rules: _, ...around } = form;
  let own: FormDocument = { ...around, fields: rows === undefined ? made : [withFieldsInside(rows, made)] };
  for (const [before, after] of pairs(drafts, made)) {
    if (before.key === after.key) continue;
    const place = { field: before, parentId: rows?.id, index: 0, depth: 0, around: rows === undefined ? [] : [rows] };
    own = withKeyRenamed(own, place, after.key);
  }
  return rows === undefined ? own.fields : (fieldsInside(own.fields[0] as FormField) ?? []);
}

/** Each field with what became of it; columns keep their keys. */
function pairs(drafts: readonly FormField[], made: readonly FormField[]): readonly (readonly [FormField, FormField])[] {
  return drafts.flatMap((draft, at): readonly (readonly [FormField, FormField])[] => {
    const now = made[at] as FormField;
    if (draft.kind !== 'section' || now.kind !== 'section') return [[draft, now]];
    return [[draft, now], ...pairs(draft.fields, now.fields)];
  });
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
