import { expect, test } from 'vitest';
import { isJsonObject, isSafeName } from './json.ts';

test('names that JavaScript gives a meaning of its own are no keys of data, nor are empty and endless ones', () => {
  for (const name of ['__proto__', 'constructor', 'prototype', '', 'x'.repeat(201)]) expect(isSafeName(name)).toBe(false);
  for (const name of ['a', '企业名称', 'x'.repeat(200), 'toString']) expect(isSafeName(name)).toBe(true);
});

test('neither null nor a list is an object', () => {
  expect([{}, { a: 1 }].every(isJsonObject)).toBe(true);
  expect([null, [], 'a', 1, undefined].some(isJsonObject)).toBe(false);
});
