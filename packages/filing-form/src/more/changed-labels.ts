/** What differs between two states of a form, by the labels of its fields. */
import { changesBetween, walkFields } from '@tongban/form';
import { type FormDocument, type FormValues, type Locale, textIn } from '@tongban/model';

/** The labels of the fields in which `before` and `after` differ, in the order of the form. */
export function changedLabels(document: FormDocument, before: FormValues, after: FormValues, locale: Locale): readonly string[] {
  const keys = new Set(changesBetween(before, after, document).map(({ path }) => path.split('[')[0]));
  return walkFields(document).flatMap(({ field, rows }) =>
    rows === undefined && keys.has(field.key) ? [textIn(field.label, locale)] : [],
  );
}
