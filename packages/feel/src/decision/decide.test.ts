import { type DecisionModel, type DecisionTable, isJsonObject, type Json } from '@tongban/model';
import { describe, expect, test } from 'vitest';
import { decide, type PreparedDecisions, prepareDecisions } from '../index.ts';
import { decideTable, decision, literal, modelOf, table } from '../test-support/decisions.ts';
import { noon, parsed } from '../test-support/evaluate.ts';

const outputs = (logic: DecisionTable, data: Readonly<Record<string, Json>>): Json => decideTable(logic, data).outputs;
const codes = (logic: DecisionTable, data: Readonly<Record<string, Json>>): readonly string[] =>
  decideTable(logic, data).problems.map(({ code }) => code);

const overlapping = [
  ['> 10', '"high"'],
  ['> 5', '"middle"'],
  ['-', '"low"'],
];

describe('hit policies', () => {
  test('DT1 unique takes the one rule that matches, and refuses several', () => {
    const unique = table(
      'U',
      ['x'],
      ['y'],
      [
        ['< 5', '"a"'],
        ['>= 5', '"b"'],
        ['10', '"c"'],
      ],
    );
    expect(outputs(unique, { x: 5 })).toBe('b');
    expect(outputs(unique, { x: 10 })).toBeNull();
    expect(decideTable(unique, { x: 10 }).problems).toMatchObject([
      { code: 'FEEL_DECISION_NOT_UNIQUE', severity: 'error', place: { elementId: 'd' }, details: { rules: ['r2', 'r3'] } },
    ]);
  });

  test('DT2 any takes equal results, and refuses different ones', () => {
    const any = table(
      'A',
      ['x'],
      ['y'],
      [
        ['> 1', '1'],
        ['> 2', '1.0'],
        ['> 3', '2'],
      ],
    );
    expect(outputs(any, { x: 3 })).toBe(1);
    expect(codes(any, { x: 4 })).toEqual(['FEEL_DECISION_NOT_SAME']);
  });

  test('DT3 first takes the first rule that matches', () => {
    const first = table('F', ['x'], ['y'], overlapping);
    expect([11, 6, 1].map((x) => outputs(first, { x }))).toEqual(['high', 'middle', 'low']);
    expect(decideTable(first, { x: 11 }).matchedRules).toEqual({ d: ['r1'] });
  });

  test('DT4 priority takes what stands first in the allowed values', () => {
    const priority = table(
      'P',
      ['x'],
      [{ name: 'y', allowed: '"reject", "refer", "accept"' }],
      [
        ['> 1', '"accept"'],
        ['> 2', '"reject"'],
        ['> 3', '"refer"'],
      ],
    );
    expect([2, 3, 4].map((x) => outputs(priority, { x }))).toEqual(['accept', 'reject', 'reject']);
  });

  test('DT4 priority compares columns from left to right', () => {
    const priority = table(
      'P',
      ['x'],
      [
        { name: 'a', allowed: '"A", "B"' },
        { name: 'b', allowed: '[90..100], [0..90)' },
      ],
      [
        ['-', '"B"', '95'],
        ['-', '"A"', '10'],
        ['-', '"A"', '92'],
      ],
    );
    expect(outputs(priority, { x: 1 })).toEqual({ a: 'A', b: 92 });
  });

  test('DT5 rule order and output order give all results', () => {
    const rows = [
      ['> 1', '"c"'],
      ['> 2', '"a"'],
      ['> 3', '"b"'],
    ];
    expect(outputs(table('R', ['x'], ['y'], rows), { x: 5 })).toEqual(['c', 'a', 'b']);
    expect(outputs(table('O', ['x'], [{ name: 'y', allowed: '"a", "b", "c"' }], rows), { x: 5 })).toEqual(['a', 'b', 'c']);
  });

  test.each([
    [undefined, [10, 20, { $decimal: '0.5' }]],
    ['SUM', { $decimal: '30.5' }],
    ['COUNT', 3],
    ['MIN', { $decimal: '0.5' }],
    ['MAX', 20],
  ] as const)('DT6 collect %s', (aggregation, expected) => {
    const collect = table(
      'C',
      ['x'],
      ['y'],
      [
        ['-', '10'],
        ['-', '20'],
        ['> 100', '1'],
        ['-', '0.5'],
      ],
      aggregation ? { aggregation } : {},
    );
    expect(outputs(collect, { x: 1 })).toEqual(expected);
  });

  test('DT7 nothing matches', () => {
    const rows = [['> 10', '1']];
    expect((['R', 'O', 'C'] as const).map((policy) => outputs(table(policy, ['x'], ['y'], rows), { x: 1 }))).toEqual([[], [], []]);
    expect(outputs(table('C', ['x'], ['y'], rows, { aggregation: 'COUNT' }), { x: 1 })).toBe(0);
    expect(outputs(table('C', ['x'], ['y'], rows, { aggregation: 'SUM' }), { x: 1 })).toBeNull();
    expect(decideTable(table('U', ['x'], ['y'], rows), { x: 1 })).toMatchObject({
      outputs: null,
      problems: [{ code: 'FEEL_DECISION_NO_RULE', severity: 'info' }],
    });
    expect(decideTable(table('U', ['x'], [{ name: 'y', otherwise: 'x + 1' }], rows), { x: 1 })).toMatchObject({ outputs: 2, problems: [] });
  });
});

