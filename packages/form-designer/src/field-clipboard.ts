/** A field on the clipboard, so that it can be pasted into another form; ids and keys are made anew there. */
import { checkForm } from '@tongban/form';
import { type FormDocument, type FormField, isJsonObject } from '@tongban/model';

const MARK = 'tongban-field';

/** The text that stands for `field`. */
export function clipboardText(field: FormField): string {
  return JSON.stringify({ [MARK]: 1, field });
}

/** The field that `text` stands for; undefined when it is some other text, or a field that no form may have. */
export function clipboardField(text: string): FormField | undefined {
  if (!text.includes(MARK) || text.length > 1_000_000) return undefined;
  try {
    const found: unknown = JSON.parse(text);
    const field = isJsonObject(found) && found[MARK] === 1 ? found['field'] : undefined;
    return isJsonObject(field) && isUsable(field as unknown as FormField) ? (field as unknown as FormField) : undefined;
  } catch {
    return undefined;
  }
}

/** A list of materials may follow items that the other form has not: that is said there, beside the field. */
function isUsable(field: FormField): boolean {
  const form: FormDocument = { formatVersion: 1, id: 'F', key: 'form', title: { 'zh-CN': '表单' }, layout: 'stacked', fields: [field] };
  return checkForm(form).every(({ severity, code }) => severity !== 'error' || code === 'FORM_KEY_NOT_FOUND');
}
