import type { FeelName } from '@tongban/feel-parser';
import { expect, test } from 'vitest';
import { trialMessages } from './trial-messages.ts';
import { pathWords, readLiteral, shownValue, typedValue, valuesByName, valueWords } from './value-words.ts';

const opinion: FeelName = {
  name: 'choice',
  label: { 'zh-CN': '意见', en: 'choice' },
  type: 'string',
  values: [{ feel: '"agree"', label: { 'zh-CN': '同意', en: 'agree' } }],
};
const names: readonly FeelName[] = [
  {
    name: 'application',
    label: { 'zh-CN': '申请表', en: 'Application' },
    entries: [{ name: 'land', label: { 'zh-CN': '用地意见', en: 'Opinion of land' }, entries: [opinion] }],
  },
];
const words = trialMessages.for({ locale: 'zh-CN' });

test('a path is read with the title of the form and the label of the field, in the language of the reader', () => {
  expect(pathWords(names, 'application.land.choice', 'zh-CN')).toBe('申请表 · 用地意见 · 意见');
  expect(pathWords(names, 'application.land', 'en')).toBe('Application · Opinion of land');
  expect(pathWords(names, 'application.gone', 'zh-CN')).toBe('申请表 · gone');
  expect(pathWords(names, 'other.amount', 'zh-CN')).toBe('other · amount');
});

test('a value is read with the word of its choice; days, numbers, yes and nothing as people write them', () => {
  expect(valueWords(words, 'zh-CN', opinion, 'agree')).toBe('同意');
  expect(valueWords(words, 'en', opinion, ['agree', 'else'])).toBe('agree、else');
  expect(valueWords(words, 'zh-CN', undefined, [])).toBe('（没有）');
  expect(valueWords(words, 'zh-CN', undefined, true)).toBe('是');
  expect(valueWords(words, 'zh-CN', undefined, null)).toBe('（未填）');
  expect(valueWords(words, 'zh-CN', undefined, { $date: '2026-11-23' })).toBe('2026-11-23');
  expect(shownValue({ $decimal: '1.5' })).toBe('1.5');
  expect(shownValue({ code: 'A', name: '用地' })).toBe('用地');
});

test('what is typed becomes a value of its type, and stays a text where it is none', () => {
  expect(typedValue(' 600 ', 'number')).toBe(600);
  expect(typedValue('1.5', 'number')).toEqual({ $decimal: '1.5' });
  expect(typedValue('many', 'number')).toBe('many');
  expect(typedValue('600', 'string')).toBe('600');
  expect(typedValue('2026-11-23', 'date')).toEqual({ $date: '2026-11-23' });
  expect(typedValue('true', undefined)).toBe(true);
  expect(typedValue(' ', 'string')).toBeNull();
  expect(readLiteral('"5"')).toBe('5');
});

test('values by path become values by name', () => {
  expect(valuesByName({ 'application.land.choice': 'agree', 'application.amount': 5, urgent: true })).toEqual({
    application: { land: { choice: 'agree' }, amount: 5 },
    urgent: true,
  });
});
