import type { FormField } from '@tongban/model';
import { expect, test } from 'vitest';
import { field } from './forms.fixture.ts';
import { layoutRows } from './layout-rows.ts';

const laidOut = (...fields: FormField[]): string[] => layoutRows(fields).map(({ field: { key }, wide }) => (wide ? `[${key}]` : key));

test('FD11 short fields stand side by side, long ones alone', () => {
  expect(laidOut(field('text', 'a'), field('phone', 'b'), field('longText', 'c'))).toEqual(['a', 'b', '[c]']);
  expect(laidOut(field('text', 'a', { span: 2 }), field('text', 'b'), field('text', 'c'))).toEqual(['[a]', 'b', 'c']);
  expect(laidOut(field('rows', 'a', { span: 1, columns: [] }), field('text', 'b'), field('longText', 'c', { span: 1 }))).toEqual([
    '[a]',
    'b',
    'c',
  ]);
});

test('FD11 a field that would stand alone is stretched', () => {
  expect(laidOut(field('text', 'a'), field('items', 'b'), field('date', 'c'))).toEqual(['[a]', '[b]', '[c]']);
});
