import { inWords, type Json } from '@tongban/model';
import { describe, expect, test, vi } from 'vitest';
import { compileFeel, compileUnaryTests, type FeelFault, feelErrors, fromWire, prepare, toWire } from './index.ts';
import { evaluate, noon, parsed } from './test-support/evaluate.ts';

describe('FEEL21 limits', () => {
  test.each([
    ['for i in 1..1000000 return i', 'listLength'],
    ['count(for i in 1..90000, j in 1..90000 return 1)', 'listLength'],
    ['every i in 1..2000, j in 1..2000 satisfies true', 'steps'],
    ['{f: function(n) f(n + 1), r: f(1)}.r', 'calls'],
    ['matches("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "^(a+)+$")', 'steps'],
    ['{double: function(s, n) if n = 0 then s else double(s + s, n - 1), r: double("12345678", 30)}.r', 'textLength'],
    ['count(for t in [string join(for i in 1..50000 return "x")], i in 1..90000 return substring(t, i))', 'steps'],
    ['sort(for i in 1..3000 return i, function(x, y) count(for k in 1..3000 return k) > 0)', 'steps'],
  ])('%s', (text, limit) => {
    const faults: FeelFault[] = [];
    expect(evaluate(text, {}, faults)).toBeNull();
    expect(faults.at(-1)).toMatchObject({ code: 'FEEL_LIMIT', details: { limit } });
  });

  test('FEEL21 long texts are matched without trouble', () => {
    const text = `${'中文 text '.repeat(500)}end`;
    expect(evaluate('matches(text, ".*end$") and not(matches(text, "^.*nowhere.*$"))', { text })).toBe(true);
  });

  test('FEEL21 a text of a million characters does not break the matcher', () => {
    const faults: FeelFault[] = [];
    evaluate('matches(text, "^(ab)*$")', { text: 'ab'.repeat(400_000) }, faults);
    expect(faults.every(({ code }) => code === 'FEEL_LIMIT')).toBe(true);
  });
});

describe('FEEL22 faults', () => {
  test.each<readonly [string, string, readonly [number, number]]>([
    ['1 + missing', 'FEEL_NAME_UNKNOWN', [4, 11]],
    ['1 + "a"', 'FEEL_OPERANDS', [0, 7]],
    ['true and 5', 'FEEL_OPERANDS', [0, 10]],
    ['2 * (1 / 0)', 'FEEL_NOT_A_NUMBER', [5, 10]],
    ['date("2026-02-30")', 'FEEL_ARGUMENT_VALUE', [0, 18]],
    ['substring(1, 2)', 'FEEL_ARGUMENTS', [0, 15]],
    ['@"2026-13-01"', 'FEEL_LITERAL', [0, 13]],
    ['{a: 1}.b', 'FEEL_NO_ENTRY', [0, 8]],
    ['if 1 then 2 else 3', 'FEEL_CONDITION', [3, 4]],
    ['for i in 1.5..3 return i', 'FEEL_NOT_ITERABLE', [9, 12]],
    ['[1..2]', 'FEEL_RESULT', [0, 6]],
  ])('%s', (text, code, [from, to]) => {
    const faults: FeelFault[] = [];
    evaluate(text, {}, faults);
    expect(faults).toMatchObject([{ code, place: { from, to } }]);
    const { sentences } = inWords(feelErrors.table, faults[0] as FeelFault);
    for (const sentence of Object.values(sentences)) expect(sentence).not.toMatch(/\{\w+\}/);
  });

  test.each(['none + 1', 'none > 1', 'none.x', 'none[1]', 'upper case(none)', 'none and true', 'if none then 1 else 2'])(
    'FEEL22 %s is no fault',
    (text) => {
      const faults: FeelFault[] = [];
      evaluate(text, { none: null }, faults);
      expect(faults).toEqual([]);
    },
  );
});

