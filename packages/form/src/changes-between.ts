/** What changed between two versions of a form's values, for histories. Rows are compared by their id, whatever their order. */
import {
  type FormDocument,
  type FormField,
  type FormValues,
  isJsonObject,
  type Json,
  type JsonObject,
  type ValueChange,
} from '@tongban/model';
import { sameJson } from './same-json.ts';
import { hasValue, walkFields } from './walk-fields.ts';

/** The changes from `before` to `after`, in document order. Positions in paths are those in `after`, of rows that are gone those in `before`. */
export function changesBetween(before: FormValues, after: FormValues, document: FormDocument): readonly ValueChange[] {
  return walkFields(document)
    .filter(({ rows, field }) => rows === undefined && hasValue(field))
    .flatMap(({ field }) => fieldChanges(field, own(before, field.key), own(after, field.key)));
}

function fieldChanges(field: FormField, before: Json, after: Json): readonly ValueChange[] {
  if (field.kind !== 'rows') return sameJson(before, after) ? [] : [{ path: field.key, before, after }];
  const [old, now] = [rowsOf(before), rowsOf(after)];
  const oldById = new Map(old.map((row) => [row['rowId'], row]));
  const nowIds = new Set(now.map((row) => row['rowId']));
  const gone = old.flatMap((row, at) => (nowIds.has(row['rowId']) ? [] : [{ path: `${field.key}[${at}]`, before: row, after: null }]));
  const kept = now.flatMap((row, at): readonly ValueChange[] => {
    const known = oldById.get(row['rowId']);
    if (known === undefined) return [{ path: `${field.key}[${at}]`, before: null, after: row }];
    return field.columns.flatMap((column) => {
      const [cellBefore, cellAfter] = [own(known, column.key), own(row, column.key)];
      return sameJson(cellBefore, cellAfter) ? [] : [{ path: `${field.key}[${at}].${column.key}`, before: cellBefore, after: cellAfter }];
    });
  });
  return [...kept, ...gone];
}

function own(values: JsonObject, key: string): Json {
  return Object.hasOwn(values, key) ? (values[key] ?? null) : null;
}

function rowsOf(value: Json): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly Json[]).filter(isJsonObject) : [];
}
