import { expect, test } from 'vitest';
import { allProblems, compileDesign, problemsById } from './form-problems.ts';
import { formOf, text } from './test-support/forms.ts';

const NOTHING = { forms: [], items: [] };

test('computed fields in a circle are named, and an empty name is asked for in words', () => {
  const form = formOf(text('甲', { computed: '乙' }), text('乙', { computed: '甲' }));
  const [circle] = compileDesign(form, NOTHING).problems;
  expect(circle?.sentences['zh-CN']).toContain('“甲”、“乙”');
  expect(problemsById([circle!], new Set(['甲', '乙'])).get('甲')).toEqual([circle]);
  const nameless = compileDesign(formOf(text('a', { label: { 'zh-CN': '' } })), NOTHING).problems;
  expect(nameless.map(({ sentences }) => sentences['zh-CN'])).toEqual(['请填写“a”的名称。']);
});

test('the problems of others are added once; those of no field stand at the form', () => {
  const form = formOf(text('a', { visible: 'b >' }));
  const own = compileDesign(form, NOTHING).problems;
  const told = { code: 'COMPILE_X', severity: 'error', place: {}, details: {}, sentences: { en: 'x', 'zh-CN': '甲' } } as const;
  expect(allProblems(own, [...own, told])).toEqual([...own, told]);
  expect(problemsById([told], new Set(['a'])).get('')).toEqual([told]);
});
