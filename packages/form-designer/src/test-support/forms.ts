/** Real forms of the mock approval, and small ones, for tests. */
import type { FormDocument, FormField } from '@tongban/model';
import applicationJson from '../../../measures/mock-approval/forms/application.form.json' with { type: 'json' };
import circulationJson from '../../../measures/mock-approval/forms/circulation.form.json' with { type: 'json' };

/** F-01, with sixteen fields. */
export const application: FormDocument = applicationJson as unknown as FormDocument;

/** F-04, with rows. */
export const circulation: FormDocument = circulationJson as unknown as FormDocument;

/** A small form around `fields`. */
export function formOf(...fields: readonly FormField[]): FormDocument {
  return { formatVersion: 1, id: 'F-09', key: 'plan', title: { 'zh-CN': '测试表' }, layout: 'bordered', fields };
}

/** A text field whose id is its key. */
export function text(key: string, more: Partial<FormField> = {}): FormField {
  return { kind: 'text', id: key, key, label: { 'zh-CN': key }, ...more } as FormField;
}
