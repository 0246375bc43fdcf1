/**
 * Reads the schemas of other form tools: form-js, Form.io, JSON Schema, and our own documents. Conditions in FEEL and simple ones come as
 * well; what they do with code stays behind.
 */
import { type FormDocument, isJsonObject, type Json, type JsonObject } from '@tongban/model';
import type { FieldDraft } from '../new-field.ts';
import { designErrors } from './errors.ts';
import type { FormGuess } from './guess-form.ts';
import { conditionsOf, tickedKeys } from './schema-conditions.ts';

/** See the module comment. @throws FORM_DESIGNER_NOTHING_FOUND */
export function readSchema(schema: unknown): FormGuess {
  if (!isJsonObject(schema)) throw designErrors('FORM_DESIGNER_NOTHING_FOUND', {});
  const { fields, components, properties } = schema;
  const title = textOf(schema['title']) ?? textOf(isJsonObject(schema['title']) ? schema['title']['zh-CN'] : undefined);
  const found = Array.isArray(fields)
    ? (fields as unknown as readonly FieldDraft[]).filter((field) => isJsonObject(field) && isJsonObject(field.label))
    : Array.isArray(components)
      ? componentsOf(components as readonly Json[])
      : isJsonObject(properties)
        ? propertiesOf(schema)
        : [];
  if (found.length === 0) throw designErrors('FORM_DESIGNER_NOTHING_FOUND', {});
  const own = Array.isArray(fields) && schema['formatVersion'] === 1 && isJsonObject(schema['title']);
  const note = isJsonObject(schema['note']) ? textOf(schema['note']['zh-CN']) : undefined;
  return {
    title,
    ...(note === undefined ? {} : { note }),
    ...(own ? { document: schema as unknown as FormDocument } : {}),
    layout: schema['layout'] === 'bordered' ? 'bordered' : 'stacked',
    fields: found,
    because: found.map(() => 'name'),
  };
}

/** Components of form-js and Form.io: both name their kind `type`, and differ in few words. */
function componentsOf(components: readonly Json[], ticked: ReadonlySet<string> = tickedKeys(components)): readonly FieldDraft[] {
  return components.filter(isJsonObject).flatMap((component): readonly FieldDraft[] => {
    const kind = textOf(component['type']) ?? '';
    const inner = innerOf(component);
    const label = { 'zh-CN': textOf(component['label']) || textOf(component['title']) || textOf(component['key']) || '字段' };
    const base = {
      key: keyOf(component['key'] ?? component['path']),
      label,
      ...helpOf(component),
      ...requiredOf(component),
      ...conditionsOf(component, ticked),
    };
    if (/^(group|fieldset|panel|well|container)$/.test(kind)) return [{ ...base, kind: 'section', fields: componentsOf(inner, ticked) }];
    if (/^(columns|table|tabs|default)$/.test(kind)) return componentsOf(inner, ticked);
    if (/^(dynamiclist|datagrid|editgrid)$/.test(kind)) {
      const columns = componentsOf(inner, ticked).filter(({ kind: one }) => one !== 'section' && one !== 'rows' && one !== 'note');
      return [{ ...base, kind: 'rows', columns }];
    }
    if (/^(text|html|content|htmlelement)$/.test(kind)) {
      const words = (textOf(component['text']) ?? textOf(component['html']) ?? textOf(component['content']) ?? '')
        .replace(/<[^>]*>/g, '')
        .trim();
      return words === '' ? [] : [{ key: 'note', kind: 'note', label: { 'zh-CN': '说明' }, text: { 'zh-CN': words } }];
    }
    const own = COMPONENTS[kind];
    if (own === undefined) return [];
    const choices = choicesOf(component['values'] ?? (isJsonObject(component['data']) ? component['data']['values'] : undefined));
    if (CHOSEN.has(own)) return [{ ...base, kind: own, choices: choices ?? YES_NO }];
    return [{ ...base, kind: own, ...limitsOf(component['validate']) }];
  });
}

const COMPONENTS: Readonly<Record<string, FieldDraft['kind']>> = {
  expression: 'text',
  textfield: 'text',
  email: 'text',
  url: 'text',
  tags: 'text',
  textarea: 'longText',
  number: 'number',
  currency: 'money',
  datetime: 'date',
  date: 'date',
  day: 'date',
  checkbox: 'radio',
  radio: 'radio',
  select: 'select',
  taglist: 'checkboxes',
  checklist: 'checkboxes',
  selectboxes: 'checkboxes',
  phoneNumber: 'phone',
  filepicker: 'files',
  file: 'files',
  signature: 'signature',
};

const CHOSEN: ReadonlySet<string> = new Set(['radio', 'select', 'checkboxes']);
const YES_NO = [
  { value: 'yes', label: { 'zh-CN': '是', en: 'Yes' } },
  { value: 'no', label: { 'zh-CN': '否', en: 'No' } },
];

