import type { FeelExpression } from '@tongban/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFeel } from '../parse-feel.ts';
import type { CellKind } from './cell-kind.ts';
import { cellWords } from './cell-words.ts';
import { readCellWords } from './read-cell-words.ts';

const number = fc.tuple(fc.integer({ min: -999, max: 999 }), fc.nat(99)).map(([whole, part]) => `${whole}${part === 0 ? '' : `.${part}`}`);
const day = fc
  .tuple(fc.integer({ min: 1990, max: 2030 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([y, m, d]) => `date("${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}")`);
const piece = fc.constantFrom(
  '工业',
  '不限',
  '大于 5',
  '、',
  '且',
  '或',
  '是',
  '“',
  '”',
  '至',
  ' ',
  'not ',
  '5',
  'or',
  'A',
  '=',
  '\\"',
  '除',
  '外',
  '以上',
);
const string = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => `"${pieces.join('')}"`);
const measured = fc.oneof(number, day);
const test1 = fc.oneof(
  { weight: 2, arbitrary: string },
  measured,
  fc.constantFrom('true', 'false', 'null', 'duration("P3M")', 'a.b', '? > 3'),
  fc.tuple(fc.constantFrom('<', '<=', '>', '>=', '=', '!='), measured).map(([op, value]) => `${op} ${value}`),
  fc
    .tuple(fc.constantFrom('[', '('), measured, measured, fc.constantFrom(']', ')'))
    .map(([open, low, high, close]) => `${open}${low}..${high}${close}`),
);
const cell = fc.oneof(
  { weight: 1, arbitrary: fc.constant('-') },
  { weight: 4, arbitrary: fc.array(test1, { minLength: 1, maxLength: 3 }).map((tests) => tests.join(', ')) },
  { weight: 2, arbitrary: fc.array(test1, { minLength: 1, maxLength: 2 }).map((tests) => `not(${tests.join(', ')})`) },
);
const kinds = fc
  .tuple(
    fc.constantFrom(undefined, 'string', 'number', 'boolean', 'date', 'Any'),
    fc.constantFrom(undefined, [
      { value: 'A', label: '工业' },
      { value: '工业', label: 'A' },
    ]),
  )
  .map(([type, choices]): CellKind => ({ dialect: 'unaryTests', ...(type === undefined ? {} : { type: { name: type } }), choices }));

test('whatever a cell says, reading its words gives the same cell', () => {
  fc.assert(
    fc.property(cell, kinds, fc.constantFrom('zh-CN' as const, 'en' as const), (text, kind, locale) => {
      const { expression } = parseFeel(text, { dialect: 'unaryTests' });
      fc.pre(expression !== undefined);
      const words = cellWords(expression, kind, locale);
      expect(treeOf(readCellWords(words, kind))).toBe(withoutPlaces(expression));
    }),
    { seed: 20261122, numRuns: 3000 },
  );
});

function treeOf(text: string): string {
  const { expression } = parseFeel(text, { dialect: 'unaryTests' });
  return expression === undefined ? `unreadable: ${text}` : withoutPlaces(expression);
}

function withoutPlaces({ tree }: FeelExpression): string {
  return JSON.stringify(tree, (key, value: unknown) => (key === 'at' ? undefined : value));
}
