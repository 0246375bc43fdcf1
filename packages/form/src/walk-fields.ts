/** Every field of a form in document order, with where it stands. */
import type { FormDocument, FormField, RowsField, SectionField } from '@tongban/model';

/** A field and where it stands. */
export interface FieldPlace {
  readonly field: FormField;
  /** The name under which permissions know it: the field's id, or `rowsId/columnId`. */
  readonly accessId: string;
  /** The sections around it, outermost first. */
  readonly sections: readonly SectionField[];
  /** The repeating field whose column it is. */
  readonly rows?: RowsField;
}

/** All fields, sections and columns of `document`, in document order. */
export function walkFields(document: FormDocument): readonly FieldPlace[] {
  const places: FieldPlace[] = [];
  const walk = (fields: readonly FormField[], sections: readonly SectionField[]): void => {
    for (const field of fields) {
      places.push({ field, accessId: field.id, sections });
      if (field.kind === 'section') walk(field.fields, [...sections, field]);
      if (field.kind === 'rows') {
        for (const column of field.columns) places.push({ field: column, accessId: `${field.id}/${column.id}`, sections, rows: field });
      }
    }
  };
  walk(document.fields, []);
  return places;
}

/** Whether fields of this kind have a value of their own. */
export function hasValue(field: FormField): boolean {
  return field.kind !== 'section' && field.kind !== 'note';
}
