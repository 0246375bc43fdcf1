/** FEEL ⇄ conditions built by choosing. */
import { expect, test } from 'vitest';
import { readCondition } from './read-condition.ts';
import { writeCondition } from './write-condition.ts';

const SAME = [
  'form.amount >= 500',
  'form.kind = "A"',
  'form.kind in ("A", "B")',
  'not(form.kind in ("A", "B"))',
  'form.begins > date("2026-01-01")',
  'form.begins <= today()',
  'form.amount between 1 and -5',
  'list contains(form.kinds, "x")',
  'not(list contains(form.kinds, "x"))',
  'count(form.plots) > 2',
  'form.green = true',
  'form.note != null and form.note != "无"',
  'a = 1 and b = 2 and (c = 3 or d = null)',
  '(a = 1 and b = 2) or (c = 3 and (d = 4 or e = 5))',
];

test.each(SAME)('%s is read and written the same', (text) => {
  const condition = readCondition(text);
  expect(condition).toBeDefined();
  expect(condition && writeCondition(condition)).toBe(text);
});

const MORE = ['a + 1 > 2', 'a > b', 'sum(a) > 1', 'if a then b else c', 'a =', 'some x in a satisfies x > 1', 'not(a = 1)', 'a[1].b = 2'];

test.each(MORE)('%s says more than choosing can', (text) => {
  expect(readCondition(text)).toBeUndefined();
});

test('groups deeper than three levels are left as text', () => {
  expect(readCondition('a = 1 and (b = 1 or (c = 1 and d = 1))')).toBeDefined();
  expect(readCondition('a = 1 and (b = 1 or (c = 1 and (d = 1 or e = 1)))')).toBeUndefined();
});

test('names with spaces are read when they are known', () => {
  expect(readCondition('项目 名称 = "x"', ['项目 名称'])).toEqual({ kind: 'test', subject: '项目 名称', operator: '=', values: ['"x"'] });
});

test('what is not chosen yet is left out; nothing chosen is no condition', () => {
  const open = { kind: 'test', subject: '', operator: '=', values: [] } as const;
  expect(writeCondition({ kind: 'all', parts: [open] })).toBe('');
  expect(writeCondition({ kind: 'any', parts: [{ kind: 'test', subject: 'a', operator: '=', values: ['1'] }, open] })).toBe('a = 1');
  expect(readCondition(' ')).toEqual({ kind: 'all', parts: [] });
});
