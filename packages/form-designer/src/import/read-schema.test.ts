import { expect, test } from 'vitest';
import { readSchema } from './read-schema.ts';

test('a form of form-js becomes fields, sections, rows and choices', () => {
  const { fields } = readSchema({
    type: 'default',
    components: [
      { type: 'text', text: '<b>请如实填写</b>' },
      { type: 'textfield', key: 'name', label: '项目名称', validate: { required: true, maxLength: 50 } },
      { type: 'group', label: '联系', components: [{ type: 'number', key: 'count', label: '人数', validate: { min: 1 } }] },
      {
        type: 'radio',
        key: 'kind',
        label: '类型',
        values: [
          { value: 'a', label: '新建' },
          { value: 'b', label: '改建' },
        ],
      },
      { type: 'dynamiclist', path: 'people', label: '人员', components: [{ type: 'textfield', key: 'who', label: '姓名' }] },
      { type: 'button', label: 'Submit' },
    ],
  });
  expect(fields).toMatchObject([
    { kind: 'note', text: { 'zh-CN': '请如实填写' } },
    { kind: 'text', key: 'name', required: true, maxLength: 50 },
    { kind: 'section', fields: [{ kind: 'number', min: 1 }] },
    { kind: 'radio', choices: [{ value: 'a', label: { 'zh-CN': '新建' } }, { value: 'b' }] },
    { kind: 'rows', key: 'people', columns: [{ kind: 'text', key: 'who' }] },
  ]);
  expect(fields).toHaveLength(5);
});

test('a form of Form.io: columns are opened, data grids are rows', () => {
  const { fields } = readSchema({
    display: 'form',
    components: [
      {
        type: 'columns',
        columns: [
          { components: [{ type: 'phoneNumber', key: 'phone', label: '电话' }] },
          { components: [{ type: 'currency', key: 'sum', label: '金额' }] },
        ],
      },
      { type: 'selectboxes', key: 'tags', label: '标签', values: [{ value: 'x', label: 'X' }] },
      { type: 'datagrid', key: 'rows', label: '清单', components: [{ type: 'day', key: 'when', label: '日期' }] },
    ],
  });
  expect(fields.map(({ kind }) => kind)).toEqual(['phone', 'money', 'checkboxes', 'rows']);
});

test('a JSON Schema becomes fields by type, format, enumeration and requirement', () => {
  const { fields, title } = readSchema({
    title: '申请',
    type: 'object',
    required: ['name'],
    properties: {
      name: { type: 'string', title: '名称' },
      when: { type: 'string', format: 'date' },
      many: { type: 'array', items: { enum: ['a', 'b'] } },
      list: { type: 'array', items: { type: 'object', properties: { n: { type: 'integer', minimum: 1 } } } },
      on: { type: 'boolean' },
      'a b': { type: 'object', properties: { x: { enum: ['1', '2'] } } },
    },
  });
  expect(title).toBe('申请');
  expect(fields).toMatchObject([
    { kind: 'text', required: true, label: { 'zh-CN': '名称' } },
    { kind: 'date' },
    { kind: 'checkboxes' },
    { kind: 'rows', columns: [{ kind: 'number', decimals: 0, min: 1 }] },
    { kind: 'radio' },
    { kind: 'section', key: 'a_b', fields: [{ kind: 'radio' }] },
  ]);
});

test('what is no form says so', () => {
  for (const odd of [null, [], { components: [] }, { type: 'object' }, 'x']) {
    expect(() => readSchema(odd)).toThrow(expect.objectContaining({ code: 'FORM_DESIGNER_NOTHING_FOUND' }));
  }
});
