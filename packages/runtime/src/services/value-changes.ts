/** What changed between two versions of a form's values, by path: `contacts[2].name`. */
import { type FormValues, isJsonObject, type Json, type ValueChange, wireTag } from '@tongban/model';

/** At most this many, so that a time line stays one. */
const MOST_CHANGES = 200;

/** The changes from `before` to `after`, in the order of names. */
export function valueChanges(before: FormValues, after: FormValues): readonly ValueChange[] {
  const changes: ValueChange[] = [];
  collect(before, after, '', changes);
  return changes;
}

// helpers

function collect(before: Json, after: Json, path: string, changes: ValueChange[]): void {
  if (changes.length >= MOST_CHANGES || JSON.stringify(before) === JSON.stringify(after)) return;
  if (isPlain(before) && isPlain(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => name !== 'rowId').sort();
    for (const name of names) collect(before[name] ?? null, after[name] ?? null, path === '' ? name : `${path}.${name}`, changes);
  } else if (isRows(before) && isRows(after)) {
    for (let at = 0; at < Math.max(before.length, after.length); at++)
      collect(before[at] ?? null, after[at] ?? null, `${path}[${at}]`, changes);
  } else changes.push({ path, before, after });
}

function isPlain(value: Json): value is FormValues {
  return isJsonObject(value) && wireTag(value) === undefined;
}

function isRows(value: Json): value is readonly Json[] {
  return Array.isArray(value) && value.every((row) => isPlain(row));
}
