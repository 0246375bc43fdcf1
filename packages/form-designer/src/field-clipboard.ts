/**
 * Fields on their way from one form to another, also in another window: as text on the clipboard, and kept in the page's own storage, from
 * where a button pastes them (a page may not read the clipboard). Their ids and keys are made anew there.
 */
import { checkForm } from '@tongban/form';
import { type FormDocument, type FormField, isJsonObject } from '@tongban/model';

const MARK = 'tongban-fields';
const KEY = 'tongban.form-clipboard';
const LIMIT = 1_000_000;

/** The text that stands for `fields`. */
export function clipboardText(fields: readonly FormField[]): string {
  return JSON.stringify({ [MARK]: 1, fields });
}

/** The fields that `text` stands for; undefined when it is some other text, or holds a field that no form may have. */
export function clipboardFields(text: string): readonly FormField[] | undefined {
  if (!text.includes(MARK) || text.length > LIMIT) return undefined;
  try {
    const found: unknown = JSON.parse(text);
    const fields = isJsonObject(found) && found[MARK] === 1 ? found['fields'] : undefined;
    return Array.isArray(fields) && fields.length > 0 && areUsable(fields) ? fields : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps `text` for the other designers of this site. */
export function keepCopied(text: string): void {
  try {
    if (text.length <= LIMIT) localStorage.setItem(KEY, text);
  } catch {
    // storage is off or full: the clipboard still has it
  }
}

/** What was copied last in any designer of this site. */
export function copiedFields(): readonly FormField[] | undefined {
  try {
    return clipboardFields(localStorage.getItem(KEY) ?? '');
  } catch {
    return undefined;
  }
}

/** Columns may stand alone here, and a list of materials may follow items that the other form has not: that is said there, beside the field. */
function areUsable(fields: readonly unknown[]): fields is readonly FormField[] {
  const form = { formatVersion: 1, id: 'F', key: 'form', title: { 'zh-CN': '表单' }, layout: 'stacked', fields } as unknown as FormDocument;
  return checkForm(form).every(({ severity, code }) => severity !== 'error' || code === 'FORM_KEY_NOT_FOUND' || code === 'FORM_KEY_TWICE');
}
