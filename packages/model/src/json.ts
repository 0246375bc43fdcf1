/** Plain JSON data: what states, events, forms and messages are made of. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  readonly [name: string]: Json;
}

/** Whether `name` may be a key of data (a field, a variable, a column): not one that JavaScript gives a meaning of its own. */
export function isSafeName(name: string): boolean {
  if (name === '__proto__' || name === 'constructor' || name === 'prototype') return false;
  return name.length > 0 && name.length <= 200;
}

/** Whether `value` is a JSON object (not null, not a list). */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
