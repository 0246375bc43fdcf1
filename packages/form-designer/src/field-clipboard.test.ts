import { expect, test } from 'vitest';
import { clipboardFields, clipboardText } from './field-clipboard.ts';
import { text } from './test-support/forms.ts';

test('fields come back as they were', () => {
  const fields = [text('a', { required: true }), text('b')];
  expect(clipboardFields(clipboardText(fields))).toEqual(fields);
});

test('other text, and what no form may have, are no fields', () => {
  const odd = [{ ...text('a'), kind: 'nothing' } as never];
  const others = [
    '',
    'a',
    '{"tongban-fields":1}',
    '{"tongban-fields":1',
    clipboardText([]),
    clipboardText(odd),
    clipboardText([text('__proto__')]),
  ];
  for (const other of others) expect(clipboardFields(other)).toBeUndefined();
});
