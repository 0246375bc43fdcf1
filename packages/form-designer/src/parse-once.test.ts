import { parseFeel } from '@tongban/feel-parser';
import { expect, test } from 'vitest';
import { parseOnce } from './parse-once.ts';

const NAMES = ['总投资', '总投资（万元）', 'a', 'b-c', 'first and last', 'items', 'rows'];
const TEXTS = [
  '总投资（万元） > 5',
  'b-c + a',
  'first  and\tlast = 1',
  'first /* one */ and last = 1',
  'items[code = a].name',
  'a >',
  'some x in rows satisfies x.a = 总投资',
];

test('it reads as the parser does with all names, and the second time gives the same answer', () => {
  const parse = parseOnce();
  for (const text of TEXTS) {
    const first = parse(text, NAMES);
    expect(first, text).toEqual(parseFeel(text, { names: NAMES }));
    expect(parse(text, [...NAMES, 'another']), text).toEqual(first);
  }
  expect(parse('b-c', NAMES)).toBe(parse('b-c', [...NAMES, 'another']));
});

test('a name that becomes known changes how a text is read', () => {
  const parse = parseOnce();
  expect(parse('b-c', ['b', 'c']).expression?.reads).toEqual(['b', 'c']);
  expect(parse('b-c', ['b', 'c', 'b-c']).expression?.reads).toEqual(['b-c']);
});
