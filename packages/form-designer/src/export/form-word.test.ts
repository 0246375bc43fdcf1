import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { application, circulation, formOf } from '../test-support/forms.ts';
import { formWord } from './form-word.ts';

const around = { items: [], locale: 'zh-CN' } as const;
const documentOf = (form: typeof application) => strFromU8(unzipSync(formWord(form, around))['word/document.xml']!);

test('every label of a form stands in its Word file, ruled over four columns, rows and all', () => {
  for (const form of [application, circulation]) {
    const xml = documentOf(form);
    for (const field of form.fields) expect(xml).toContain(field.label['zh-CN']);
    expect(xml.match(/<w:tbl>/g)?.length).toBe(xml.match(/<\/w:tbl>/g)?.length);
    for (const row of xml.match(/<w:tr>(?:(?!<w:tbl>).)*?<\/w:tr>/g) ?? []) expect(row).toMatch(/<w:tc>/);
  }
  expect(documentOf(circulation)).toContain('审批部门');
});

test('the same form gives the same bytes; signs of XML are written as text', () => {
  const form = formOf({
    kind: 'radio',
    id: 'a',
    key: 'a',
    label: { 'zh-CN': '<甲> & 乙' },
    choices: [{ value: 'y', label: { 'zh-CN': '是' } }],
  });
  expect(formWord(form, around)).toEqual(formWord(form, around));
  expect(documentOf(form)).toContain('&lt;甲&gt; &amp; 乙');
  expect(documentOf(form)).toContain('□是');
});
