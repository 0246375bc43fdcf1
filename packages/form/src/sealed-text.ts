/**
 * What an e-seal is put on: everything that is handed in with a form, in one way of writing, without signatures and seals.
 * Page and server make its digest; when they differ, something was changed after sealing.
 */
import { type FormDocument, type FormValues, isJsonObject, type Json } from '@tongban/model';
import { walkFields } from './walk-fields.ts';

/** The text that a seal on `values` covers. The order of names, and what is left empty, make no difference. */
export function sealedText(document: FormDocument, values: FormValues): string {
  const signed = walkFields(document).filter(({ field }) => field.kind === 'seal' || field.kind === 'signature');
  const outer = new Set(signed.flatMap(({ field, rows }) => (rows === undefined ? [field.key] : [])));
  const content = Object.entries(values).flatMap(([key, value]): readonly (readonly [string, Json])[] => {
    if (outer.has(key)) return [];
    const columns = new Set(signed.flatMap(({ field, rows }) => (rows?.key === key ? [field.key] : [])));
    return [[key, columns.size > 0 && Array.isArray(value) ? value.map((row: Json) => without(row, columns)) : value]];
  });
  return JSON.stringify({ form: document.id, values: Object.fromEntries(content) }, inOneWay);
}

function without(row: Json, columns: ReadonlySet<string>): Json {
  return isJsonObject(row) ? Object.fromEntries(Object.entries(row).filter(([key]) => !columns.has(key))) : row;
}

/** For `JSON.stringify`: names in order, nothing empty. */
function inOneWay(_key: string, value: Json): Json {
  if (!isJsonObject(value)) return value;
  const kept = Object.entries(value).filter(([, part]) => part !== null && part !== '' && !(Array.isArray(part) && part.length === 0));
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
}
