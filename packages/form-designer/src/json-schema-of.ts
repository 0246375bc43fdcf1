/** The JSON Schema (2020-12) of the values of a form: what a host's own code may check before it sends them. */
import type { FormDocument, FormField, JsonObject } from '@tongban/model';
import { textIn } from '@tongban/model';

/** See the module comment. Conditions are not in it: what is asked on a condition is optional here. */
export function jsonSchemaOf(form: FormDocument): JsonObject {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: form.id,
    title: textIn(form.title),
    ...objectOf(form.fields),
  };
}

function objectOf(fields: readonly FormField[], more: JsonObject = {}): JsonObject {
  const all = flat(fields).filter(({ kind }) => kind !== 'note');
  const required = all.filter((field) => field.required === true && field.visible === undefined).map(({ key }) => key);
  return {
    type: 'object',
    properties: { ...more, ...Object.fromEntries(all.map((field) => [field.key, valueSchema(field)])) },
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
  };
}

/** Sections do not divide the values. */
function flat(fields: readonly FormField[]): readonly FormField[] {
  return fields.flatMap((field) => (field.kind === 'section' ? flat(field.fields) : [field]));
}

const TEXT: JsonObject = { type: 'string' };
const NUMBER: JsonObject = {
  anyOf: [{ type: 'number' }, { type: 'object', properties: { $decimal: TEXT }, required: ['$decimal'], additionalProperties: false }],
};
const DAY: JsonObject = {
  type: 'object',
  properties: { $date: { type: 'string', format: 'date' } },
  required: ['$date'],
  additionalProperties: false,
};
const FILE: JsonObject = {
  type: 'object',
  properties: { fileId: TEXT, name: TEXT, bytes: { type: 'integer', minimum: 0 }, mediaType: TEXT, digest: TEXT },
  required: ['fileId', 'name', 'bytes', 'mediaType'],
};
const REGION: JsonObject = {
  type: 'object',
  properties: { code: { type: 'string', pattern: '^[1-9]\\d{5}$' }, name: TEXT },
  required: ['code', 'name'],
};
const OPINION: JsonObject = { type: 'object', properties: { choice: TEXT, text: TEXT } };
const SIGNATURE: JsonObject = {
  type: 'object',
  properties: { method: { enum: ['confirmed', 'drawn', 'original', 'scan', 'eSeal'] }, name: TEXT, day: TEXT, fileId: TEXT },
  required: ['method'],
};
const MATERIAL: JsonObject = {
  type: 'object',
  properties: { material: TEXT, state: { enum: ['files', 'original', 'promised'] }, files: { type: 'array', items: FILE }, by: DAY },
  required: ['material', 'state'],
};
const CLAUSE: JsonObject = {
  type: 'object',
  properties: { version: TEXT, acknowledged: { type: 'boolean' } },
  required: ['version', 'acknowledged'],
};

function valueSchema(field: FormField): JsonObject {
  const title = textIn(field.label);
  const readOnly: JsonObject = field.computed === undefined ? {} : { readOnly: true };
  return { title, ...(field.help === undefined ? {} : { description: textIn(field.help) }), ...kindSchema(field), ...readOnly };
}

function kindSchema(field: FormField): JsonObject {
  switch (field.kind) {
    case 'number':
    case 'money':
      return NUMBER;
    case 'date':
      return DAY;
    case 'dateRange':
      return { type: 'object', properties: { from: DAY, to: DAY }, additionalProperties: false };
    case 'region':
      return REGION;
    case 'radio':
    case 'select':
      return { enum: field.choices.map(({ value }) => value) };
    case 'checkboxes':
      return { type: 'array', items: { enum: field.choices.map(({ value }) => value) }, uniqueItems: true };
    case 'items':
      return { type: 'array', items: TEXT, uniqueItems: true };
    case 'files':
      return { type: 'array', items: FILE };
    case 'materials':
      return { type: 'array', items: MATERIAL };
    case 'rows':
      return { type: 'array', items: objectOf(field.columns, { rowId: TEXT }) };
    case 'opinion':
      return OPINION;
    case 'signature':
    case 'seal':
      return SIGNATURE;
    case 'clause':
      return CLAUSE;
    default:
      return { ...TEXT, ...('maxLength' in field && field.maxLength !== undefined ? { maxLength: field.maxLength } : {}) };
  }
}
