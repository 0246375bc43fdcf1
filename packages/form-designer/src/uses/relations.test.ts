import { expect, test } from 'vitest';
import { flowAround } from '../read-flow.ts';
import { application, circulation, formOf, text } from '../test-support/forms.ts';
import { mockContext } from '../test-support/measure.ts';
import { deadFields, relationsOf } from './relations.ts';

const radio = {
  kind: 'radio',
  id: 'land',
  key: 'land',
  label: { 'zh-CN': '用地' },
  choices: [
    { value: 'yes', label: { 'zh-CN': '有' } },
    { value: 'no', label: { 'zh-CN': '无' } },
  ],
} as const;

test('who reads whom: conditions, formulas, rules, rows, lists of materials', () => {
  const rows = {
    kind: 'rows',
    id: 'rows',
    key: 'rows',
    label: { 'zh-CN': '清单' },
    ownerKey: 'who',
    columns: [text('who'), text('price', { visible: 'row.who != null and land = "yes"' })],
  } as const;
  const form = {
    ...formOf(radio, text('a', { visible: 'land = "yes"', required: 'a2 != null' }), text('a2', { computed: 'sum(rows.price)' }), rows),
    rules: [
      { id: 'r1', test: 'a != a2', message: { 'zh-CN': '不能相同' }, fields: ['a'] },
      { id: 'r2', test: 'land != null', message: { 'zh-CN': '请选择' } },
    ],
  };
  const { relations } = relationsOf(form, { forms: [] });
  expect(relations.map(({ from, to, kind }) => `${from} > ${to} ${kind}`).sort()).toEqual([
    'a2 > a required',
    'a2 > a test',
    'land >  test',
    'land > a visible',
    'land > price visible',
    'price > a2 computed',
    'rows > a2 computed',
    'who > price visible',
    'who > rows ownerKey',
  ]);
});

test('fields that never show: a condition that is never true, or asks for a choice that there is not', () => {
  const dead = (visible: string) => {
    const form = formOf(radio, text('a', { visible }));
    return deadFields(form, { forms: [] }, relationsOf(form, { forms: [] })).map(({ reason }) => reason);
  };
  expect(dead('false')).toEqual(['neverShown']);
  expect(dead('1 > 2')).toEqual(['neverShown']);
  expect(dead('land = "maybe"')).toEqual(['neverShown']);
  expect(dead('land != null and land = "maybe"')).toEqual(['neverShown']);
  expect(dead('land = "yes"')).toEqual([]);
  expect(dead('land != "maybe"')).toEqual([]);
  expect(dead('today() > date("2030-01-01")')).toEqual([]);
  expect(dead('true')).toEqual([]);
});

test('fields that no task fills in, none shows, or nothing looks at afterwards', async () => {
  const flow = await flowAround(mockContext);
  const around = { ...mockContext, flow: flow! };
  const of = (form: typeof application) =>
    deadFields(form, around, relationsOf(form, around)).map(({ fieldId, reason }) => `${fieldId} ${reason}`);
  expect(of(application)).toEqual([]);
  expect(of(circulation)).toEqual([]);
  const form = formOf(text('typed'), text('kept'), text('unwritten'), text('unseen'), text('used'), text('sum', { computed: 'used' }));
  const task = (id: string, access: 'write' | 'read' | 'hidden', fields: Readonly<Record<string, 'write' | 'read' | 'hidden'>>) =>
    ({ id, kind: 'userTask', name: id, extension: { filings: [{ form: form.id, access, fields }] } }) as const;
  const nodes = [
    task('file', 'write', { unwritten: 'read', unseen: 'hidden', sum: 'read' }),
    task('decide', 'hidden', { typed: 'read', unwritten: 'read', sum: 'read' }),
  ];
  const process = { id: 'p', executable: true, lanes: [], nodes, flows: [] };
  const small = { ...flow!, processes: [process] };
  const found = deadFields(form, { forms: [], flow: small }, relationsOf(form, { forms: [] }));
  expect(found.map(({ fieldId, reason }) => `${fieldId} ${reason}`)).toEqual([
    'kept neverRead',
    'unwritten neverWritten',
    'unseen neverSeen',
  ]);
});

test('what other forms, flow and documents read is named', () => {
  const { outside } = relationsOf(application, mockContext);
  const ofName = outside.filter(({ fieldId }) => fieldId === 'F-01.projectName');
  expect(new Set(ofName.map(({ part }) => part))).toEqual(new Set(['form', 'flow', 'document', 'scenario', 'manifest']));
});
