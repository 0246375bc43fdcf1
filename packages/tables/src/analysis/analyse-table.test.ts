import { describe, expect, test } from 'vitest';
import { analyseTable, type TableFinding } from '../index.ts';
import { parsed, table } from '../test-support/tables.ts';

const kinds = (findings: readonly TableFinding[]): readonly string[] => findings.map(({ kind }) => kind);
const score = { text: 'score', type: 'number' };

describe('gaps', () => {
  test('TA1 the gaps of DT-05 are the ends of its scale', () => {
    const grades = table(
      'U',
      [score],
      [
        ['(90..100]', '"A"'],
        ['(80..90]', '"A-"'],
        ['(0..80]', '"B"'],
      ],
    );
    const { findings, isComplete } = analyseTable(grades, { name: '信用等级' });
    expect(isComplete).toBe(true);
    expect(findings).toMatchObject([
      { kind: 'gap', cells: ['<= 0, > 100'], witness: [-1], problem: { severity: 'warning', details: { table: '信用等级' } } },
    ]);
    expect(findings[0]?.problem.sentences['zh-CN']).toBe('决策表“信用等级”中没有规则适用于 score = -1。请增加规则或默认值。');
  });

  test('TA1 an open end on both sides leaves one value', () => {
    const { findings } = analyseTable(
      table(
        'U',
        [{ ...score, allowed: '[0..100]' }],
        [
          ['[0..90)', '1'],
          ['(90..100]', '2'],
        ],
      ),
    );
    expect(findings).toMatchObject([{ kind: 'gap', cells: ['90'], witness: [90] }]);
  });

  test('TA1 whole numbers have nothing between them, days neither', () => {
    const rows = [
      ['<= 90', '1'],
      ['>= 91', '2'],
    ];
    expect(kinds(analyseTable(table('U', [score], rows)).findings)).toEqual(['gap']);
    expect(analyseTable(table('U', [score], rows), { whole: ['in1'] }).findings).toEqual([]);
    const days = table(
      'U',
      [{ text: 'day', type: 'date' }],
      [
        ['< @"2026-01-02"', '1'],
        ['> date("2026-01-01")', '2'],
      ],
    );
    expect(analyseTable(days).findings).toEqual([]);
  });

  test('TA1 enumerations: allowed values of the table, of the caller, and any other text', () => {
    const rows = [
      ['"a"', '1'],
      ['"b"', '2'],
    ];
    expect(analyseTable(table('U', ['kind'], rows)).findings).toMatchObject([{ kind: 'gap', cells: ['not("a", "b")'] }]);
    expect(analyseTable(table('U', [{ text: 'kind', allowed: '"a", "b"' }], rows)).findings).toEqual([]);
    expect(analyseTable(table('U', ['kind'], rows), { allowed: { in1: parsed('"a", "b", "c"') } }).findings).toMatchObject([
      { kind: 'gap', cells: ['"c"'], witness: ['c'] },
    ]);
  });

  test('TA1 a default, and policies that give lists, have no gaps', () => {
    const one = table('U', [score], [['> 1', '1']]);
    expect(analyseTable({ ...one, outputs: [{ id: 'out', defaultValue: parsed('0', 'expression') }] }).findings).toEqual([]);
    expect(analyseTable({ ...one, hitPolicy: 'C' }).findings).toEqual([]);
  });

  test('TA1 durations and instants', () => {
    const made = table(
      'U',
      [
        { text: 'd', type: 'days and time duration' },
        { text: 't', type: 'date and time' },
      ],
      [
        ['<= @"P5D"', '-', '1'],
        ['> @"P5D"', '< @"2026-01-01T00:00:00+08:00"', '2'],
      ],
    );
    expect(analyseTable(made).findings).toMatchObject([
      {
        kind: 'gap',
        cells: ['> @"P5D"', '>= @"2026-01-01T00:00:00+08:00"'],
        witness: [{ $duration: 'P6D' }, { $dateTime: '2026-01-01T00:00:00+08:00' }],
      },
    ]);
  });
});

