import { expect, it } from 'vitest';
import { cellWords, hitPolicyWords } from './cell-words.ts';

it('says simple cells in words and leaves the rest as FEEL', () => {
  expect(cellWords('"C+","C","C-"', 'zh-CN')).toBe('C+、C、C-');
  expect(cellWords('not("low")', 'zh-CN')).toBe('不是 low');
  expect(cellWords('true', 'zh-CN')).toBe('是');
  expect(cellWords('-', 'en')).toBe('');
  expect(cellWords('(90..100]', 'zh-CN')).toBe('(90..100]');
  expect(cellWords('"a" + "b"', 'en')).toBe('"a" + "b"');
  expect(hitPolicyWords('C', 'zh-CN')).toBe('列出所有符合的结果（C）');
});
