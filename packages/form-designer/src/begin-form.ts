/** A new form: empty, or with the fields of another one. Every field gets an id of its own; keys, and what reads them, stay as they were. */
import type { FormDocument, FormRule, LocalText } from '@tongban/model';
import { placedFields } from './field-tree.ts';
import { newFields } from './new-field.ts';

/** What a form is called. */
export interface FormName {
  readonly id: string;
  readonly key: string;
  readonly title: LocalText;
}

/** See the module comment. */
export function beginForm({ id, key, title }: FormName, from?: FormDocument): FormDocument {
  const empty: FormDocument = { formatVersion: 1, id, key, title, layout: from?.layout ?? 'bordered', fields: [] };
  if (from === undefined) return empty;
  const fields = newFields(empty, undefined, from.fields);
  const { note, steps } = from;
  const form: FormDocument = { ...empty, ...(note === undefined ? {} : { note }), ...(steps === undefined ? {} : { steps }), fields };
  return from.rules === undefined ? form : { ...form, rules: renumbered(form, from.rules) };
}

function renumbered(form: FormDocument, rules: readonly FormRule[]): readonly FormRule[] {
  const taken = new Set(placedFields(form).flatMap(({ field }) => [field.id, ...(field.rules ?? []).map(({ id }) => id)]));
  let number = 0;
  const next = (): string => {
    do number++;
    while (taken.has(`${form.id}.rule${number}`));
    return `${form.id}.rule${number}`;
  };
  return rules.map((rule) => ({ ...rule, id: next() }));
}