describe('columns', () => {
  test('DT8 a value that is not allowed is a problem; null is left to the cells', () => {
    const allowed = table(
      'U',
      ['kind'],
      ['y'],
      [
        ['"a"', '1'],
        ['null', '0'],
      ],
      { allowed: ['"a", "b"'] },
    );
    expect(outputs(allowed, { kind: 'a' })).toBe(1);
    expect(outputs(allowed, { kind: null })).toBe(0);
    expect(decideTable(allowed, { kind: 'z' })).toMatchObject({
      outputs: null,
      problems: [{ code: 'FEEL_DECISION_INPUT', details: { input: 'kind', value: 'z' } }],
    });
  });

  test('DT9 one output is a value, several are a context', () => {
    expect(outputs(table('U', ['x'], ['a'], [['-', '1']]), { x: 0 })).toBe(1);
    expect(outputs(table('U', ['x'], ['a', 'b'], [['-', '1', 'x + 2']]), { x: 0 })).toEqual({ a: 1, b: 2 });
  });

  test('DT10 the grades of DT-05 at their boundaries', () => {
    const grades = table(
      'U',
      ['score'],
      ['grade'],
      [
        ['> 90', '"A"'],
        ['(80..90]', '"A-"'],
        ['(70..80]', '"B"'],
        ['(60..70]', '"B-"'],
        ['<= 60', '"C"'],
      ],
    );
    const at = (text: string): Json => outputs(grades, { score: { $decimal: text } });
    expect(['90.01', '90', '89.99', '80.01', '80', '70', '60.0000000001', '60'].map(at)).toEqual([
      'A',
      'A-',
      'A-',
      'A-',
      'B',
      'B-',
      'B-',
      'C',
    ]);
    expect(outputs(grades, { score: 90 })).toBe('A-');
    expect(outputs(grades, { score: null })).toBeNull();
  });

  test('DT10 cells may look at the whole context and at their value', () => {
    const cells = table(
      'F',
      ['x'],
      ['y'],
      [
        ['? > limit and even(?)', '"even"'],
        ['not(1, 2)', '"other"'],
        ['-', '"small"'],
      ],
    );
    expect([4, 5, 1].map((x) => outputs(cells, { x, limit: 3 }))).toEqual(['even', 'other', 'small']);
  });
});

describe('requirements', () => {
  const model = modelOf(
    [
      decision('total', literal('price * count'), []),
      decision(
        'price',
        table(
          'F',
          ['size'],
          ['price'],
          [
            ['> 10', '7'],
            ['-', '9'],
          ],
        ),
      ),
      decision('answer', literal('if total2 > 50 then "review" else "pass"'), ['total2']),
      decision('total2', literal('total'), ['total']),
      decision('circle', literal('1'), ['other']),
      decision('other', literal('1'), ['circle']),
    ].map((one) => (one.id === 'total' ? { ...one, requires: ['price'] } : one)),
  );
  const lookup = (name: string): Json | undefined => ({ size: 11, count: 8 })[name];

  test('DT11 required decisions are made first and read by name', () => {
    expect(decide(model, 'total', lookup, noon).outputs).toBe(56);
    expect(decide(model, 'answer', lookup, noon).outputs).toBe('review');
  });

  test('DT11 a circle is a problem', () => {
    expect(decide(model, 'circle', lookup, noon).problems).toMatchObject([{ code: 'FEEL_DECISION_CYCLE' }]);
  });

  test('DT11 a decision that is not there is an error', () => {
    expect(() => decide(model, 'nothing', lookup, noon)).toThrowError(expect.objectContaining({ code: 'FEEL_DECISION_UNKNOWN' }));
  });

  test('DT13 the rules that matched are named by decision', () => {
    expect(decide(model, 'answer', lookup, noon).matchedRules).toEqual({ price: ['r1'] });
  });

  test('DT13 faults name the rule they are in', () => {
    const { faults } = decideTable(
      table(
        'F',
        ['x'],
        ['y'],
        [
          ['"a"', '1'],
          ['-', '1 + "b"'],
        ],
      ),
      { x: 1 },
    );
    expect(faults).toMatchObject([{ code: 'FEEL_OPERANDS', place: { elementId: 'r2', from: 0, to: 7 } }]);
  });
});

