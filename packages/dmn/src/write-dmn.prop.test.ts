import { parseFeel } from '@tongban/feel-parser';
import type { Decision, DecisionLogic, DecisionModel, DecisionTable, FeelExpression, FeelType } from '@tongban/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDmn, writeDmn } from './index.ts';

const NAMES = ['得分', '项目 名称', 'area'] as const;

function parsed(text: string, dialect: 'expression' | 'unaryTests'): FeelExpression {
  const { expression } = parseFeel(text, { dialect, names: [...NAMES, 'd0', 'd1', 'd2', 'own rule', 'p', 'entry'] });
  if (!expression) throw new Error(text);
  return expression;
}

const expression = fc
  .constantFrom('得分 > 1', '项目 名称 + "<&>"', 'area * 0.1', '"a\\"b"', 'null', 'd0', '[1, 2][item > 1]', '{a: 1}')
  .map((text) => parsed(text, 'expression'));
const cell = fc
  .constantFrom('-', '> 90', '"A", "B"', 'not(1)', '(60..70]', '? > area', '"中文 & <x>"')
  .map((text) => parsed(text, 'unaryTests'));
const type = fc.constantFrom<FeelType>({ name: 'number' }, { name: 'string' }, { name: 'date and time' });
const word = fc.constantFrom('甲', 'plain', 'with "quotes" & <signs>', '两 个');
const labels = fc.constantFrom({ en: 'Score' }, { en: 'with <signs> & "quotes"', bo: 'x' });
const maybe = <Name extends string, Value>(name: Name, value: fc.Arbitrary<Value>): fc.Arbitrary<{ readonly [key in Name]?: Value }> =>
  fc.option(value, { nil: undefined }).map((one) => (one === undefined ? {} : { [name]: one }) as { readonly [key in Name]?: Value });
const merged = <Parts extends readonly fc.Arbitrary<object>[]>(...parts: Parts): fc.Arbitrary<object> =>
  fc.tuple(...parts).map((all) => Object.assign({}, ...all) as object);

const tableOf = (id: string): fc.Arbitrary<DecisionTable> =>
  fc
    .record({
      inputs: fc.integer({ min: 0, max: 3 }),
      outputs: fc.integer({ min: 1, max: 2 }),
      rules: fc.integer({ min: 0, max: 4 }),
      annotations: fc.array(word, { maxLength: 1 }),
    })
    .chain(({ inputs, outputs, rules, annotations }) => {
      const many = <Value>(count: number, make: (index: number) => fc.Arbitrary<Value>): fc.Arbitrary<Value[]> =>
        fc.tuple(...Array.from({ length: count }, (_, index) => make(index))) as fc.Arbitrary<Value[]>;
      const collected = fc.constantFrom({ hitPolicy: 'C', aggregation: 'SUM' }, { hitPolicy: 'C', aggregation: 'COUNT' });
      return merged(
        fc.constant({ kind: 'table', id: `${id}_table`, annotations }),
        fc.oneof(
          fc.constantFrom('U', 'A', 'P', 'F', 'R', 'O', 'C').map((hitPolicy) => ({ hitPolicy })),
          collected,
        ),
        fc.record({
          inputs: many(inputs, (index) =>
            merged(
              fc.constant({ id: `${id}_in${index}` }),
              fc.record({ expression }),
              maybe('label', word),
              maybe('labels', labels),
              maybe('type', type),
              maybe('allowedValues', cell),
            ),
          ),
          outputs: many(outputs, (index) =>
            merged(
              fc.constant({ id: `${id}_out${index}` }),
              maybe('name', word),
              maybe('label', word),
              maybe('type', type),
              maybe('allowedValues', cell),
              maybe('defaultValue', expression),
            ),
          ),
          rules: many(rules, (index) =>
            merged(
              fc.constant({ id: `${id}_rule${index}`, annotations }),
              maybe('description', word),
              fc.record({ inputEntries: many(inputs, () => cell), outputEntries: many(outputs, () => expression) }),
            ),
          ),
        }),
      ) as fc.Arbitrary<DecisionTable>;
    });

const { logic } = fc.letrec<{ logic: DecisionLogic }>((tie) => ({
  logic: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    expression.map((one): DecisionLogic => ({ kind: 'literal', expression: one })),
    fc.array(tie('logic'), { maxLength: 2 }).map((items): DecisionLogic => ({ kind: 'list', items })),
    tie('logic').map((value): DecisionLogic => ({ kind: 'context', entries: [{ variable: { name: 'entry' }, value }, { value }] })),
    tie('logic').map((value): DecisionLogic => ({ kind: 'relation', columns: [{ name: 'entry' }], rows: [{ cells: [value] }] })),
    tie('logic').map((body): DecisionLogic => ({ kind: 'function', parameters: [{ name: 'p', type: { name: 'number' } }], body })),
    tie('logic').map(
      (value): DecisionLogic => ({
        kind: 'invocation',
        callee: parsed('own rule', 'expression'),
        bindings: [{ parameter: { name: 'p' }, value }],
      }),
    ),
  ),
}));

const decision = (index: number): fc.Arbitrary<Decision> =>
  merged(
    fc.constant({
      id: `d${index}`,
      name: `d${index}`,
      requires: index > 0 ? ['d0'] : [],
      requiresInputs: ['in0'],
      requiresFunctions: index > 1 ? ['f0'] : [],
    }),
    fc.record({ variable: merged(fc.constant({ name: `d${index}` }), maybe('type', type)) }),
    maybe('description', word),
    maybe('question', word),
    maybe('allowedAnswers', word),
    maybe('logic', fc.oneof(tableOf(`d${index}`), logic)),
  ) as fc.Arbitrary<Decision>;

const model = merged(
  fc.constant({ id: 'defs', name: '模型', namespace: 'urn:test' }),
  maybe('description', word),
  fc.record({
    types: fc.constantFrom(
      [],
      [
        { name: 'tGrade', type: { name: 'string' }, allowedValues: parsed('"A", "B"', 'unaryTests') },
        { name: 'tRow', isCollection: true, entries: [{ name: '得分', type: { name: 'number' } }] },
      ],
    ),
    inputs: fc.tuple(...NAMES.map((name, index) => maybe('type', type).map((more) => ({ id: `in${index}`, name, ...more })))),
    decisions: fc.tuple(decision(0), decision(1), decision(2)),
    functions: logic.map((body) => [{ id: 'f0', name: 'own rule', parameters: [{ name: 'p' }], requiresFunctions: [], body }]),
  }),
) as fc.Arbitrary<DecisionModel>;

test('DMN4 writing a model and reading the XML gives the same model', async () => {
  await fc.assert(
    fc.asyncProperty(model, async (original) => {
      const { model: read, problems } = await readDmn(await writeDmn(original));
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(read).toEqual(original);
    }),
    { seed: 20261122, numRuns: 80 },
  );
});
