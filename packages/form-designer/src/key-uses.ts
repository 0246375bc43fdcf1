/** Where a key is read: in the expressions of its own form and of the other forms of the measure. Names that an expression binds itself are not uses. */
import { parseFeel } from '@tongban/feel-parser';
import { expressionsOf, type FormExpression } from '@tongban/form';
import type { FeelNode, FormDocument, FormField, FormRule } from '@tongban/model';
import { fieldsInside, type PlacedField, withFieldsInside } from './field-tree.ts';
import { nameUses, type UsedName } from './name-uses.ts';

/** An expression that reads the key, and where it stands. */
export interface KeyUse {
  readonly form: FormDocument;
  readonly expression: FormExpression;
}

/** The expressions of `form` and of `others` that read the key of `placed`. */
export function keyUses(form: FormDocument, placed: PlacedField, others: readonly FormDocument[]): readonly KeyUse[] {
  const own = expressionsOf(form)
    .filter((at) => placesIn(at.text, usedNames(form, placed, at)).length > 0)
    .map((expression) => ({ form, expression }));
  const foreign = others
    .filter(({ id }) => id !== form.id)
    .flatMap((other) =>
      expressionsOf(other)
        .filter((at) => placesIn(at.text, foreignNames(form, placed)).length > 0)
        .map((expression) => ({ form: other, expression })),
    );
  return [...own, ...foreign];
}

/** `form` with every use of the key of `placed` in it changed to `key`; the field itself keeps its key. */
export function withKeyRenamed(form: FormDocument, placed: PlacedField, key: string): FormDocument {
  const rows = rowsOf(placed);
  const rewrite = (text: string, inRows: string | undefined): string => renamedIn(text, namesFrom(form, placed, inRows), key);
  const rule = (each: FormRule, inRows?: string): FormRule => ({
    ...each,
    test: rewrite(each.test, inRows),
    ...(each.fields && rows === undefined ? { fields: each.fields.map((one) => (one === placed.field.key ? key : one)) } : {}),
  });
  const field = (each: FormField, inRows?: string): FormField => {
    const changed = Object.fromEntries(
      Object.entries(each).map(([name, value]) => [
        name,
        FEEL_PROPERTIES.has(name) && typeof value === 'string' ? rewrite(value, name === 'writableRow' ? each.key : inRows) : value,
      ]),
    ) as unknown as FormField;
    const ruled = each.rules === undefined ? changed : { ...changed, rules: each.rules.map((one) => rule(one, inRows)) };
    const owned =
      ruled.kind === 'rows' && ruled.id === rows?.id && ruled.ownerKey === placed.field.key ? { ...ruled, ownerKey: key } : ruled;
    const inside = fieldsInside(owned);
    if (inside === undefined) return owned;
    return withFieldsInside(
      owned,
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

function usedNames(form: FormDocument, placed: PlacedField, at: FormExpression): UsedName {
  return namesFrom(form, placed, at.column !== undefined || at.property === 'writableRow' ? at.key : undefined);
}

function namesFrom(form: FormDocument, placed: PlacedField, inRows: string | undefined): UsedName {
  const rows = rowsOf(placed);
  if (rows === undefined) return { key: placed.field.key, roots: [], holder: form.key };
  return { key: placed.field.key, roots: inRows === rows.key ? ['row'] : [], holder: form.key, rowsKey: rows.key };
}

function foreignNames(form: FormDocument, placed: PlacedField): UsedName {
  const rows = rowsOf(placed);
  return { key: placed.field.key, roots: [], holder: form.key, foreign: true, ...(rows === undefined ? {} : { rowsKey: rows.key }) };
}

function rowsOf({ around }: PlacedField): FormField | undefined {
  return around.find(({ kind }) => kind === 'rows');
}

function placesIn(text: string, used: UsedName): readonly (readonly [number, number])[] {
  const tree: FeelNode | undefined = parseFeel(text).expression?.tree;
  return tree === undefined ? [] : nameUses(tree, text, used);
}

function renamedIn(text: string, used: UsedName, key: string): string {
  return [...placesIn(text, used)]
    .sort(([one], [other]) => other - one)
    .reduce((now, [from, to]) => `${now.slice(0, from)}${key}${now.slice(to)}`, text);
}
