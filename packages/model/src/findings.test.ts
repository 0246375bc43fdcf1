import { expect, test } from 'vitest';
import { defineErrors } from './errors.ts';
import { bareError, errorInWords, inWords } from './findings.ts';

const { table } = defineErrors({ ROOM_FULL: { en: 'Full: {size}.', 'zh-CN': '已满：{size}。', kind: 'tooLarge' } });

test('a bare error is its code and facts', () => {
  const error = bareError('ROOM_FULL', { size: 3 });
  expect(error.sentences).toEqual({ en: 'ROOM_FULL {"size":3}', 'zh-CN': 'ROOM_FULL {"size":3}' });
  expect(error.kind).toBe('invalid');
});

test('a finding is read in the words of its table; a code that is not there stands for itself', () => {
  const finding = { code: 'ROOM_FULL', severity: 'warning', place: { elementId: 'a' }, details: { size: 3 } } as const;
  expect(inWords(table, finding)).toEqual({ ...finding, sentences: { en: 'Full: 3.', 'zh-CN': '已满：3。' } });
  for (const code of ['OTHER', 'toString']) expect(inWords(table, { ...finding, code }).sentences.en).toBe(`${code} {"size":3}`);
});

test('an error gets the words and the kind of its table, and keeps what it was as its cause', () => {
  const bare = bareError('ROOM_FULL', { size: 3 });
  const spoken = errorInWords(table, bare);
  expect(spoken).toMatchObject({ message: 'Full: 3.', kind: 'tooLarge', details: { size: 3 }, cause: bare });
  const other = bareError('OTHER');
  expect(errorInWords(table, other)).toBe(other);
});
