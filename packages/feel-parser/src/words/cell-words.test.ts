import type { FeelExpression, Locale } from '@tongban/model';
import { expect, test } from 'vitest';
import { parseFeel } from '../parse-feel.ts';
import type { CellKind } from './cell-kind.ts';
import { cellWords } from './cell-words.ts';
import { readCellWords } from './read-cell-words.ts';

const tests: CellKind = { dialect: 'unaryTests' };
const texts: CellKind = { ...tests, type: { name: 'string' } };
const numbers: CellKind = { ...tests, type: { name: 'number' } };
const result: CellKind = { dialect: 'expression' };

function shown(feel: string, kind: CellKind = tests, locale: Locale = 'zh-CN'): string {
  return cellWords(parsed(feel, kind), kind, locale);
}

function parsed(feel: string, { dialect }: CellKind): FeelExpression {
  const { expression } = parseFeel(feel, { dialect });
  if (expression === undefined) throw new Error(`unreadable: ${feel}`);
  return expression;
}

test.each([
  ['-', '不限', 'any'],
  ['(90..100]', '大于 90 且不超过 100', 'more than 90 and at most 100'],
  ['[90..100]', '90 至 100', '90 to 100'],
  ['< 60', '小于 60', 'less than 60'],
  ['>= -5', '不小于 -5', 'at least -5'],
  ['< 60, > 90', '小于 60 或 大于 90', 'less than 60 or more than 90'],
  ['"工业","农业"', '工业、农业', '工业, 农业'],
  ['not("工业", "农业")', '不是 工业、农业', 'not 工业, 农业'],
  ['null', '为空', 'empty'],
  ['not(null)', '不为空', 'not empty'],
  ['true', '是', 'yes'],
  ['>= date("2026-01-01")', '不早于 2026年1月1日', 'on or after 2026-01-01'],
  ['[date("2026-01-01")..date("2026-03-31")]', '2026年1月1日 至 2026年3月31日', '2026-01-01 to 2026-03-31'],
  ['duration("P10D")', '10天', '10 days'],
])('the cell %s is %s, in English %s', (feel, zh, en) => {
  expect(shown(feel)).toBe(zh);
  expect(shown(feel, tests, 'en')).toBe(en);
});

test('a value that has a label is shown and read by it', () => {
  const kind: CellKind = { ...texts, choices: [{ value: 'industry', label: '工业项目' }] };
  expect(shown('"industry"', kind)).toBe('工业项目');
  expect(readCellWords('工业项目、其他', kind)).toBe('"industry", "其他"');
});

test.each([
  ['大于90且不超过100', '(90..100]'],
  ['不超过100且大于90', '(90..100]'],
  ['90至100', '[90..100]'],
  ['介于 90 和 100 之间', '[90..100]'],
  ['90~100', '[90..100]'],
  ['90＜X≤100', '(90..100]'],
  ['0 < 得分 <= 40', '(0..40]'],
  ['不超过100，且大于90', '(90..100]'],
  ['其中之一：1、2', '1, 2'],
  ['60以下', '<= 60'],
  ['90 以上', '>= 90'],
  ['不满 60', '< 60'],
  ['≥ 500万', '>= 5000000'],
  ['1.25万', '12500'],
  ['９０', '90'],
  ['60、70 或 80', '60, 70, 80'],
  ['大于或等于 5', '>= 5'],
  ['任意', '-'],
  ['', '-'],
  ['=not(5)', 'not(5)'],
])('of numbers, %s is read as %s', (words, feel) => {
  expect(readCellWords(words, numbers)).toBe(feel);
});

test.each([
  ['工业、农业', '"工业", "农业"'],
  ['“水、土”、林', '"水、土", "林"'],
  ['除工业外', 'not("工业")'],
  ['"A","B"', '"A", "B"'],
  ['90以上', '"90以上"'],
  ['非空', 'not(null)'],
])('of texts, %s is read as %s', (words, feel) => {
  expect(readCellWords(words, texts)).toBe(feel);
});

test('a result is a value, or FEEL behind an equals sign', () => {
  expect(readCellWords('不予受理', result)).toBe('"不予受理"');
  expect(readCellWords('否', result)).toBe('false');
  expect(readCellWords('否', { ...result, type: { name: 'string' } })).toBe('"否"');
  expect(readCellWords('=申请.金额 * 2', result)).toBe('申请.金额 * 2');
  expect(readCellWords('', result)).toBe('');
  expect(shown('a + 1', result)).toBe('=a + 1');
});

test.each(['"一、二"', '"大于 5"', '"不限"', '"为空"', '"not x"', '= 5', 'a.b', '"90 至 100"', '["a".."c"]', '"是"', '"5"'])(
  'what words would change is shown so that it stays as it is: %s',
  (feel) => {
    for (const kind of [tests, texts]) {
      const back = readCellWords(shown(feel, kind), kind);
      expect(withoutPlaces(parsed(back, kind))).toBe(withoutPlaces(parsed(feel, kind)));
    }
  },
);

function withoutPlaces({ tree }: FeelExpression): string {
  return JSON.stringify(tree, (key, value: unknown) => (key === 'at' ? undefined : value));
}
