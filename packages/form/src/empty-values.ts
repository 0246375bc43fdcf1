/** The values of a form nobody has written in: nothing but the rows that must be there. */
import type { FormDocument, FormValues, Json } from '@tongban/model';
import { walkFields } from './walk-fields.ts';

/** The values to start with: as many empty rows as a repeating field needs at least. */
export function emptyValues(document: FormDocument): FormValues {
  const values: Record<string, Json> = {};
  for (const { field, rows } of walkFields(document)) {
    if (rows !== undefined || field.kind !== 'rows' || field.extensible === false || (field.minRows ?? 0) === 0) continue;
    values[field.key] = Array.from({ length: Math.min(field.minRows ?? 0, 100) }, (_, index) => ({ rowId: `r${index + 1}` }));
  }
  return values;
}
