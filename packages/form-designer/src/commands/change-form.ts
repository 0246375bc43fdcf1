/** Changes what belongs to the form itself: title, note, layout; reverting brings back what it was. */
import type { FormDocument } from '@tongban/model';
import type { DesignCommand } from '../design-command.ts';
import { type FieldChanges, withChanges } from './change-field.ts';

/** See the module comment. */
export function changeForm(form: FormDocument, changes: FieldChanges): DesignCommand {
  const names = Object.keys(changes);
  const before = Object.fromEntries(names.map((name) => [name, (form as unknown as FieldChanges)[name]]));
  return {
    kind: 'changeForm',
    subject: '',
    topic: `form ${names.join()}`,
    execute: (now) => withChanges(now, changes),
    revert: (now) => withChanges(now, before),
  };
}
