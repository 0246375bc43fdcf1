import type { FormDocument, FormField } from '@tongban/model';
import { expect, test } from 'vitest';
import { diffForms, type FormChange } from './diff-forms.ts';

const text = (id: string, rest: Partial<FormField> = {}): FormField =>
  ({ kind: 'text', id, key: id, label: { 'zh-CN': id }, ...rest }) as FormField;

const form = (fields: readonly FormField[], rest: Partial<FormDocument> = {}): FormDocument => ({
  formatVersion: 1,
  id: 'F',
  key: 'form',
  title: { 'zh-CN': '表' },
  layout: 'bordered',
  fields,
  ...rest,
});

const short = (changes: readonly FormChange[]): readonly string[] =>
  changes.map(({ kind, id, properties }) => [kind, id || 'form', ...properties.map(({ property }) => property)].join(' '));

test('OV6 a field is the same when its id is the same, whatever its key, label or place', () => {
  const section = (...fields: readonly FormField[]): FormField => ({ kind: 'section', id: 's', key: 's', label: { 'zh-CN': 's' }, fields });
  const before = form([text('a'), section(text('b'))]);
  const after = form([section(text('a', { key: 'name' })), text('b')]);
  expect(short(diffForms(before, after))).toEqual(['changed a key', 'moved b']);
});

test('OV7 the fewest fields are moved that explain the new order', () => {
  const before = form(['a', 'b', 'c', 'd', 'e'].map((id) => text(id)));
  expect(short(diffForms(before, form(['e', 'a', 'b', 'c', 'd'].map((id) => text(id)))))).toEqual(['moved e']);
  expect(short(diffForms(before, form(['a', 'x', 'c', 'd', 'e'].map((id) => text(id)))))).toEqual(['added x', 'removed b']);
});

test('OV8 the form itself, columns and rules are compared like fields, each change with both values', () => {
  const rows = (...columns: readonly FormField[]): FormField => ({ kind: 'rows', id: 'r', key: 'r', label: { 'zh-CN': 'r' }, columns });
  const rule = { id: 'r1', test: 'a > 1', message: { 'zh-CN': '太小' } };
  const before = form([rows(text('c')), text('a', { rules: [rule] })]);
  const after = form([rows(text('c', { required: true }), text('d')), text('a', { rules: [{ ...rule, test: 'a > 2' }] })], {
    layout: 'stacked',
  });
  const changes = diffForms(before, after);
  expect(short(changes)).toEqual(['changed form layout', 'changed c required', 'added d', 'changed r1 test']);
  expect(changes[1]?.properties).toEqual([{ property: 'required', before: undefined, after: true }]);
});

test('OV9 equal forms have no changes, and turning the comparison round exchanges added with removed', () => {
  const before = form([text('a'), text('b', { required: true }), text('c')]);
  const after = form([text('c'), text('b'), text('d')]);
  expect(diffForms(before, form([...before.fields]))).toEqual([]);
  const turned = { added: 'removed', removed: 'added', changed: 'changed', moved: 'moved' } as const;
  const there = diffForms(before, after).map(({ kind, id }) => `${turned[kind]} ${id}`);
  const back = diffForms(after, before).map(({ kind, id }) => `${kind} ${id}`);
  const exchanged = (list: readonly string[]) => list.filter((each) => !each.startsWith('moved')).sort();
  expect(exchanged(there)).toEqual(exchanged(back));
});
