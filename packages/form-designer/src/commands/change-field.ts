/** Changes properties of a field; reverting brings back the field as it was. */
import type { FormDocument, FormField } from '@tongban/model';
import type { DesignCommand } from '../design-command.ts';
import { findField, replaceField } from '../field-tree.ts';

/** Properties to change; `undefined` takes a property away. */
export type FieldChanges = Readonly<Record<string, unknown>>;

/** See the module comment. `undefined` when `form` has no such field. */
export function changeField(form: FormDocument, id: string, changes: FieldChanges): DesignCommand | undefined {
  const before = findField(form, id)?.field;
  if (before === undefined) return undefined;
  const after = withChanges(before, changes) as FormField;
  return {
    kind: 'changeField',
    subject: before.id,
    topic: `${before.id} ${Object.keys(changes).join()}`,
    execute: (now) => replaceField(now, before.id, after),
    revert: (now) => replaceField(now, before.id, before),
  };
}

/** A copy of `holder` with `changes`; what is `undefined` there is left out. */
export function withChanges<Holder extends object>(holder: Holder, changes: FieldChanges): Holder {
  return Object.fromEntries(Object.entries({ ...holder, ...changes }).filter(([, value]) => value !== undefined)) as Holder;
}
