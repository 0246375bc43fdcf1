/** An edit of a form that can be taken back. */
import type { FormDocument } from '@tongban/model';

/** `revert` undoes `execute` exactly, on the document that `execute` gave. */
export interface DesignCommand {
  readonly kind:
    | 'addField'
    | 'addFields'
    | 'removeField'
    | 'removeFields'
    | 'moveField'
    | 'moveFields'
    | 'changeField'
    | 'changeFields'
    | 'changeForm'
    | 'changeTexts'
    | 'duplicateFields'
    | 'groupFields'
    | 'ungroupFields'
    | 'renameKey'
    | 'importFields';
  /** The field that is selected once it is done; empty for the form itself. */
  readonly subject: string;
  /** What is selected once it is taken back, when that is another one. */
  readonly subjectBefore?: string;
  /** The same for several fields. */
  readonly subjects?: readonly string[];
  readonly subjectsBefore?: readonly string[];
  /** The key that changes in the rest of the measure as well. */
  readonly renames?: { readonly fieldId: string; readonly from: string; readonly to: string };
  /** Edits of the same topic write the same place; those that follow one another are one step, e.g. letters typed into one box. */
  readonly topic?: string;
  execute(form: FormDocument): FormDocument;
  revert(form: FormDocument): FormDocument;
}