function innerOf(component: JsonObject): readonly Json[] {
  const { components, columns, rows } = component;
  if (Array.isArray(components)) return components as readonly Json[];
  const cells: readonly Json[] = Array.isArray(columns)
    ? (columns as readonly Json[])
    : Array.isArray(rows)
      ? (rows as readonly Json[]).flat()
      : [];
  return cells.filter(isJsonObject).flatMap(({ components: inside }) => (Array.isArray(inside) ? (inside as readonly Json[]) : []));
}

function propertiesOf(schema: JsonObject): readonly FieldDraft[] {
  const properties = isJsonObject(schema['properties']) ? schema['properties'] : {};
  const required = new Set(Array.isArray(schema['required']) ? (schema['required'] as readonly Json[]) : []);
  return Object.entries(properties).flatMap(([key, property]): readonly FieldDraft[] => {
    if (!isJsonObject(property)) return [];
    const base = {
      key: keyOf(key),
      label: { 'zh-CN': textOf(property['title']) || key },
      ...(textOf(property['description']) ? { help: { 'zh-CN': textOf(property['description']) } } : {}),
      ...(required.has(key) ? { required: true } : {}),
    };
    const values = property['enum'];
    if (Array.isArray(values)) return [{ ...base, kind: values.length > 5 ? 'select' : 'radio', choices: choicesOf(values) ?? YES_NO }];
    switch (property['type']) {
      case 'object':
        return [{ ...base, kind: 'section', fields: propertiesOf(property) }];
      case 'array':
        return [arrayOf(base, property['items'])];
      case 'boolean':
        return [{ ...base, kind: 'radio', choices: YES_NO }];
      case 'integer':
      case 'number':
        return [{ ...base, kind: 'number', ...(property['type'] === 'integer' ? { decimals: 0 } : {}), ...boundsOf(property) }];
      default: {
        const long = typeof property['maxLength'] === 'number' && property['maxLength'] > 200;
        return [{ ...base, kind: property['format'] === 'date' ? 'date' : long ? 'longText' : 'text' }];
      }
    }
  });
}

function arrayOf(base: Pick<FieldDraft, 'key' | 'label'>, items: Json | undefined): FieldDraft {
  if (isJsonObject(items) && Array.isArray(items['enum']))
    return { ...base, kind: 'checkboxes', choices: choicesOf(items['enum']) ?? YES_NO };
  const inner = isJsonObject(items) && items['type'] === 'object' ? propertiesOf(items) : [];
  const columns = inner.filter(({ kind }) => kind !== 'section' && kind !== 'rows');
  return { ...base, kind: 'rows', columns: columns.length > 0 ? columns : [{ key: 'value', kind: 'text', label: { 'zh-CN': '内容' } }] };
}

function boundsOf({ minimum, maximum }: JsonObject): { readonly min?: number; readonly max?: number } {
  return { ...(typeof minimum === 'number' ? { min: minimum } : {}), ...(typeof maximum === 'number' ? { max: maximum } : {}) };
}

function limitsOf(validate: Json | undefined): Readonly<Record<string, number>> {
  if (!isJsonObject(validate)) return {};
  const kept = ['min', 'max', 'minLength', 'maxLength'].flatMap((name) => {
    const value = Number(validate[name]);
    return validate[name] === undefined || validate[name] === '' || !Number.isFinite(value) ? [] : [[name, value] as const];
  });
  return Object.fromEntries(kept);
}

function requiredOf({ validate }: JsonObject): { readonly required?: true } {
  return isJsonObject(validate) && validate['required'] === true ? { required: true } : {};
}

function helpOf({ description }: JsonObject): { readonly help?: { readonly 'zh-CN': string } } {
  const text = textOf(description);
  return text === undefined || text === '' ? {} : { help: { 'zh-CN': text } };
}

function choicesOf(
  values: Json | undefined,
): readonly { readonly value: string; readonly label: { readonly 'zh-CN': string } }[] | undefined {
  if (!Array.isArray(values) || values.length === 0) return undefined;
  const choices = (values as readonly Json[]).map((one) => {
    const value = String(isJsonObject(one) ? one['value'] : one);
    return { value, label: { 'zh-CN': (isJsonObject(one) ? textOf(one['label']) : undefined) || value } };
  });
  return choices.filter(({ value }, at) => value !== '' && choices.findIndex((other) => other.value === value) === at);
}

function keyOf(key: Json | undefined): string {
  const name = (textOf(key) ?? '').replace(/[^\p{L}\p{N}_]+/gu, '_');
  return /^[\p{L}_]/u.test(name) ? name : `field${name}`;
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
