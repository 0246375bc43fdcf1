/**
 * Leaves out of a submission what its sender saw but did not change. While a department fills in its row, others write theirs: the
 * page then hands in their rows as they were, which is no attempt to write them. A value that the person may not write is left out
 * when it is the one that some earlier version of the form held; anything else stays, and is refused.
 */
import type { FormContext, OpenForm } from '@tongban/form';
import { type FormValues, isJsonObject, type Json, type JsonObject } from '@tongban/model';
import { type LiveCase, valuesOf } from '../engine/live-case.ts';
import type { CaseStore } from '../store/store.ts';

/** How far back a page may be. */
const MOST_VERSIONS = 100;

/** `submitted` without values that are only old. */
export async function withoutStale(
  cases: CaseStore,
  live: LiveCase,
  form: OpenForm,
  submitted: FormValues,
  context: FormContext,
): Promise<FormValues> {
  const { key } = form.document;
  const stored = valuesOf(live.state, key);
  const { fields } = form.verdict(stored, context);
  // What is hidden from the sender was never seen: a guess at it is no stale value.
  const seen = (await earlierValues(cases, live, key)).map((values) => form.redact(values, context));
  const writable = (path: string): boolean => fields.get(path)?.readOnly === false;
  const entries = Object.entries(submitted).flatMap(([name, value]): readonly (readonly [string, Json])[] => {
    const now = stored[name] ?? null;
    if (isRows(value) && isRows(now)) return [[name, value.map((row) => freshRow(name, row, now, seen, writable))]];
    const stale = !writable(name) && seen.some((values) => same(values[name] ?? null, value));
    return stale ? [] : [[name, value]];
  });
  return Object.fromEntries(entries);
}

// helpers

type Row = JsonObject;

async function earlierValues(cases: CaseStore, live: LiveCase, key: string): Promise<readonly FormValues[]> {
  const last = live.state.data[key]?.version ?? 0;
  const found: FormValues[] = [];
  for (let version = last; version > 0 && version > last - MOST_VERSIONS; version--) {
    const row = await cases.data(live.tenant, live.caseId, key, version);
    if (row !== undefined) found.push(row.values);
  }
  return found;
}

// The row as it now is, when it was handed in as it once was and is not this person's to write.
function freshRow(name: string, row: Row, now: readonly Row[], seen: readonly FormValues[], writable: (path: string) => boolean): Row {
  const at = now.findIndex((one) => one['rowId'] === row['rowId']);
  const current = now[at];
  if (current === undefined || writable(`${name}[${at}]`)) return row;
  const wasSo = seen.some((values) => {
    const rows = values[name] ?? null;
    return isRows(rows) && rows.some((one) => one['rowId'] === row['rowId'] && within(row, one));
  });
  return wasSo ? { rowId: row['rowId'] as Json } : row;
}

// Hidden columns are not handed in.
function within(part: Row, whole: Row): boolean {
  return Object.entries(part).every(([name, value]) => same(value, whole[name] ?? null));
}

function isRows(value: Json): value is readonly Row[] {
  return Array.isArray(value) && value.length > 0 && value.every((row) => isJsonObject(row) && typeof row['rowId'] === 'string');
}

function same(a: Json, b: Json): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, part]) => part !== null);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, part]) => `${JSON.stringify(name)}:${canonical(part)}`)
    .join()}}`;
}
