import { expect, test } from 'vitest';
import { textIn } from './text.ts';

test('a text in a language, else in Chinese; a plain one is the same in all', () => {
  expect(textIn({ 'zh-CN': '受理', en: 'Accept' }, 'en')).toBe('Accept');
  expect(textIn({ 'zh-CN': '受理' }, 'en')).toBe('受理');
  expect(textIn({ 'zh-CN': '受理', en: 'Accept' })).toBe('受理');
  expect(textIn('A')).toBe('A');
  expect(textIn(undefined)).toBe('');
});
