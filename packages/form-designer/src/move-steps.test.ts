import { expect, test } from 'vitest';
import { findField } from './field-tree.ts';
import { spotAfter, stepSpot } from './move-steps.ts';
import { application, formOf, text } from './test-support/forms.ts';

test('steps go into sections and out of them, and stop at the edges', () => {
  const section = { kind: 'section', id: 's', key: 's', label: { 'zh-CN': '组' }, fields: [text('inner')] } as const;
  const form = formOf(text('a'), section, text('b'));
  const step = (id: string, direction: 'up' | 'down') => stepSpot(form, findField(form, id), direction);
  expect(step('a', 'up')).toBeUndefined();
  expect(step('a', 'down')).toEqual({ parentId: 's', index: 0 });
  expect(step('b', 'up')).toEqual({ parentId: 's', index: 1 });
  expect(step('inner', 'up')).toEqual({ parentId: undefined, index: 1 });
  expect(step('inner', 'down')).toEqual({ parentId: undefined, index: 2 });
  expect(step('s', 'down')).toEqual({ parentId: undefined, index: 3 });
});

test('a new field goes into the selected section, behind the selected field, or to the end', () => {
  const section = { kind: 'section', id: 's', key: 's', label: { 'zh-CN': '组' }, fields: [] } as const;
  const rows = { kind: 'rows', id: 'r', key: 'r', label: { 'zh-CN': '表' }, columns: [text('c')] } as const;
  const form = formOf(text('a'), section, rows);
  expect(spotAfter(form, '', 'text')).toEqual({ parentId: undefined, index: 3 });
  expect(spotAfter(form, 'a', 'text')).toEqual({ parentId: undefined, index: 1 });
  expect(spotAfter(form, 's', 'text')).toEqual({ parentId: 's', index: 0 });
  expect(spotAfter(form, 'c', 'text')).toEqual({ parentId: 'r', index: 1 });
  expect(spotAfter(form, 'c', 'rows')).toEqual({ parentId: undefined, index: 3 });
  expect(spotAfter(application, 'F-01.site', 'note').index).toBe(5);
});
