import type { FormField } from '@tongban/model';
import { expect, test } from 'vitest';
import { layoutRows } from './layout-rows.ts';

const field = (id: string, kind: string, span?: 1 | 2): FormField =>
  ({ id, key: id, kind, label: { 'zh-CN': id }, ...(span ? { span } : {}) }) as FormField;
const laidOut = (...fields: FormField[]): string[] => layoutRows(fields).map(({ field: { id }, wide }) => (wide ? `[${id}]` : id));

test('short fields stand side by side, long ones alone', () => {
  expect(laidOut(field('a', 'text'), field('b', 'phone'), field('c', 'longText'))).toEqual(['a', 'b', '[c]']);
  expect(laidOut(field('a', 'text', 2), field('b', 'text'), field('c', 'text'))).toEqual(['[a]', 'b', 'c']);
});

test('a field that would stand alone is stretched', () => {
  expect(laidOut(field('a', 'text'), field('b', 'items'), field('c', 'date'))).toEqual(['[a]', '[b]', '[c]']);
});
