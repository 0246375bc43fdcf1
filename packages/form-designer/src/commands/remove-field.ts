/** Takes a field out with all it holds; reverting puts it back where it was. */
import type { FormDocument } from '@tongban/model';
import type { DesignCommand } from '../design-command.ts';
import { findField, insertField, siblingsIn, withoutField } from '../field-tree.ts';

/** See the module comment. `undefined` when `form` has no such field. */
export function removeField(form: FormDocument, id: string): DesignCommand | undefined {
  const placed = findField(form, id);
  if (placed === undefined) return undefined;
  const { field, parentId, index } = placed;
  const siblings = siblingsIn(form, parentId);
  return {
    kind: 'removeField',
    subject: (siblings[index + 1] ?? siblings[index - 1])?.id ?? parentId ?? '',
    subjectBefore: field.id,
    execute: (now) => withoutField(now, field.id),
    revert: (now) => insertField(now, { parentId, index }, field),
  };
}
