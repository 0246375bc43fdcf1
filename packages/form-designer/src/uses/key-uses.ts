/** Where a key is read: in the expressions of its own form and of the other forms of the measure. Names that an expression binds itself are not uses. */
import { expressionsOf, type FormExpression } from '@tongban/form';
import type { FormDocument, FormField, FormRule } from '@tongban/model';
import { fieldsInside, type PlacedField, withFieldsInside } from '../field-tree.ts';
import type { UsedName } from './name-uses.ts';
import { inText, placesIn } from './text-uses.ts';

/** An expression that reads the key, and where it stands. */
export interface KeyUse {
  readonly form: FormDocument;
  readonly expression: FormExpression;
}

/** The expressions of `form` and of `others` that read the key of `placed`. */
export function keyUses(form: FormDocument, placed: PlacedField, others: readonly FormDocument[]): readonly KeyUse[] {
  const own = expressionsIn(form)
    .filter((at) => placesIn(at.text, usedNames(form, placed, at)).length > 0)
    .map((expression) => ({ form, expression }));
  const foreign = others
    .filter(({ id }) => id !== form.id)
    .flatMap((other) =>
      expressionsIn(other)
        .filter((at) => placesIn(at.text, foreignName(form, placed)).length > 0)
        .map((expression) => ({ form: other, expression })),
    );
  return [...own, ...foreign];
}

const found = new WeakMap<FormDocument, readonly FormExpression[]>();

/** The expressions of `form`, found once: they are asked for every field of it. */
function expressionsIn(form: FormDocument): readonly FormExpression[] {
  const known = found.get(form) ?? expressionsOf(form);
  found.set(form, known);
  return known;
}

/** `form` with every use of the key of `placed` in it changed to `key`; the field itself keeps its key. */
export function withKeyRenamed(form: FormDocument, placed: PlacedField, key: string): FormDocument {
  const rows = rowsOf(placed);
  const renamed = rewritten(form, (text, inRows) => inText(text, namesFrom(form, placed, inRows), key).text);
  const named = (name: string): string => (rows === undefined && name === placed.field.key ? key : name);
  const follow = (field: FormField): FormField => {
    const own = withKeysFollowed(field, rows, placed.field.key, key);
    const inside = fieldsInside(own);
    return inside === undefined ? own : withFieldsInside(own, inside.map(follow));
  };
  return {
    ...renamed,
    fields: renamed.fields.map(follow),
    ...(renamed.rules === undefined
      ? {}
      : { rules: renamed.rules.map((rule) => (rule.fields === undefined ? rule : { ...rule, fields: rule.fields.map(named) })) }),
  };
}

/** `other`, another form of the measure, with every use of the key of `placed` of `form` changed to `key`. */
export function withForeignKeyRenamed(other: FormDocument, form: FormDocument, placed: PlacedField, key: string): FormDocument {
  return rewritten(other, (text) => inText(text, foreignName(form, placed), key).text);
}

/** How forms and files other than `form` name the field. */
export function foreignName(form: FormDocument, placed: PlacedField): UsedName {
  const rows = rowsOf(placed);
  return { key: placed.field.key, roots: [], holder: form.key, foreign: true, ...(rows === undefined ? {} : { rowsKey: rows.key }) };
}

/** Properties that name a field by its key. */
function withKeysFollowed(field: FormField, rows: FormField | undefined, before: string, key: string): FormField {
  if (field.kind === 'rows' && field.id === rows?.id && field.ownerKey === before) return { ...field, ownerKey: key };
  if (field.kind === 'materials' && rows === undefined && field.itemsKey === before) return { ...field, itemsKey: key };
  return field;
}

function rewritten(form: FormDocument, rewrite: (text: string, inRows?: string) => string): FormDocument {
  const rule = (each: FormRule, inRows?: string): FormRule => ({ ...each, test: rewrite(each.test, inRows) });
  const field = (each: FormField, inRows?: string): FormField => {
    const changed = Object.fromEntries(
      Object.entries(each).map(([name, value]) => [
        name,
        FEEL_PROPERTIES.has(name) && typeof value === 'string' ? rewrite(value, name === 'writableRow' ? each.key : inRows) : value,
      ]),
    ) as unknown as FormField;
    const ruled = each.rules === undefined ? changed : { ...changed, rules: each.rules.map((one) => rule(one, inRows)) };
    const inside = fieldsInside(ruled);
    if (inside === undefined) return ruled;
    return withFieldsInside(
      ruled,
      inside.map((one) => field(one, each.kind === 'rows' ? each.key : inRows)),
    );
  };
  return {
    ...form,
    fields: form.fields.map((each) => field(each)),
    ...(form.rules === undefined ? {} : { rules: form.rules.map((each) => rule(each)) }),
  };
}

const FEEL_PROPERTIES: ReadonlySet<string> = new Set(['visible', 'required', 'readOnly', 'computed', 'earliest', 'latest', 'writableRow']);

/** How an expression of the form itself names the field. */
function usedNames(form: FormDocument, placed: PlacedField, at: FormExpression): UsedName {
  return namesFrom(form, placed, at.column !== undefined || at.property === 'writableRow' ? at.key : undefined);
}

function namesFrom(form: FormDocument, placed: PlacedField, inRows: string | undefined): UsedName {
  const rows = rowsOf(placed);
  if (rows === undefined) return { key: placed.field.key, roots: [], holder: form.key };
  return { key: placed.field.key, roots: inRows === rows.key ? ['row'] : [], holder: form.key, rowsKey: rows.key };
}

function rowsOf({ around }: PlacedField): FormField | undefined {
  return around.find(({ kind }) => kind === 'rows');
}
