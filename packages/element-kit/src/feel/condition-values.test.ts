import { expect, test } from 'vitest';
import { literalOf, shownLiteral } from './condition-values.ts';

test.each([
  ['500', 'number', '500'],
  ['-0.5', 'number', '-0.5'],
  ['五百', 'number', undefined],
  ['2026-02-28', 'date', 'date("2026-02-28")'],
  ['2026-02-29', 'date', undefined],
  ['2024-02-29', 'date', 'date("2024-02-29")'],
  ['今天', 'date', 'today()'],
  ['12', 'string', '"12"'],
  ['他说"好"', 'string', '"他说\\"好\\""'],
  ['12', undefined, '12'],
  ['甲', undefined, '"甲"'],
  [' ', 'string', undefined],
] as const)('%s as %s is %s', (typed, type, feel) => {
  expect(literalOf(typed, type)).toBe(feel);
});

test.each([
  ['"他说\\"好\\""', '他说"好"'],
  ['date("2026-02-28")', '2026-02-28'],
  ['today()', '今天'],
  ['12', '12'],
])('%s is shown as %s', (feel, shown) => {
  expect(shownLiteral(feel, '今天')).toBe(shown);
});
