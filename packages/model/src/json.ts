/** Plain JSON data: what states, events, forms and messages are made of. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  readonly [name: string]: Json;
}

/** Names that never become keys of data, because JavaScript gives them a meaning of its own. */
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether `name` may be a key of data (a field, a variable, a column). */
export function isSafeName(name: string): boolean {
  return name.length > 0 && name.length <= 200 && !FORBIDDEN.has(name);
}

/** Whether `value` is a JSON object (not null, not a list). */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
