/** Gives a field another key, and on request changes what reads it, in this form and in the rest of the measure, in one step. */
import type { FormDocument } from '@tongban/model';
import type { DesignCommand } from '../design-command.ts';
import { findField, replaceField } from '../field-tree.ts';
import { withKeyRenamed } from '../uses/key-uses.ts';
import { withChanges } from './change-field.ts';

/** See the module comment. `undefined` when `form` has no such field. */
export function renameKey(form: FormDocument, id: string, key: string, withUses: boolean): DesignCommand | undefined {
  const placed = findField(form, id);
  if (placed === undefined) return undefined;
  const before = form;
  const read = withUses ? withKeyRenamed(form, placed, key) : form;
  const field = findField(read, placed.field.id)?.field ?? placed.field;
  const after = replaceField(read, field.id, withChanges(field, { key }));
  return {
    kind: 'renameKey',
    subject: field.id,
    ...(withUses ? { renames: { fieldId: field.id, from: placed.field.key, to: key } } : {}),
    execute: () => after,
    revert: () => before,
  };
}
