/** That a value changed in this round, and what it was before: beside the old one stands what is typed now. */
import { type FormField, isJsonObject, type Json, type RowsField } from '@tongban/model';
import type { JSX } from 'react';
import type { RowPlace } from '../filing-model.ts';
import { type Scope, useScope } from './scope.ts';
import { plainText, ValueText } from './value-text.tsx';

/** Kinds whose value is no line of text. */
const IN_PARTS: ReadonlySet<FormField['kind']> = new Set(['opinion', 'signature', 'seal', 'clause', 'materials', 'items']);

/** What the field or cell held before this round, when it holds something else now. */
export function beforeOf(
  { before, mode }: Scope,
  field: FormField,
  now: Json,
  row?: { readonly of: string; readonly place: RowPlace },
): Json | undefined {
  if (before === undefined || mode === 'print' || field.kind === 'rows') return undefined;
  const known = row === undefined ? before.valueAt(field.key) : before.rowAt(row.of, row.place.rowId);
  // a new row is marked as a whole
  if (known === undefined) return undefined;
  const then = row !== undefined && isJsonObject(known) ? (known[field.key] ?? null) : known;
  // what is worked out need not have been kept
  if (then === null && field.computed !== undefined) return undefined;
  return comparable(then) === comparable(now) ? undefined : then;
}

/** The mark; both values show when one points at it. */
export function ChangedBadge({ field, then, now }: { readonly field: FormField; readonly then: Json; readonly now: Json }): JSX.Element {
  const { say, locale } = useScope();
  const text = (value: Json): string => plainText(field, value, locale) || say('empty');
  return (
    <span className="badge yellow changed" title={IN_PARTS.has(field.kind) ? undefined : `${text(then)} → ${text(now)}`}>
      {say('changed')}
    </span>
  );
}

/** The old value, for everybody. */
export function BeforeLine({ id, field, then }: { readonly id: string; readonly field: FormField; readonly then: Json }): JSX.Element {
  const { say, locale } = useScope();
  return (
    <div className="before" id={id}>
      {IN_PARTS.has(field.kind) ? (
        <>
          {say('before', { value: '' })}
          <ValueText field={field} value={then} />
        </>
      ) : (
        say('before', { value: plainText(field, then, locale) || say('empty') })
      )}
    </div>
  );
}

/** The rows that were there before this round. */
export function GoneRows({ field, rows }: { readonly field: RowsField; readonly rows: readonly RowPlace[] }): JSX.Element | null {
  const { before, mode, say, locale } = useScope();
  const gone = mode === 'print' ? [] : (before?.goneFrom(field.key, new Set(rows.map(({ rowId }) => rowId))) ?? []);
  if (gone.length === 0) return null;
  const cells = (row: (typeof gone)[number]) => field.columns.map((column) => plainText(column, row[column.key] ?? null, locale));
  return (
    <div className="before">
      {say('rowsGone')}
      <ul>
        {gone.map((row) => (
          <li key={String(row['rowId'])}>
            {cells(row)
              .filter((text) => text !== '')
              .join(' · ') || say('empty')}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Equal values give equal text: what is empty is nothing, and a number is the number however it is kept. */
function comparable(value: Json): string {
  return JSON.stringify(value, (_key, entry: Json) => {
    if (entry === '' || (Array.isArray(entry) && entry.length === 0)) return null;
    if (typeof entry === 'number') return { $decimal: String(entry) };
    if (!isJsonObject(entry)) return entry;
    return Object.fromEntries(
      Object.entries(entry)
        .filter(([, part]) => part !== null && part !== '')
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  });
}
