import type { FormDocument, FormField } from '@tongban/model';
import { expect, test } from 'vitest';
import { stepsOf } from './form-steps.ts';

const text = (key: string): FormField => ({ kind: 'text', id: `id-${key}`, key, label: { 'zh-CN': key } });
const section = (key: string, fields: readonly FormField[]): FormField => ({
  kind: 'section',
  id: `id-${key}`,
  key,
  label: { 'zh-CN': key },
  fields,
});
const form = (fields: readonly FormField[]): FormDocument => ({
  formatVersion: 1,
  id: 'F',
  key: 'f',
  title: { 'zh-CN': '表' },
  layout: 'stacked',
  steps: true,
  fields,
});
const keys = (document: FormDocument): readonly string[] =>
  stepsOf(document).map((step) => `${step.title['zh-CN']}: ${[...step.keys].join(' ')}`);

test('each section is a step; what stands loose goes with the one before it, at the start with the first', () => {
  const inner = section('inner', [text('d')]);
  expect(keys(form([text('a'), section('one', [text('b')]), text('c'), section('two', [inner])]))).toEqual([
    'one: a one b c',
    'two: two inner d',
  ]);
});

test('a form without sections is one step', () => {
  expect(keys(form([text('a'), text('b')]))).toEqual(['表: a b']);
});
