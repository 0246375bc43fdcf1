/** Decision tables against DMN 1.5, clause 8: what each hit policy gives, from XML to the result. */
import type { Json } from '@tongban/model';
import { describe, expect, test } from 'vitest';
import { decided, decisionFile, tableXml } from '../test-support/decided.ts';

/** Two inputs, `a` and `b`; one output. Three rules overlap at a = 5. */
const RULES = [
  { when: ['< 10', '-'], gives: ['1'] },
  { when: ['[5..20]', '-'], gives: ['2'] },
  { when: ['-', '"x"'], gives: ['2'] },
] as const;

const outcome = (policy: string, data: Readonly<Record<string, Json>>, more = ''): Promise<Json> =>
  decided(decisionFile(tableXml({ policy, inputs: ['a', 'b'], outputs: [{ name: 'r', values: '2, 1' }], rules: RULES, more })), 'd', data);

describe('8.2.10 hit policies, single hit', () => {
  test.each([
    ['UNIQUE', { a: 1, b: '' }, 1, 'the only rule'],
    ['UNIQUE', { a: 5, b: '' }, null, 'two rules match, which a unique table does not allow'],
    ['UNIQUE', { a: 30, b: '' }, null, 'no rule'],
    ['ANY', { a: 15, b: 'x' }, 2, 'both give the same'],
    ['ANY', { a: 5, b: '' }, null, 'they differ'],
    ['FIRST', { a: 5, b: 'x' }, 1, 'the first from above'],
    ['PRIORITY', { a: 5, b: '' }, 2, 'what stands first among the output values'],
  ] as readonly (readonly [string, Readonly<Record<string, Json>>, Json, string])[])(
    '%s of %o is %o: %s',
    async (policy, data, expected) => {
      expect(await outcome(policy, data)).toEqual(expected);
    },
  );
});

describe('8.2.10 hit policies, multiple hit', () => {
  test.each([
    ['RULE ORDER', '', [1, 2, 2]],
    ['OUTPUT ORDER', '', [2, 2, 1]],
    ['COLLECT', '', [1, 2, 2]],
    ['COLLECT', 'aggregation="SUM"', 5],
    ['COLLECT', 'aggregation="MIN"', 1],
    ['COLLECT', 'aggregation="MAX"', 2],
    ['COLLECT', 'aggregation="COUNT"', 3],
  ] as const)('%s %s', async (policy, more, expected) => {
    expect(await outcome(policy, { a: 5, b: 'x' }, more)).toEqual(expected);
  });

  test.each([
    ['COLLECT', '', []],
    ['RULE ORDER', '', []],
    ['COLLECT', 'aggregation="COUNT"', 0],
    ['COLLECT', 'aggregation="SUM"', null],
    ['COLLECT', 'aggregation="MAX"', null],
  ] as const)('%s %s of no hit', async (policy, more, expected) => {
    expect(await outcome(policy, { a: 30, b: '' }, more)).toEqual(expected);
  });
});

describe('8.2.11 default output', () => {
  const table = (policy: string): string =>
    decisionFile(
      tableXml({ policy, inputs: ['a'], outputs: [{ name: 'r', otherwise: '"none"' }], rules: [{ when: ['1'], gives: ['"one"'] }] }),
    );

  test.each([
    ['UNIQUE', 1, 'one'],
    ['UNIQUE', 2, 'none'],
    ['FIRST', 2, 'none'],
    ['COLLECT', 1, ['one']],
  ] as const)('%s of %i', async (policy, a, expected) => {
    expect(await decided(table(policy), 'd', { a })).toEqual(expected);
  });
});

describe('8.2.7 several outputs are one context', () => {
  const outputs = [
    { name: 'grade', values: '"A", "B"' },
    { name: 'points', values: '2, 1' },
  ];
  const rules = [
    { when: ['> 1'], gives: ['"B"', '1'] },
    { when: ['> 2'], gives: ['"A"', '2'] },
    { when: ['> 3'], gives: ['"A"', '1'] },
  ];
  const file = (policy: string): string => decisionFile(tableXml({ policy, inputs: ['a'], outputs, rules }));

  test('by their names', async () => {
    expect(await decided(file('UNIQUE'), 'd', { a: 2 })).toEqual({ grade: 'B', points: 1 });
  });

  test('ordered by the first output, then by the second', async () => {
    expect(await decided(file('OUTPUT ORDER'), 'd', { a: 4 })).toEqual([
      { grade: 'A', points: 2 },
      { grade: 'A', points: 1 },
      { grade: 'B', points: 1 },
    ]);
    expect(await decided(file('PRIORITY'), 'd', { a: 4 })).toEqual({ grade: 'A', points: 2 });
  });
});

describe('8.3.3 input entries are unary tests (clause 7.3.7, 10.3.1.2)', () => {
  const matches = async (cell: string, a: Json): Promise<boolean> =>
    (await decided(
      decisionFile(tableXml({ policy: 'UNIQUE', inputs: ['a'], outputs: [{ name: 'r' }], rules: [{ when: [cell], gives: ['true'] }] })),
      'd',
      {
        a,
      },
    )) === true;

  test.each([
    ['-', null, true],
    ['1', 1, true],
    ['1, 2', 2, true],
    ['not(1, 2)', 3, true],
    ['not(1, 2)', 2, false],
    ['(1..2]', 1, false],
    ['(1..2]', 2, true],
    [']1..2[', 2, false],
    ['< 5', null, false],
    ['null', null, true],
    ['? > 1 and ? < 3', 2, true],
    ['even(?)', 4, true],
    ['[1, 2, 3]', 2, true],
    ['list contains([1, 2], ?)', 3, false],
    ['date("2026-01-01")', { $date: '2026-01-01' }, true],
    ['>= date("2026-01-01")', { $date: '2025-12-31' }, false],
    ['starts with(?, "a")', 'ab', true],
  ] as const)('%s of %o is %o', async (cell, a, expected) => {
    expect(await matches(cell, a)).toBe(expected);
  });
});

describe('8.3.2 allowed values', () => {
  const file = decisionFile(
    tableXml({
      policy: 'UNIQUE',
      inputs: ['a'],
      allowed: '"x", "y"',
      outputs: [{ name: 'r', values: '1, 2' }],
      rules: [{ when: ['-'], gives: ['1'] }],
    }),
  );

  test('a value that is not among them gives no result', async () => {
    expect(await decided(file, 'd', { a: 'x' })).toBe(1);
    expect(await decided(file, 'd', { a: 'z' })).toBeNull();
  });
});
