import { expect, test } from 'vitest';
import { conditionOfFeel, feelOfCondition, operatorsFor } from './simple-condition.ts';

test.each([
  ['a > 5000', 'number', { name: 'a', operator: '>', value: '5000' }],
  ['a = -1.5', 'money', { name: 'a', operator: '=', value: '-1.5' }],
  ['a != "甲 \\"乙\\""', 'text', { name: 'a', operator: '!=', value: '甲 "乙"' }],
  ['row.a = "x"', 'select', { name: 'row.a', operator: '=', value: 'x' }],
  ['a >= date("2026-11-22")', 'date', { name: 'a', operator: '>=', value: '2026-11-22' }],
  ['a != null', 'files', { name: 'a', operator: 'filled', value: '' }],
  ['a = null', 'text', { name: 'a', operator: 'empty', value: '' }],
  ['list contains(a, "ZJ-01")', 'items', { name: 'a', operator: 'contains', value: 'ZJ-01' }],
] as const)('%s is a simple condition, there and back', (feel, kind, condition) => {
  expect(conditionOfFeel(feel)).toEqual(condition);
  expect(feelOfCondition(condition, kind)).toBe(feel);
});

test.each(['a > b', 'a > 1 and b', 'a', 'not(a = 1)', '(((', 'a > null', '1 = a', 'list contains(a, b)'])('%s says more', (feel) => {
  expect(conditionOfFeel(feel)).toBeUndefined();
});

test('nothing is written while the value is missing or is no number or day', () => {
  expect(feelOfCondition({ name: 'a', operator: '=', value: ' ' }, 'text')).toBeUndefined();
  expect(feelOfCondition({ name: 'a', operator: '>', value: '1,000' }, 'number')).toBeUndefined();
  expect(feelOfCondition({ name: 'a', operator: '>', value: '明天' }, 'date')).toBeUndefined();
  expect(feelOfCondition({ name: '', operator: 'filled', value: '' }, 'text')).toBeUndefined();
});

test('every kind can at least be asked whether it is filled in', () => {
  expect(operatorsFor('seal')).toEqual(['filled', 'empty']);
  expect(operatorsFor('checkboxes')).toContain('contains');
});
