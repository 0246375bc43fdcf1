import { expect, test } from 'vitest';
import { clipboardField, clipboardText } from './field-clipboard.ts';
import { text } from './test-support/forms.ts';

test('a field comes back as it was', () => {
  const field = text('a', { required: true });
  expect(clipboardField(clipboardText(field))).toEqual(field);
});

test('other text, and what no form may have, is no field', () => {
  const odd = { ...text('a'), kind: 'nothing' } as never;
  for (const other of ['', 'a', '{"tongban-field":1}', '{"tongban-field":1', clipboardText(odd), clipboardText({ ...text('__proto__') })]) {
    expect(clipboardField(other)).toBeUndefined();
  }
});
