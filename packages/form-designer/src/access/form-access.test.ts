import type { FormDocument } from '@tongban/model';
import { expect, test } from 'vitest';
import { application, circulation, formOf, text } from '../test-support/forms.ts';
import { accessFindings } from './form-access.ts';
import { contrast } from './measure-page.ts';

const kinds = (form: FormDocument) => accessFindings(form).map(({ kind, fieldId }) => `${fieldId || 'form'} ${kind}`);
const choice = (value: string, label: string) => ({ value, label: { 'zh-CN': label } });

test('the printed forms have nothing that keeps people out, but for a table that is too wide for a phone', () => {
  expect(kinds(application)).toEqual([]);
  expect(kinds(circulation).every((each) => each.endsWith('wideTable'))).toBe(true);
});

test('names, choices, groups, order and words that only some understand', () => {
  const label = { 'zh-CN': '联系人' };
  const form = formOf(
    text('late', { visible: 'r = "a"' }),
    text('one', { label }),
    text('two', { label, help: { 'zh-CN': '填写右侧标红的内容' } }),
    text('none', { label: { 'zh-CN': '……' } }),
    { kind: 'radio', id: 'r', key: 'r', label: { 'zh-CN': '类别' }, choices: [choice('a', '甲'), choice('b', '甲')] },
    { kind: 'section', id: 's', key: 's', label: { 'zh-CN': '组' }, fields: [] },
  );
  expect(kinds(form)).toEqual([
    'one sameName',
    'two sameName',
    'two byColourOrPlace',
    'none noName',
    'r sameChoices',
    's emptySection',
    'late askedTooLate',
  ]);
  const many = formOf(...Array.from({ length: 21 }, (_, at) => text(`f${at}`)));
  expect(kinds(many)).toEqual(['form longWithoutSections']);
  expect(kinds({ ...formOf(text('a')), steps: true })).toEqual(['form stepsWithoutSections']);
});

test('contrast as WCAG reckons it', () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21);
  expect(contrast([119, 119, 119], [255, 255, 255])).toBeCloseTo(4.48, 2);
});
