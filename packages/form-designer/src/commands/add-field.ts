/** Adds a field at a place; reverting takes it out again. */
import type { FormField } from '@tongban/model';
import type { DesignCommand } from '../design-command.ts';
import { type FieldSpot, insertField, withoutField } from '../field-tree.ts';

/** See the module comment. `before` is what was selected. */
export function addField(spot: FieldSpot, field: FormField, before = ''): DesignCommand {
  return {
    kind: 'addField',
    subject: field.id,
    subjectBefore: before,
    execute: (form) => insertField(form, spot, field),
    revert: (form) => withoutField(form, field.id),
  };
}