describe('DT12 boxed expressions', () => {
  const make = (logic: Parameters<typeof decision>[1], functions: Parameters<typeof modelOf>[1] = []): Json =>
    decide(modelOf([decision('d', logic)], functions), 'd', (name) => ({ x: 3 })[name], noon).outputs;
  const entry = (name: string | undefined, value: ReturnType<typeof literal>) => ({
    ...(name === undefined ? {} : { variable: { name } }),
    value,
  });

  test('DT12 a context, with and without a result', () => {
    expect(make({ kind: 'context', entries: [entry('a', literal('x + 1')), entry('b', literal('a * 2'))] })).toEqual({ a: 4, b: 8 });
    expect(make({ kind: 'context', entries: [entry('a', literal('x + 1')), entry(undefined, literal('a * 2'))] })).toBe(8);
  });

  test('DT12 a list and a relation', () => {
    expect(make({ kind: 'list', items: [literal('x'), literal('"b"')] })).toEqual([3, 'b']);
    expect(make({ kind: 'relation', columns: [{ name: 'a' }, { name: 'b' }], rows: [{ cells: [literal('x'), literal('1')] }] })).toEqual([
      { a: 3, b: 1 },
    ]);
  });

  test('DT12 a business knowledge model, called in FEEL and by an invocation, calling itself', () => {
    const factorial = {
      id: 'f',
      name: 'factorial',
      parameters: [{ name: 'n' }],
      requiresFunctions: [],
      body: literal('if n < 2 then 1 else n * factorial(n - 1)'),
    };
    expect(make(literal('factorial(x) + x'), [factorial])).toBe(9);
    expect(
      make({ kind: 'invocation', callee: parsed('factorial'), bindings: [{ parameter: { name: 'n' }, value: literal('x + 2') }] }, [
        factorial,
      ]),
    ).toBe(120);
  });

  test('DT12 a function in a context', () => {
    const twice = { kind: 'function', parameters: [{ name: 'n' }], body: literal('n * 2') } as const;
    expect(make({ kind: 'context', entries: [{ variable: { name: 'twice' }, value: twice }, entry(undefined, literal('twice(x)'))] })).toBe(
      6,
    );
  });
});

describe('DT14 the index', () => {
  const kinds = Array.from({ length: 60 }, (_, index) =>
    index % 20 === 7 ? ['-', '> 3', `${index}`] : [`"k${index % 30}", "m${index}"`, '-', `${index}`],
  );
  const indexed = table('C', ['kind', 'x'], ['y'], kinds);

  test.each(['k1', 'k7', 'm9', 'nothing'])('DT14 %s gives the same as asking every rule', (kind) => {
    for (const x of [1, 5]) {
      const expected = kinds.flatMap(([cell, , y], index) =>
        (cell === '-' ? x > 3 : cell?.includes(`"${kind}"`)) ? [Number(y ?? index)] : [],
      );
      expect(outputs(indexed, { kind, x })).toEqual(expected);
    }
  });

  test('DT14 values of other kinds ask every rule', () => {
    expect(outputs(indexed, { kind: ['k1'], x: 5 })).toEqual(outputs(indexed, { kind: null, x: 5 }));
    expect(isJsonObject(outputs(indexed, { kind: null, x: 5 }))).toBe(false);
  });
});

