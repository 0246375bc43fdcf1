import { expect, test } from 'vitest';
import { jsonSchemaOf } from './json-schema-of.ts';
import { formOf, text } from './test-support/forms.ts';

test('values are described by key, rows with their ids, and what is asked on a condition is optional', () => {
  const schema = jsonSchemaOf(
    formOf(
      text('name', { required: true, maxLength: 20 }),
      text('why', { required: true, visible: 'name != null' }),
      { kind: 'date', id: 'd', key: 'day', label: { 'zh-CN': '日期' } },
      { kind: 'rows', id: 'r', key: 'list', label: { 'zh-CN': '清单' }, columns: [text('cell')] },
    ),
  );
  expect(schema).toMatchObject({
    type: 'object',
    required: ['name'],
    properties: {
      name: { type: 'string', maxLength: 20 },
      day: { type: 'object' },
      list: { items: { properties: { rowId: {}, cell: {} } } },
    },
  });
});
