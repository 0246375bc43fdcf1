import { describe, expect, test } from 'vitest';
import { parseFeel, printFeel } from './index.ts';

const printed = (text: string, dialect: 'expression' | 'unaryTests' = 'expression', names: readonly string[] = []): string => {
  const { expression, problems } = parseFeel(text, { dialect, names });
  return expression ? printFeel(expression.tree) : (problems[0]?.code ?? 'nothing');
};

describe('expressions', () => {
  test.each([
    // precedence: negation binds tighter than powers, powers go from left to right (DMN 1.5, grammar rule 4)
    ['-2 ** 2', '-2 ** 2'],
    ['2 ** 3 ** 2', '2 ** 3 ** 2'],
    ['(2 + 3) * 4', '(2 + 3) * 4'],
    ['2 + (3 * 4)', '2 + 3 * 4'],
    ['a or b and c = d', 'a or b and c = d'],
    ['(a or b) and c', '(a or b) and c'],
    ['a - (b - c)', 'a - (b - c)'],
    // brackets: lists, ranges, filters
    ['[]', '[]'],
    ['[1, "a", null]', '[1, "a", null]'],
    [']1..3[', '(1..3)'],
    ['[a..b[', '[a..b)'],
    ['[1..b[1]]', '[1..b[1]]'],
    ['a[1][x > 2].b', 'a[1][x > 2].b'],
    // textual
    ['if a then b else c + 1', 'if a then b else c + 1'],
    ['1 + if a then b else c', '1 + (if a then b else c)'],
    ['for i in 1..3, j in x return i * j', 'for i in 1..3, j in x return i * j'],
    ['some x in y satisfies x > 1', 'some x in y satisfies x > 1'],
    ['function(a: number, b) a + b', 'function(a: number, b) a + b'],
    ['(function(x) x + 1)(2)', '(function(x) x + 1)(2)'],
    ['x instance of list<number>', 'x instance of list<number>'],
    ['x instance of range<date and time>', 'x instance of range<date and time>'],
    ['x instance of function<number, string> -> Any', 'x instance of function<number, string> -> Any'],
    ['x instance of context<a: number, b c: string>', 'x instance of context<a: number, b c: string>'],
    // tests
    ['x in (> 5, [1..2], "a")', 'x in (> 5, [1..2], "a")'],
    ['x in [1..2]', 'x in ([1..2])'],
    ['x between 1 and 2 and y', 'x between 1 and 2 and y'],
    // names and calls
    ['date and time("2026-11-21")', 'date and time("2026-11-21")'],
    ['years and months duration(a, b)', 'years and months duration(a, b)'],
    ['substring(string: s, start position: 2)', 'substring(string: s, start position: 2)'],
    ['{a b: 1, "x-y": 2}.a b', '{a b: 1, "x-y": 2}.a b'],
    ['// why\n1 /* and */ + 2', '1 + 2'],
    ['"a\\"\\u4e2d\\n"', '"a\\"中\\n"'],
  ])('%s', (text, expected) => {
    expect(printed(text)).toBe(expected);
  });

  test('a declared name may hold spaces, operators and keywords', () => {
    const names = ['项目 名称', '甲 - 乙', 'date and place', 'a-b'];
    const { expression } = parseFeel('项目  名称 = "x" and 甲 - 乙 > a-b - date and place', { names });
    expect(expression?.reads).toEqual(['项目 名称', '甲 - 乙', 'a-b', 'date and place']);
  });

  test('a declared name wins over the built-in function of that name', () => {
    expect(parseFeel('count + 1', { names: ['count'] }).expression?.reads).toEqual(['count']);
    expect(parseFeel('count(x)', { names: ['x'] }).expression?.reads).toEqual(['x']);
  });
});

describe('unary tests', () => {
  test.each([
    ['', '-'],
    ['-', '-'],
    ['-5', '-5'],
    ['> 5, < 1', '> 5, < 1'],
    ['not("a", "b")', 'not("a", "b")'],
    ['not(x) and y', 'not(x) and y'],
    ['(90..100]', '(90..100]'],
    ['? > 5 and ? < 9', '? > 5 and ? < 9'],
  ])('%s', (text, expected) => {
    expect(printed(text, 'unaryTests')).toBe(expected);
  });
});