describe('why a rule did not match', () => {
  test('DT15 each other rule is named with the cell that did not hold and its value', () => {
    const grades = table(
      'U',
      ['score', 'kind'],
      ['grade'],
      [
        ['> 90', '-', '"A"'],
        ['(80..90]', '"x"', '"B"'],
        ['-', '"y"', '"C"'],
      ],
    );
    const data: Readonly<Record<string, Json>> = { score: 85, kind: 'y' };
    const prepared = prepareDecisions(modelOf([decision('d', grades)]));
    expect(prepared.decide('d', (name) => data[name], noon, { explain: true })).toMatchObject({
      outputs: 'C',
      matchedRules: { d: ['r3'] },
      unmatchedRules: {
        d: [
          { ruleId: 'r1', inputId: 'in1', input: 'score', test: '> 90', value: 85 },
          { ruleId: 'r2', inputId: 'in2', input: 'kind', test: '"x"', value: 'y' },
        ],
      },
    });
    expect(prepared.decide('d', (name) => data[name], noon).unmatchedRules).toBeUndefined();
  });
});

describe('types', () => {
  const types: DecisionModel['types'] = [
    { name: 'tScore', type: { name: 'number' }, allowedValues: parsed('[0..100]', 'unaryTests') },
    { name: 'tScores', type: { name: 'tScore' }, isCollection: true, constraint: parsed('count(?) < 3', 'unaryTests') },
    {
      name: 'tPerson',
      entries: [
        { name: 'name', type: { name: 'string' } },
        { name: 'next', type: { name: 'tPerson' } },
      ],
    },
  ];
  const typed = (type: string): PreparedDecisions => {
    const one = { ...decision('d', literal('x')), requiresInputs: ['x'] };
    return prepareDecisions({ ...modelOf([one]), types, inputs: [{ id: 'x', name: 'x', type: { name: type } }] });
  };

  test.each([
    ['number', 1, 'a'],
    ['date', { $date: '2026-11-22' }, '2026-11-22'],
    ['tScore', 100, 101],
    ['tScores', [1, 2], [1, 200]],
    ['tScores', [1], [1, 2, 3]],
    ['tPerson', { name: 'a', next: { name: 'b' } }, { name: 'a', next: { name: 1 } }],
    ['number', null, true],
  ] as const)('DT16 input data of type %s', (type, right, wrong) => {
    const prepared = typed(type);
    expect(prepared.decide('d', () => right as Json, noon).problems).toEqual([]);
    expect(prepared.decide('d', () => wrong as Json, noon)).toMatchObject({
      outputs: null,
      problems: [{ code: 'FEEL_DECISION_TYPE', details: { input: 'x', type } }],
    });
  });

  test('DT16 a column, a result, and a type nobody defined', () => {
    const column = table('U', ['x'], ['y'], [['-', '1']]);
    const withType = { ...column, inputs: column.inputs.map((input) => ({ ...input, type: { name: 'number' } })) };
    expect(decideTable(withType, { x: 'a' }).problems).toMatchObject([{ code: 'FEEL_DECISION_TYPE' }]);
    const result = { ...decision('d', literal('"a"')), variable: { name: 'd', type: { name: 'number' } } };
    expect(decide(modelOf([result]), 'd', () => null, noon).problems).toMatchObject([{ code: 'FEEL_DECISION_TYPE' }]);
    expect(typed('tNobody').decide('d', () => 1, noon)).toMatchObject({ outputs: 1, problems: [] });
  });
});

describe('what logic sees', () => {
  test('DT11 a function sees its parameters and not the names of who calls it', () => {
    const model = modelOf(
      [
        decision('secret', literal('1')),
        {
          ...decision('d', {
            kind: 'context',
            entries: [{ variable: { name: 'hidden' }, value: literal('5') }, { value: literal('f(1)') }],
          }),
          requires: ['secret'],
        },
      ],
      [{ id: 'f', name: 'f', parameters: [{ name: 'a' }], requiresFunctions: [], body: literal('[a, hidden, secret]') }],
    );
    expect(decide(model, 'd', () => undefined, noon).outputs).toEqual([1, null, null]);
  });

  test('DT12 a boxed function calls itself by the name of its entry', () => {
    const factorial = { kind: 'function', parameters: [{ name: 'n' }], body: literal('if n = 0 then 1 else n * f(n - 1)') } as const;
    const logic = { kind: 'context', entries: [{ variable: { name: 'f' }, value: factorial }, { value: literal('f(5)') }] } as const;
    expect(decide(modelOf([decision('d', logic)]), 'd', () => undefined, noon).outputs).toBe(120);
  });
});
