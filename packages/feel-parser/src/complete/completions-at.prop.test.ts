/** Whatever is typed, completion answers with places inside the text, and what it writes of a name is that name. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completionsAt } from './completions-at.ts';
import type { FeelName } from './feel-name.ts';

const NAMES: readonly FeelName[] = [
  { name: 'a', label: '甲', type: 'context', entries: [{ name: 'b c', label: '乙' }] },
  { name: 'list', label: '表', type: 'list', entries: [{ name: 'x', label: '丙', values: [{ feel: '"1"', label: '一' }] }] },
];

const piece = fc.constantFrom(
  ...'a . b c list x [ ] ( ) { } " , : = != > and or not if then else for some in return satisfies between 12 .5 @ “ 。 \\ // /* date'.split(
    ' ',
  ),
  ' ',
  '\n',
);

test('any text, any place', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), fc.nat(), fc.boolean(), (pieces, seed, isCell) => {
      const text = pieces.join(seed % 2 === 0 ? '' : ' ');
      const offset = seed % (text.length + 1);
      const found = completionsAt(text, offset, NAMES, isCell ? { dialect: 'unaryTests' } : {});
      expect(found.from).toBeGreaterThanOrEqual(0);
      expect(found.from).toBeLessThanOrEqual(offset);
      expect(found.to).toBeGreaterThanOrEqual(offset);
      expect(found.to).toBeLessThanOrEqual(text.length);
      expect(found.items.every(({ insert, caret }) => caret <= insert.length)).toBe(true);
    }),
    { seed: 4, numRuns: 500 },
  );
});
