/** The values of a trial: what people call them, and what was typed as the flow reads it. */
import { type FeelName, type FeelNameType, nameAt } from '@tongban/feel-parser';
import { isJsonObject, type Json, type JsonObject, type Locale, textIn, wireDate, wireNumber, wireTag } from '@tongban/model';
import type { TrialWords } from './trial-messages.ts';

/** `application.amount` as 申请表 · 总投资; what nobody has named stays as it is. */
export function pathWords(names: readonly FeelName[], path: string, locale: Locale): string {
  const steps = path.split('.');
  return steps.map((step, at) => textIn(nameAt(names, steps.slice(0, at + 1))?.label, locale) || step).join(' · ');
}

/** The value in words: a choice by its label, several by theirs. */
export function valueWords(words: TrialWords, locale: Locale, name: FeelName | undefined, value: Json): string {
  if (value === null) return words('unset');
  if (typeof value === 'boolean') return words(value ? 'yes' : 'no');
  if (Array.isArray(value)) return value.map((one: Json) => valueWords(words, locale, name, one)).join('、') || words('none');
  const choice = name?.values?.find(({ feel }) => readLiteral(feel) === value);
  return choice === undefined ? shownValue(value) : textIn(choice.label, locale);
}

/** A value as it stands: a thing by its name, a day or a number as written. */
export function shownValue(value: Json): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const thing = value as JsonObject;
  const tag = wireTag(value);
  return String(tag === undefined ? (thing['name'] ?? thing['itemName'] ?? thing['id'] ?? JSON.stringify(value)) : thing[tag]);
}

/** What was typed, as its type is; what is no such value stays a text, and nothing is `null`. */
export function typedValue(text: string, type: FeelNameType | undefined): Json {
  const typed = text.trim();
  if (typed === '') return null;
  if (type === 'string') return typed;
  if (type === 'date') return wireDate(typed);
  return type === 'number' ? (isNumber(typed) ? wireNumber(typed) : typed) : readLiteral(typed);
}

/** What FEEL writes as `5`, `true` or `"A"`; what is none of them is a text. */
export function readLiteral(text: string): Json {
  if (isNumber(text)) return wireNumber(text);
  if (text === 'true' || text === 'false') return text === 'true';
  return text.replace(/^"(.*)"$/, '$1');
}

/** By path becomes by name: `application.amount` = 5 is `{ application: { amount: 5 } }`. */
export function valuesByName(given: Readonly<Record<string, Json>>): JsonObject {
  const values: Record<string, Json> = {};
  for (const [path, value] of Object.entries(given)) {
    const [first = '', ...rest] = path.split('.');
    values[first] = put(values[first], rest, value);
  }
  return values;
}

/** What stands at the path; undefined where nothing was given, not even `null`. */
export function valueAt(values: JsonObject, path: string): Json | undefined {
  return path
    .split('.')
    .reduce<Json | undefined>((value, name) => (isJsonObject(value ?? null) ? (value as JsonObject)[name] : undefined), values);
}

function put(into: Json | undefined, [name, ...rest]: readonly string[], value: Json): Json {
  if (name === undefined) return value;
  const object = isJsonObject(into ?? null) ? (into as JsonObject) : {};
  return { ...object, [name]: put(object[name], rest, value) };
}

function isNumber(text: string): boolean {
  return /^-?\d{1,15}(\.\d+)?$/.test(text);
}
