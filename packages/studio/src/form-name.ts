/** What a new form of a measure may be called: a free id like F-09, and a key that nothing else has. */
import { FEEL_FUNCTION_NAMES, type FormDocument, isSafeName } from '@tongban/model';

/** Why a name is refused; the name of its sentence. */
export type FormNameFault = 'formIdShape' | 'formIdTaken' | 'formKeyShape' | 'formKeyReserved' | 'formKeyTaken';

const ID = /^[A-Za-z][A-Za-z0-9_-]{0,39}$/;
const KEY = /^[\p{L}_][\p{L}\p{N}_]{0,39}$/u;
const RESERVED: ReadonlySet<string> = new Set(['row', 'value', 'parameters', 'case', 'actor', 'item', 'lists']);

/** The first id `F-NN` that no form of `forms` has. */
export function freeFormId(forms: readonly FormDocument[], wish?: string): string {
  const taken = new Set(forms.map(({ id }) => id.toLowerCase()));
  if (wish !== undefined && !taken.has(wish.toLowerCase())) return wish;
  let number = 1;
  while (taken.has(idOf(number).toLowerCase())) number++;
  return idOf(number);
}

/** `wish`, or with a number behind it where another form has that key. */
export function freeFormKey(forms: readonly FormDocument[], wish: string = 'form'): string {
  const taken = new Set(forms.map(({ key }) => key));
  if (!taken.has(wish)) return wish;
  let number = 2;
  while (taken.has(`${wish}${number}`)) number++;
  return `${wish}${number}`;
}

/** `undefined` when a new form beside `forms` may have `id`. Its file is named after it, so that case alone makes no difference. */
export function checkFormId(forms: readonly FormDocument[], id: string): FormNameFault | undefined {
  if (!ID.test(id) || !isSafeName(id)) return 'formIdShape';
  return forms.some((form) => form.id.toLowerCase() === id.toLowerCase()) ? 'formIdTaken' : undefined;
}

/** `undefined` when a new form beside `forms` may have `key`. */
export function checkFormKey(forms: readonly FormDocument[], key: string): FormNameFault | undefined {
  if (!KEY.test(key) || !isSafeName(key)) return 'formKeyShape';
  if (RESERVED.has(key) || FEEL_FUNCTION_NAMES.includes(key)) return 'formKeyReserved';
  return forms.some((form) => form.key === key) ? 'formKeyTaken' : undefined;
}

function idOf(number: number): string {
  return `F-${String(number).padStart(2, '0')}`;
}
