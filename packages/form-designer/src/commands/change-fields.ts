/** Changes the same property of several fields, in one step. */
import type { FormDocument } from '@tongban/model';
import type { DesignCommand } from '../design-command.ts';
import { changeField, type FieldChanges } from './change-field.ts';
import { together } from './together.ts';

/** See the module comment. `undefined` when the form has none of them. */
export function changeFields(form: FormDocument, ids: readonly string[], changes: FieldChanges): DesignCommand | undefined {
  return together(
    form,
    { kind: 'changeFields', subject: ids[0] ?? '', subjects: ids, subjectsBefore: ids },
    ids.map((id) => (now) => changeField(now, id, changes)),
  );
}
