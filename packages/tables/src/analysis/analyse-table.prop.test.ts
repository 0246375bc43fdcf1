import { type FeelValue, fromWire } from '@tongban/feel';
import type { DecisionTable, HitPolicy, Json } from '@tongban/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { passes, type TestColumn, table } from '../test-support/tables.ts';
import { analyseTable } from './analyse-table.ts';

/** A column whose cells name these values only, and values that stand for all others. */
interface World {
  readonly column: TestColumn;
  readonly cell: fc.Arbitrary<string>;
  readonly values: readonly Json[];
}

const points = ['0', '1', '2.5', '3'];
const point = fc.constantFrom(...points);
const interval = fc
  .tuple(fc.constantFrom('[', '('), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }), fc.constantFrom(']', ')'))
  .map(([open, a, b, close]) => `${open}${points[Math.min(a, b)]}..${points[Math.max(a, b)]}${close}`);
const part = fc.oneof(
  point,
  interval,
  fc.tuple(fc.constantFrom('<', '<=', '>', '>=', '='), point).map((parts) => parts.join(' ')),
);

const numbers: World = {
  column: { text: 'x', type: 'number' },
  cell: fc.oneof(
    fc.constant('-'),
    part,
    fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(', ')),
    fc.array(part, { minLength: 1, maxLength: 2 }).map((parts) => `not(${parts.join(', ')})`),
    fc.tuple(point, point).map(([a, b]) => `? > ${a} and ? <= ${b}`),
    fc.tuple(point, point).map(([a, b]) => `? between ${a} and ${b} or ? = ${a}`),
  ),
  values: [-1, 0, { $decimal: '0.5' }, 1, 2, { $decimal: '2.5' }, { $decimal: '2.75' }, 3, 4],
};
const texts: World = {
  column: { text: 's' },
  cell: fc.oneof(
    fc.constantFrom('-', '"a"', '"a", "b"', 'not("a")', 'not("a", "c")', 'null', 'not(null)', '? = "b" or ? = null', '["a", "c"]'),
  ),
  values: ['a', 'b', 'c', 'something else', null],
};
const choices: World = {
  column: { text: 'c', type: 'string', allowed: '"a", "b"' },
  cell: fc.constantFrom('-', '"a"', '"b"', '"a", "b"', 'not("a")'),
  values: ['a', 'b'],
};
const flags: World = {
  column: { text: 'f', type: 'boolean' },
  cell: fc.constantFrom('-', 'true', 'false', 'not(true)'),
  values: [true, false],
};
const dayPoints = ['@"2026-01-01"', 'date("2026-01-02")', '@"2026-02-01"'];
const dayInterval = fc
  .tuple(fc.constantFrom('[', '(', ']'), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 }), fc.constantFrom(']', ')', '['))
  .map(([open, a, b, close]) => `${open}${dayPoints[Math.min(a, b)]}..${dayPoints[Math.max(a, b)]}${close}`);
const dayPart = fc.oneof(
  fc.constantFrom(...dayPoints),
  dayInterval,
  fc.tuple(fc.constantFrom('<', '<=', '>', '>='), fc.constantFrom(...dayPoints)).map((parts) => parts.join(' ')),
);
const days: World = {
  column: { text: 'd', type: 'date' },
  cell: fc.oneof(
    fc.constant('-'),
    dayPart,
    fc.tuple(dayPart, dayPart).map((parts) => parts.join(', ')),
    dayPart.map((one) => `not(${one})`),
  ),
  values: ['2025-12-31', '2026-01-01', '2026-01-02', '2026-01-15', '2026-02-01', '2026-02-02'].map(($date) => ({ $date })),
};

const worlds = fc.subarray([numbers, texts, choices, flags, days], { minLength: 1, maxLength: 3 });
const anyTable = fc.tuple(worlds, fc.constantFrom<HitPolicy>('U', 'A', 'F', 'P')).chain(([chosen, hitPolicy]) =>
  fc.array(fc.tuple(...chosen.map(({ cell }) => cell), fc.constantFrom('1', '2')), { minLength: 1, maxLength: 6 }).map((rows) => ({
    chosen,
    made: table(
      hitPolicy,
      chosen.map(({ column }) => column),
      rows as unknown as readonly (readonly string[])[],
    ),
  })),
);

/** All combinations of the values of the columns. */
function everything(chosen: readonly World[]): readonly (readonly Json[])[] {
  return chosen.reduce<readonly (readonly Json[])[]>(
    (rows, { values }) => rows.flatMap((row) => values.map((value) => [...row, value])),
    [[]],
  );
}

function matching({ rules }: DecisionTable, row: readonly Json[]): readonly string[] {
  const values: readonly FeelValue[] = row.map((value) => fromWire(value));
  return rules
    .filter(({ inputEntries }) => inputEntries.every((cell, column) => passes(cell, values[column] as FeelValue)))
    .map(({ id }) => id);
}

test('TA1 TA2 TA3 TA4 what is found is what trying every value finds', () => {
  fc.assert(
    fc.property(anyTable, ({ chosen, made }) => {
      const { findings, isComplete } = analyseTable(made, { nullable: chosen.includes(texts) ? [`in${chosen.indexOf(texts) + 1}`] : [] });
      expect(isComplete).toBe(true);
      const of = (kind: string): typeof findings => findings.filter((finding) => finding.kind === kind);
      const tried = everything(chosen).map((row) => ({ row, hits: matching(made, row) }));

      // gaps: nothing matches at the witness, and the cells of the gaps hold exactly where nothing matches
      for (const { witness } of of('gap')) expect(matching(made, witness as readonly Json[])).toEqual([]);
      for (const { row, hits } of tried) {
        const isGap = of('gap').some(({ cells }) =>
          (cells as readonly string[]).every((cell, column) => passes(cell, fromWire(row[column] as Json))),
        );
        expect({ row, isGap }).toEqual({ row, isGap: hits.length === 0 });
      }

      // meetings: the pairs that a hit policy does not allow
      const results = new Map(made.rules.map(({ id, outputEntries }) => [id, outputEntries[0]?.text]));
      const pairs = new Set(
        tried
          .flatMap(({ hits }) => hits.flatMap((a, index) => hits.slice(index + 1).map((b) => `${a} ${b}`)))
          .filter((pair) => {
            const [a = '', b = ''] = pair.split(' ');
            return made.hitPolicy === 'U' || (made.hitPolicy === 'A' && results.get(a) !== results.get(b));
          }),
      );
      const told = [...of('overlap'), ...of('contradiction'), ...(made.hitPolicy === 'U' ? of('duplicate') : [])];
      expect(new Set(told.map(({ ruleIds }) => ruleIds.join(' ')))).toEqual(pairs);
      for (const { witness, ruleIds } of told)
        expect(matching(made, witness as readonly Json[])).toEqual(expect.arrayContaining([...ruleIds]));

      // unreachable: rules of a First table that match somewhere and are never the first
      if (made.hitPolicy !== 'F') return;
      const first = new Set(tried.map(({ hits }) => hits[0]));
      const hidden = made.rules.map(({ id }) => id).filter((id) => !first.has(id) && tried.some(({ hits }) => hits.includes(id)));
      const masked = new Set([...of('unreachable'), ...of('duplicate')].map(({ ruleIds }) => ruleIds.at(-1)));
      expect([...masked].sort()).toEqual(hidden);
    }),
    { seed: 20261122, numRuns: 150 },
  );
});
