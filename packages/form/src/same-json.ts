/** Whether two JSON values say the same; an absent entry and `null` are the same to a form. */
import { isJsonObject, type Json } from '@tongban/model';

/** Compares deeply; the order of keys does not matter, an absent entry equals `null`. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b || (a ?? null) === (b ?? null)) return true;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((entry, index) => sameJson(entry, b[index] as Json));
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  for (const key of Object.keys(a)) if (!sameJson(a[key], Object.hasOwn(b, key) ? b[key] : null)) return false;
  for (const key of Object.keys(b)) if (!Object.hasOwn(a, key) && !sameJson(null, b[key])) return false;
  return true;
}
