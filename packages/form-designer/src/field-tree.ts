/** The fields of a form as a tree: find, insert, take out, replace. Documents are never changed in place. */
import type { FormDocument, FormField } from '@tongban/model';

/** Where a field stands, or would stand: in the form itself (no `parentId`), a section, or the columns of rows. */
export interface FieldSpot {
  readonly parentId: string | undefined;
  readonly index: number;
}

/** A field with its place in the tree. */
export interface PlacedField extends FieldSpot {
  readonly field: FormField;
  readonly depth: number;
  /** The sections and rows around it, outermost first. */
  readonly around: readonly FormField[];
}

/** The fields inside `field`: of a section its fields, of rows their columns; `undefined` for kinds that hold none. */
export function fieldsInside(field: FormField): readonly FormField[] | undefined {
  if (field.kind === 'section') return field.fields;
  return field.kind === 'rows' ? field.columns : undefined;
}

/** `field` holding `inside` in place of what it held. */
export function withFieldsInside(field: FormField, inside: readonly FormField[]): FormField {
  if (field.kind === 'section') return { ...field, fields: inside };
  return field.kind === 'rows' ? { ...field, columns: inside } : field;
}

const placed = new WeakMap<FormDocument, readonly PlacedField[]>();

/** Every field of the form in document order, those inside after what holds them. Found once: a form is never changed in place. */
export function placedFields(form: FormDocument): readonly PlacedField[] {
  const known = placed.get(form) ?? placeAll(form);
  placed.set(form, known);
  return known;
}

function placeAll(form: FormDocument): readonly PlacedField[] {
  const walk = (fields: readonly FormField[], around: readonly FormField[]): readonly PlacedField[] =>
    fields.flatMap((field, index) => [
      { field, parentId: around.at(-1)?.id, index, depth: around.length, around },
      ...walk(fieldsInside(field) ?? [], [...around, field]),
    ]);
  return walk(form.fields, []);
}

/** The field `id` with its place. A column may be named as permissions name it: `rowsId/columnId`. */
export function findField(form: FormDocument, id: string): PlacedField | undefined {
  const own = id.split('/').pop();
  return placedFields(form).find(({ field }) => field.id === own);
}

/** Those of `ids` that the form has, in document order, without what stands inside another of them. */
export function outermost(form: FormDocument, ids: readonly string[]): readonly PlacedField[] {
  const wanted = new Set(ids);
  return placedFields(form).filter(({ field, around }) => wanted.has(field.id) && !around.some(({ id }) => wanted.has(id)));
}

/** The fields that stand directly in `parentId`. */
export function siblingsIn(form: FormDocument, parentId: string | undefined): readonly FormField[] {
  if (parentId === undefined) return form.fields;
  const parent = findField(form, parentId)?.field;
  return (parent && fieldsInside(parent)) ?? [];
}

/** `form` with `field` at `spot`. */
export function insertField(form: FormDocument, spot: FieldSpot, field: FormField): FormDocument {
  return changeSiblings(form, spot.parentId, (fields) => [...fields.slice(0, spot.index), field, ...fields.slice(spot.index)]);
}

/** `form` without the field `id` and what it holds. */
export function withoutField(form: FormDocument, id: string): FormDocument {
  const placed = findField(form, id);
  if (placed === undefined) return form;
  return changeSiblings(form, placed.parentId, (fields) => fields.filter((field) => field.id !== placed.field.id));
}

/** `form` with `field` in place of the field `id`. */
export function replaceField(form: FormDocument, id: string, field: FormField): FormDocument {
  const placed = findField(form, id);
  if (placed === undefined) return form;
  return changeSiblings(form, placed.parentId, (fields) => fields.map((each) => (each.id === placed.field.id ? field : each)));
}

/** Whether `field` may stand in `parentId`: rows hold no rows, sections or notes, and nothing stands in itself. */
export function mayStandIn(form: FormDocument, parentId: string | undefined, field: FormField): boolean {
  if (parentId === undefined) return true;
  const parent = findField(form, parentId);
  if (parent === undefined || fieldsInside(parent.field) === undefined) return false;
  if ([...parent.around, parent.field].some(({ id }) => id === field.id)) return false;
  const inRows = [...parent.around, parent.field].some(({ kind }) => kind === 'rows');
  return !inRows || !['rows', 'section', 'note', 'materials'].includes(field.kind);
}

function changeSiblings(
  form: FormDocument,
  parentId: string | undefined,
  change: (fields: readonly FormField[]) => readonly FormField[],
): FormDocument {
  if (parentId === undefined) return { ...form, fields: change(form.fields) };
  const within = (fields: readonly FormField[]): readonly FormField[] =>
    fields.map((field) => {
      const inside = fieldsInside(field);
      if (inside === undefined) return field;
      return withFieldsInside(field, field.id === parentId ? change(inside) : within(inside));
    });
  return { ...form, fields: within(form.fields) };
}
