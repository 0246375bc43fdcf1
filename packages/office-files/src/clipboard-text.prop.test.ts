import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowsOfText, textOfRows } from './clipboard-text.ts';

test('cells survive the clipboard, quotes, tabs and line ends included', () => {
  const text = fc.constantFrom('a', '"A","B"', '大于 5', '含\t制表', '两\n行', '""', '说"是"', '');
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 4 })
        .chain((width) => fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 })),
      (rows) => {
        expect(rowsOfText(`${textOfRows(rows)}\n`)).toEqual(rows);
      },
    ),
    { seed: 20261122, numRuns: 500 },
  );
});
