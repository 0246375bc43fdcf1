import type { FeelNode, FeelOperator } from '@tongban/model';
import fc from 'fast-check';
import { parser as lezer } from 'lezer-feel';
import { expect, test } from 'vitest';
import { parseFeel, printFeel } from './index.ts';

const run = { seed: 20261122, numRuns: 1000 };
const at = [0, 0] as const;
const name = fc.constantFrom('a', 'b', '金额', '项目 名称', 'x1');
const operator = fc.constantFrom<FeelOperator>('+', '-', '*', '/', '**', '=', '!=', '<', '<=', '>', '>=', 'and', 'or');

const { node } = fc.letrec<{ node: FeelNode; leaf: FeelNode; test: FeelNode }>((tie) => {
  const part = tie('node');
  return {
    leaf: fc.oneof(
      fc.constant<FeelNode>({ kind: 'null', at }),
      fc.boolean().map((value): FeelNode => ({ kind: 'boolean', at, value })),
      fc.constantFrom('0', '12', '1.50', '0.1').map((text): FeelNode => ({ kind: 'number', at, text })),
      fc.string({ maxLength: 5, unit: 'grapheme' }).map((value): FeelNode => ({ kind: 'string', at, value })),
      fc.constant<FeelNode>({ kind: 'at', at, text: '2026-11-21' }),
      name.map((text): FeelNode => ({ kind: 'name', at, name: text })),
    ),
    test: fc.oneof(
      part,
      fc
        .record({ op: fc.constantFrom('<', '<=', '>', '>=' as const), end: part })
        .map(({ op, end }): FeelNode => ({ kind: 'compare', at, op, end })),
    ),
    node: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      tie('leaf'),
      fc.record({ op: operator, left: part, right: part }).map((parts): FeelNode => ({ kind: 'binary', at, ...parts })),
      part.map((of): FeelNode => ({ kind: 'negate', at, of })),
      fc.record({ of: part, name }).map((parts): FeelNode => ({ kind: 'path', at, ...parts })),
      fc.record({ of: part, by: part }).map((parts): FeelNode => ({ kind: 'filter', at, ...parts })),
      fc.record({ value: part, low: part, high: part }).map((parts): FeelNode => ({ kind: 'between', at, ...parts })),
      fc
        .record({ value: part, tests: fc.array(tie('test'), { minLength: 1, maxLength: 3 }) })
        .map((parts): FeelNode => ({ kind: 'in', at, ...parts })),
      fc.record({ condition: part, yes: part, no: part }).map((parts): FeelNode => ({ kind: 'if', at, ...parts })),
      fc
        .record({ name, of: part, body: part })
        .map(({ name: bound, of, body }): FeelNode => ({ kind: 'for', at, iterators: [{ name: bound, of }], body })),
      fc
        .record({ name, of: part, body: part })
        .map(({ name: bound, of, body }): FeelNode => ({ kind: 'every', at, iterators: [{ name: bound, of }], body })),
      fc.array(part, { maxLength: 3 }).map((items): FeelNode => ({ kind: 'list', at, items })),
      fc.record({ name, value: part }).map((entry): FeelNode => ({ kind: 'context', at, entries: [entry] })),
      fc
        .record({ low: part, high: part, lowIncluded: fc.boolean(), highIncluded: fc.boolean() })
        .map((parts): FeelNode => ({ kind: 'range', at, ...parts })),
      fc
        .record({ name, body: part })
        .map(({ name: bound, body }): FeelNode => ({ kind: 'function', at, parameters: [{ name: bound }], body })),
      fc.record({ callee: part, args: fc.array(part, { maxLength: 2 }) }).map((parts): FeelNode => ({ kind: 'call', at, ...parts })),
      part.map((value): FeelNode => ({ kind: 'instanceOf', at, value, type: { name: 'list', of: { name: 'number' } } })),
    ),
  };
});

test('printing a tree and parsing the text gives the tree', () => {
  fc.assert(
    fc.property(node, (tree) => {
      const text = printFeel(tree);
      const { expression, problems } = parseFeel(text);
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(withoutPlaces(expression?.tree)).toEqual(withoutPlaces(tree));
    }),
    run,
  );
});

test('lezer-feel, the grammar that other tools use, reads what we print', () => {
  fc.assert(
    fc.property(node, (tree) => {
      const text = printFeel(tree);
      let hasFault = false;
      lezer
        .configure({ top: 'Expression' })
        .parse(text)
        .iterate({
          enter: ({ type }) => {
            hasFault ||= type.isError;
          },
        });
      expect(hasFault, text).toBe(false);
    }),
    run,
  );
});

test('any text is read or refused with a place inside of it', () => {
  const piece = fc.constantFrom(
    ...'a 1 "x" ( ) [ ] { } , .. . + - ** < = not( and in if then else for return ? @" // /* : 中 function('.split(' '),
    ' ',
    '"',
    '\\',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), fc.constantFrom('expression' as const, 'unaryTests' as const), (pieces, dialect) => {
      const text = pieces.join('');
      const { expression, problems } = parseFeel(text, { dialect });
      expect(expression === undefined).toBe(problems.some(({ severity }) => severity === 'error'));
      for (const { place } of problems) {
        expect(place.from).toBeGreaterThanOrEqual(0);
        expect(place.to).toBeLessThanOrEqual(text.length);
        expect(place.from).toBeLessThanOrEqual(place.to as number);
      }
    }),
    { ...run, numRuns: 5000 },
  );
});

function withoutPlaces(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null, (key, part: unknown) => (key === 'at' ? undefined : part)));
}
