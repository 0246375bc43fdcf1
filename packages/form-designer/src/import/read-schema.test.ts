import { expect, test } from 'vitest';
import notice from '../../../measures/forms/F-07.form.json' with { type: 'json' };
import { importFields } from '../commands/import-fields.ts';
import { formOf, text } from '../test-support/forms.ts';
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

test('conditions in FEEL and simple ones come as well; what asks for a tick, or is code, stays behind', () => {
  const { fields } = readSchema({
    components: [
      { type: 'number', key: 'sum', label: '金额' },
      { type: 'checkbox', key: 'agree', label: '同意' },
      { type: 'textfield', key: 'why', label: '理由', conditional: { hide: '=sum = 5' }, readonly: '=sum > 9' },
      { type: 'textfield', key: 'more', label: '补充', conditional: { hide: '=sum < 5 or why = null' }, readonly: true },
      { type: 'textfield', key: 'tick', label: '勾选后', conditional: { hide: '=not(agree)' } },
      { type: 'expression', key: 'double', label: '两倍', expression: '=sum * 2' },
      { type: 'textfield', key: 'io', label: 'io', conditional: { show: 'true', when: 'sum', eq: '5' }, calculateValue: 'value = 1' },
      { type: 'textfield', key: 'odd', label: 'odd', conditional: { show: true, when: 'a.b', eq: 'x' }, readonly: '=sum >' },
    ],
  });
  const asked = fields.map(({ visible, readOnly, computed }) => [visible, readOnly, computed].filter((one) => one !== undefined));
  expect(asked).toEqual([[], [], ['sum != 5', 'sum > 9'], ['not(sum < 5 or why = null)', true], [], ['sum * 2'], ['sum = "5"'], []]);
});

test('a document of ours comes as a whole, under the names of the form it comes into', () => {
  const guess = readSchema(notice);
  const form = formOf(text('a'));
  const command = importFields(form, { note: undefined, ...guess, document: guess.document, fields: guess.fields }, 'replace');
  const made = command.execute(form);
  expect(made).toMatchObject({ id: form.id, key: form.key, title: notice.title, layout: 'stacked' });
  expect(made.rules).toMatchObject([{ test: notice.rules[0]?.test, message: notice.rules[0]?.message }]);
  expect(made.fields[0]).toMatchObject({ id: 'F-09.filingNumber', label: notice.fields[0]?.label });
  expect(command.revert(made)).toBe(form);
});

test('what is no form says so', () => {
  for (const odd of [null, [], { components: [] }, { type: 'object' }, 'x']) {
    expect(() => readSchema(odd)).toThrow(expect.objectContaining({ code: 'FORM_DESIGNER_NOTHING_FOUND' }));
  }
});