describe('rules that meet', () => {
  test('TA2 overlap and contradiction under Unique, contradiction alone under Any', () => {
    const rows = [
      ['[0..10]', '1'],
      ['[10..20]', '1'],
      ['[20..30]', '2'],
    ];
    expect(analyseTable(table('U', [score], rows)).findings.filter(({ kind }) => kind !== 'gap')).toMatchObject([
      { kind: 'overlap', ruleIds: ['r1', 'r2'], witness: [10], problem: { severity: 'error', place: { elementId: 'r2' } } },
      { kind: 'contradiction', ruleIds: ['r2', 'r3'], witness: [20] },
    ]);
    expect(kinds(analyseTable(table('A', [score], rows)).findings)).toEqual(['gap', 'contradiction']);
  });

  test('TA4 duplicates, in any order of the cells', () => {
    const { findings } = analyseTable(
      table(
        'R',
        ['kind'],
        [
          ['"a", "b"', '1'],
          ['"b", "a"', '1.0'],
          ['"a"', '1'],
        ],
      ),
    );
    expect(findings).toMatchObject([{ kind: 'duplicate', ruleIds: ['r1', 'r2'] }]);
  });

  test('TA3 a rule that several rules before it hide together', () => {
    const { findings } = analyseTable(
      table(
        'F',
        [score],
        [
          ['< 5', '1'],
          ['>= 3', '2'],
          ['[0..10]', '3'],
        ],
      ),
    );
    expect(findings).toMatchObject([{ kind: 'unreachable', ruleIds: ['r3'], problem: { details: { maskedBy: [1, 2] } } }]);
  });

  test('TA3 a rule that no allowed value reaches', () => {
    const made = table(
      'F',
      [{ ...score, allowed: '[0..100]' }],
      [
        ['> 100', '1'],
        ['-', '2'],
      ],
    );
    expect(kinds(analyseTable(made).findings)).toEqual(['never']);
  });

  test('TA5 columns that ask for the same are one', () => {
    const made = table(
      'U',
      [score, score],
      [
        ['> 1', '< 5', '1'],
        ['<= 1', '-', '2'],
        ['-', '>= 5', '3'],
      ],
    );
    expect(kinds(analyseTable(made).findings)).toEqual([]);
  });
});

describe('what cannot be decided', () => {
  test('TA6 is said, and never guessed', () => {
    const made = table(
      'U',
      [score, 'name'],
      [
        ['> limit', '-', '1'],
        ['<= 5', 'starts with(?, "a")', '2'],
        ['<= 5', '"b"', '3'],
      ],
    );
    const { findings, isComplete } = analyseTable(made);
    expect(isComplete).toBe(false);
    expect(findings.map(({ kind, ruleIds, columnId }) => [kind, ...ruleIds, columnId])).toEqual([
      ['undecided', 'r1', 'in1'],
      ['undecided', 'r2', 'in2'],
    ]);
  });
});

describe('cells', () => {
  test('TA7 kinds, allowed values and names', () => {
    const made = {
      ...table(
        'F',
        [score, { text: 'grade', type: 'string', allowed: '"A", "B"' }],
        [
          ['"x"', '"C"', '"far"'],
          ['> bound', '-', '5'],
          ['-', '-', '"near"'],
        ],
      ),
      outputs: [{ id: 'out', name: 'y', type: { name: 'string' }, allowedValues: parsed('"near"') }],
    };
    const { findings } = analyseTable(made, { names: ['score', 'grade'] });
    expect(findings.map(({ kind, ruleIds }) => [kind, ...ruleIds])).toEqual([
      ['nameUnknown', 'r2'],
      ['cellType', 'r1'],
      ['cellNotAllowed', 'r1'],
      ['outputNotAllowed', 'r1'],
      ['outputType', 'r2'],
      ['undecided', 'r2'],
      ['never', 'r1'],
    ]);
    for (const { problem } of findings) for (const sentence of Object.values(problem.sentences)) expect(sentence).not.toMatch(/\{\w+\}/);
  });
});

test('TA8 ten thousand rules', () => {
  const rows = Array.from({ length: 10_000 }, (_, index) => [`[${index}..${index + 1})`, index % 2 ? '"a"' : '-', `${index}`]);
  rows[5000] = ['[5000..5002)', '-', '1'];
  const { findings, isComplete } = analyseTable(
    table(
      'U',
      [
        { ...score, allowed: '[0..10000)' },
        { text: 'kind', allowed: '"a", "b"' },
      ],
      rows,
    ),
  );
  expect(findings.filter(({ kind }) => kind !== 'gap')).toMatchObject([
    { kind: 'contradiction', ruleIds: ['r5001', 'r5002'], witness: [5001, 'a'] },
  ]);
  expect(findings.filter(({ kind }) => kind === 'gap')).not.toEqual([]);
  expect(isComplete).toBe(true);
});
