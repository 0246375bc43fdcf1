import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideTable, table } from '../test-support/decisions.ts';

const end = fc.constantFrom('-5', '0', '0.1', '0.3', '7', '90', '9007199254740993', '9007199254740993.5');
const cell = fc.oneof(
  end,
  fc
    .tuple(fc.constantFrom('[', '('), end, end, fc.constantFrom(']', ')'))
    .map(([open, low, high, close]) => `${open}${low}..${high}${close}`),
  fc.tuple(fc.constantFrom('<', '<=', '>', '>='), end).map((parts) => parts.join(' ')),
  fc.tuple(end, end).map((parts) => parts.join(', ')),
  fc.constantFrom('-', 'not(7)', '"text"'),
);
const day = fc.constantFrom('@"2026-01-01"', 'date("2026-01-02")', '@"2026-02-28"');
const dayCell = fc.oneof(
  day,
  fc.tuple(day, day).map(([low, high]) => `[${low}..${high})`),
  fc.tuple(fc.constantFrom('<', '>='), day).map((parts) => parts.join(' ')),
  fc.constantFrom('-', '@"2026-01-01T00:00:00"', 'date("no day")'),
);

test('DT14 a long table gives what its rules give one by one', () => {
  const value = fc.oneof(
    end.map((text) => ({ $decimal: text })),
    fc.constantFrom(0, 7, 'text', null),
    fc.integer({ min: -10, max: 100 }),
    fc.constantFrom('2025-12-31', '2026-01-01', '2026-01-02', '2026-02-28').map(($date) => ({ $date })),
  );
  const cells = fc.oneof(fc.array(cell, { minLength: 24, maxLength: 60 }), fc.array(dayCell, { minLength: 24, maxLength: 60 }));
  fc.assert(
    fc.property(cells, value, (cells, x) => {
      const long = decideTable(
        table(
          'C',
          ['x'],
          ['y'],
          cells.map((text, rule) => [text, `${rule}`]),
        ),
        { x },
      );
      const expected = cells.flatMap((text, rule) => decideTable(table('C', ['x'], ['y'], [[text, `${rule}`]]), { x }).outputs);
      expect(long.outputs).toEqual(expected);
    }),
    { seed: 20261122, numRuns: 120 },
  );
});
