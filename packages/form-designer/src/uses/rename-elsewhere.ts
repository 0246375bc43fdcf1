/** The files of the measure beside the form itself that change when one of its fields gets another key: other forms, flow, tables, documents, samples. */
import type { FormDocument, MeasureSources } from '@tongban/model';
import { findField } from '../field-tree.ts';
import type { FormDesignContext } from '../form-design-context.ts';
import { sameJson } from '../same-json.ts';
import { withForeignKeyRenamed } from './key-uses.ts';
import { measureRenamed, sortedJson } from './measure-uses.ts';

/** Their new texts by path; empty when the host handed over no sources. `form` may have the field under either key. */
export function renamedElsewhere(
  { manifest, sources }: FormDesignContext,
  form: FormDocument,
  { fieldId, from, to }: { readonly fieldId: string; readonly from: string; readonly to: string },
): MeasureSources {
  const found = findField(form, fieldId);
  if (manifest === undefined || sources === undefined || found === undefined) return {};
  const placed = { ...found, field: { ...found.field, key: from } };
  const forms = manifest.parts.forms.flatMap((path): readonly (readonly [string, string])[] => {
    const other = formIn(sources[path]);
    if (other === undefined || other.id === form.id) return [];
    const renamed = withForeignKeyRenamed(other, form, placed, to);
    return sameJson(other, renamed) ? [] : [[path, sortedJson(renamed)]];
  });
  return { ...Object.fromEntries(forms), ...measureRenamed(sources, manifest, { form, placed }, to) };
}

function formIn(text: string | undefined): FormDocument | undefined {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as FormDocument);
  } catch {
    return undefined;
  }
}