describe('FEEL23 the narrow context', () => {
  test('FEEL23 asks only for what it reads, when it comes to it', () => {
    const lookup = vi.fn((name: string): Json | undefined => ({ a: false, b: 1 })[name]);
    const prepared = prepare(parsed('a and b > 1'));
    expect(prepared.reads).toEqual(['a', 'b']);
    expect(prepared.evaluate(lookup, noon)).toBe(false);
    expect(lookup.mock.calls).toEqual([['a']]);
  });

  test('FEEL23 a text that is one entry is asked for once, and anything else reads as ever', () => {
    const form: Json = { name: '张三', amount: 12, none: null, day: { $date: '2026-03-01' } };
    const lookup = vi.fn((name: string): Json | undefined => (name === 'form' ? form : name === 'list' ? [form] : undefined));
    const read = (text: string): readonly [Json, readonly string[]] => {
      const faults: FeelFault[] = [];
      return [prepare(parsed(text)).evaluate(lookup, noon, faults), faults.map(({ code }) => code)];
    };
    expect(read('form.name')).toEqual(['张三', []]);
    expect(lookup.mock.calls).toEqual([['form']]);
    expect(read('"plain"')).toEqual(['plain', []]);
    expect(read('form.amount')).toEqual([12, []]);
    expect(read('form.none')).toEqual([null, []]);
    expect(read('form.day')).toEqual([{ $date: '2026-03-01' }, []]);
    expect(read('form.day.year')).toEqual([2026, []]);
    expect(read('form.missing')).toEqual([null, ['FEEL_NO_ENTRY']]);
    expect(read('list.name')).toEqual([['张三'], []]);
    expect(read('nothing.name')).toEqual([null, ['FEEL_NAME_UNKNOWN']]);
  });

  test('FEEL23 test is true only for true', () => {
    const test = (text: string): boolean => prepare(parsed(text)).test(() => undefined, noon);
    expect([test('1 = 1'), test('1 = 2'), test('null'), test('"true"'), test('1')]).toEqual([true, false, false, false, false]);
  });

  test('FEEL23 entries named like parts of JavaScript are data', () => {
    const wire = JSON.parse('{"__proto__": {"x": 1}, "constructor": 2}') as Json;
    expect(evaluate('o.constructor', { o: wire })).toBe(2);
    expect(evaluate('o.toString', { o: wire })).toBeNull();
    expect(JSON.stringify(evaluate('o', { o: wire }))).toBe(JSON.stringify(wire));
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  test('FEEL23 values and unary tests without wire forms', () => {
    expect(compileFeel(parsed('a + 1')).evaluate(new Map([['a', 2]]), noon)).toBe(3);
    const passes = compileUnaryTests(parsed('> limit', 'unaryTests'));
    expect([passes(3, new Map([['limit', 2]]), noon), passes(null, new Map([['limit', 2]]), noon)]).toEqual([true, null]);
  });
});

describe('FEEL24 wire forms', () => {
  test.each<Json>([
    null,
    true,
    'text',
    42,
    { $decimal: '0.1' },
    { $decimal: '12345678901234567890' },
    { $date: '2026-11-21' },
    { $time: '08:30:00+08:00' },
    { $dateTime: '2026-11-21T08:30:00.125Z' },
    { $duration: '-P3DT4H' },
    { $duration: 'P1Y2M' },
    [1, [{ a: { $date: '2026-11-21' } }]],
    { $date: '2026-11-21', other: 1 },
  ])('FEEL24 %j', (wire) => {
    expect(toWire(fromWire(wire))).toEqual(wire);
  });

  test('FEEL24 a JSON number that is no safe integer is read by its shortest text', () => {
    expect(toWire(fromWire(0.1))).toEqual({ $decimal: '0.1' });
    expect(toWire(fromWire(1e21))).toEqual({ $decimal: '1000000000000000000000' });
    expect(Object.is(fromWire(-0), 0)).toBe(true);
  });

  test('FEEL24 a tagged text that is no such value is null', () => {
    expect(fromWire({ $date: '2026-02-30' })).toBeNull();
    expect(fromWire({ $decimal: 'x' })).toBeNull();
  });
});