describe('what an expression reads', () => {
  test.each([
    ['a.b + c', ['a', 'c']],
    ['for i in list return i + k', ['list', 'k']],
    ['some x in xs, y in x satisfies y > limit', ['xs', 'limit']],
    ['{a: 1, b: a + c}', ['c']],
    ['function(x) x + y', ['y']],
    ['count(xs)', ['xs']],
    ['own(xs)', ['own', 'xs']],
    ['xs[item > k]', ['xs', 'k']],
    ['{f: function(n) f(n - 1), r: f(2)}.r', []],
  ])('%s', (text, reads) => {
    expect(parseFeel(text).expression?.reads).toEqual(reads);
  });

  test('names inside a filter count only when they were declared', () => {
    expect(parseFeel('rows[opinion = wanted]', { names: ['rows', 'wanted'] }).expression?.reads).toEqual(['rows', 'wanted']);
  });
});

describe('what cannot be read', () => {
  test.each([
    ['', 'FEEL_SYNTAX_EMPTY', 0, 0],
    ['a +', 'FEEL_SYNTAX_INCOMPLETE', 3, 3],
    ['[1, 2', 'FEEL_SYNTAX_UNCLOSED', 5, 5],
    ['if a then b', 'FEEL_SYNTAX_UNCLOSED', 11, 11],
    ['if a b', 'FEEL_SYNTAX_UNCLOSED', 6, 6],
    ['a == b', 'FEEL_SYNTAX_OPERATOR', 2, 4],
    ['a && b', 'FEEL_SYNTAX_OPERATOR', 2, 4],
    ['a = “中”', 'FEEL_SYNTAX_OPERATOR', 4, 5],
    ["a = 'x'", 'FEEL_SYNTAX_OPERATOR', 4, 5],
    ['a = "x', 'FEEL_SYNTAX_STRING_OPEN', 4, 6],
    ['1 2', 'FEEL_SYNTAX_TRAILING', 2, 3],
    ['f(1,)', 'FEEL_SYNTAX_VALUE_EXPECTED', 4, 5],
    ['{a: 1, a: 2}', 'FEEL_SYNTAX_KEY_TWICE', 7, 8],
    ['a # b', 'FEEL_SYNTAX_CHARACTER', 2, 3],
    ['function(a) external {}', 'FEEL_SYNTAX_EXTERNAL', 12, 23],
    [`${'('.repeat(300)}1${')'.repeat(300)}`, 'FEEL_TEXT_TOO_DEEP', 0, 601],
    [`${'-'.repeat(3000)}1`, 'FEEL_TEXT_TOO_DEEP', 0, 3001],
    [`1${' + 1'.repeat(1000)}`, 'FEEL_TEXT_TOO_DEEP', 0, 4001],
    ['a'.repeat(10_001), 'FEEL_TEXT_TOO_LONG', 10_000, 10_001],
  ])('%.40s', (text, code, from, to) => {
    const { expression, problems } = parseFeel(text);
    expect(expression).toBeUndefined();
    expect(problems.map((problem) => [problem.code, problem.place.from, problem.place.to])).toEqual([[code, from, to]]);
  });

  test('a full-width sign in a name that nobody declared is pointed out', () => {
    const { expression, problems } = parseFeel('金额，面积 > 3');
    expect(expression?.reads).toEqual(['金额，面积']);
    expect(problems).toMatchObject([{ code: 'FEEL_SYNTAX_FULL_WIDTH', severity: 'warning', details: { found: '，', suggestion: ',' } }]);
    expect(parseFeel('金额（万元） > 3', { names: ['金额（万元）'] }).problems).toEqual([]);
  });

  test('every sentence is there in both languages, with nothing left to fill in', () => {
    for (const text of ['a +', 'a == b', '1 2', '(1', '{a: 1, a: 2}', '"x']) {
      for (const sentence of Object.values(parseFeel(text).problems[0]?.sentences ?? {})) expect(sentence).not.toMatch(/\{\w+\}/);
    }
  });
});
