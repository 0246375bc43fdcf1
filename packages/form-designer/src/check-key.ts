/** Whether a key may be given to a field, and if not, why; the sentence is said where the key is typed. */

import type { FormDocument } from '@tongban/model';
import { FEEL_FUNCTION_NAMES, isSafeName } from '@tongban/model';
import { findField, placedFields } from './field-tree.ts';

/** Why a key is refused; the name of its sentence. */
export type KeyFault = 'keyEmpty' | 'keyForbidden' | 'keyShape' | 'keyReserved' | 'keyTaken';

const RESERVED: ReadonlySet<string> = new Set(['row', 'rowId', 'value', 'parameters', 'case', 'actor']);
const SHAPE = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** `undefined` when the field `id` may have `key`. */
export function checkKey(form: FormDocument, id: string, key: string): KeyFault | undefined {
  if (key === '') return 'keyEmpty';
  if (!isSafeName(key)) return 'keyForbidden';
  if (!SHAPE.test(key)) return 'keyShape';
  if (RESERVED.has(key) || FEEL_FUNCTION_NAMES.includes(key)) return 'keyReserved';
  return keysBeside(form, id).has(key) ? 'keyTaken' : undefined;
}

/** The keys of the fields among which the key of the field `id` must be the only one: its columns, or the whole form. */
export function keysBeside(form: FormDocument, id: string): ReadonlySet<string> {
  const rows = rowsAround(form, id);
  return new Set(
    placedFields(form)
      .filter((placed) => placed.field.id !== id && placed.around.find(({ kind }) => kind === 'rows')?.id === rows)
      .map(({ field }) => field.key),
  );
}

function rowsAround(form: FormDocument, id: string): string | undefined {
  return findField(form, id)?.around.find(({ kind }) => kind === 'rows')?.id;
}
