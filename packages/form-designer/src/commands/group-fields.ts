/** Puts several fields into a new section, which stands where the first of them stood; one step. */
import type { FormDocument, LocalText } from '@tongban/model';
import type { DesignCommand } from '../design-command.ts';
import { outermost } from '../field-tree.ts';
import { newField } from '../new-field.ts';
import { addField } from './add-field.ts';
import { moveFields } from './move-fields.ts';
import { together } from './together.ts';

/** See the module comment. `undefined` when the form has none of them, or one is a column of a table. */
export function groupFields(form: FormDocument, ids: readonly string[], label: LocalText): DesignCommand | undefined {
  const placed = outermost(form, ids);
  const [first] = placed;
  if (first === undefined || placed.some(({ around }) => around.some(({ kind }) => kind === 'rows'))) return undefined;
  const { parentId, index } = first;
  const section = newField(form, parentId, { key: 'group1', kind: 'section', label, fields: [] });
  const inside = placed.map(({ field }) => field.id);
  return together(form, { kind: 'groupFields', subject: section.id, subjectsBefore: inside }, [
    () => addField({ parentId, index }, section),
    (now) => moveFields(now, inside, { parentId: section.id, index: 0 }),
  ]);
}
