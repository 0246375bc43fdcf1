/** The steps of a form: each section of the form itself, with what stands loose behind it; what stands loose in front goes with the first. */
import type { FormDocument, FormField, LocalText } from '@tongban/model';

/** One step. */
export interface FormStep {
  readonly id: string;
  readonly title: LocalText;
  /** The section and the loose fields, as they stand in the document. */
  readonly fields: readonly FormField[];
  /** The fields to be shown: those of the section, which gives the step its title, and the loose ones. */
  readonly shown: readonly FormField[];
  /** The keys of all fields in it. */
  readonly keys: ReadonlySet<string>;
}

/** The steps of `document`, in order; a form without sections is one step. */
export function stepsOf(document: FormDocument): readonly FormStep[] {
  const groups: FormField[][] = [];
  for (const field of document.fields) {
    const last = groups.at(-1);
    if (last === undefined || (field.kind === 'section' && last.some(({ kind }) => kind === 'section'))) groups.push([field]);
    else last.push(field);
  }
  return groups.map((fields): FormStep => {
    const section = fields.find(({ kind }) => kind === 'section');
    return {
      id: section?.id ?? document.id,
      title: section?.label ?? document.title,
      fields,
      shown: fields.flatMap((field) => (field.kind === 'section' ? field.fields : [field])),
      keys: new Set(keysIn(fields)),
    };
  });
}

/** The keys of `fields` and of all inside their sections. */
export function keysIn(fields: readonly FormField[]): readonly string[] {
  return fields.flatMap((field) => [field.key, ...(field.kind === 'section' ? keysIn(field.fields) : [])]);
}
