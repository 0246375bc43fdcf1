/** Puts a copy of a field behind it, with ids and keys of its own; reverting takes the copy out. */
import type { FormDocument } from '@tongban/model';
import type { DesignCommand } from '../design-command.ts';
import { findField, insertField, withoutField } from '../field-tree.ts';
import { copyOfField } from '../new-field.ts';

/** See the module comment. `undefined` when `form` has no such field. */
export function duplicateField(form: FormDocument, id: string): DesignCommand | undefined {
  const placed = findField(form, id);
  if (placed === undefined) return undefined;
  const copy = copyOfField(form, placed);
  return {
    kind: 'duplicateField',
    subject: copy.id,
    subjectBefore: placed.field.id,
    execute: (now) => insertField(now, { parentId: placed.parentId, index: placed.index + 1 }, copy),
    revert: (now) => withoutField(now, copy.id),
  };
}
