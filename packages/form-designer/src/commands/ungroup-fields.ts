/** Takes a section away and leaves its fields in its place; the condition of the section becomes theirs. One step. */
import type { FormDocument } from '@tongban/model';
import type { DesignCommand } from '../design-command.ts';
import { findField } from '../field-tree.ts';
import { changeField } from './change-field.ts';
import { moveFields } from './move-fields.ts';
import { removeField } from './remove-field.ts';
import { together } from './together.ts';

/** See the module comment. `undefined` when `id` is no section with fields. */
export function ungroupFields(form: FormDocument, id: string): DesignCommand | undefined {
  const placed = findField(form, id);
  if (placed?.field.kind !== 'section' || placed.field.fields.length === 0) return undefined;
  const { parentId, index } = placed;
  const { fields, visible: shown } = placed.field;
  const inside = fields.map((field) => field.id);
  const asShown =
    shown === undefined
      ? []
      : fields.map((field) => (now: FormDocument) => {
          const visible = field.visible === undefined ? shown : `(${shown}) and (${field.visible})`;
          return changeField(now, field.id, { visible });
        });
  return together(form, { kind: 'ungroupFields', subject: inside[0] ?? '', subjects: inside, subjectsBefore: [id] }, [
    ...asShown,
    (now) => moveFields(now, inside, { parentId, index }),
    (now) => removeField(now, id),
  ]);
}
