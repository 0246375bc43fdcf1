/** Adds several fields side by side, in one step; reverting takes them out again. */
import type { FormDocument, FormField } from '@tongban/model';
import type { DesignCommand } from '../design-command.ts';
import type { FieldSpot } from '../field-tree.ts';
import { addField } from './add-field.ts';
import { together } from './together.ts';

/** See the module comment. `before` is what was selected. */
export function addFields(
  form: FormDocument,
  spot: FieldSpot,
  fields: readonly FormField[],
  before: readonly string[],
): DesignCommand | undefined {
  const subjects = fields.map(({ id }) => id);
  return together(
    form,
    { kind: 'addFields', subject: subjects[0] ?? '', subjects, subjectsBefore: before },
    fields.map((field, at) => () => addField({ parentId: spot.parentId, index: spot.index + at }, field)),
  );
}
