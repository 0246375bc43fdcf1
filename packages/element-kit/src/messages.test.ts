import type { Locale } from '@tongban/model';
import { expect, test } from 'vitest';
import { kitMessages } from './kit-messages.ts';
import { localeOf } from './locale.ts';
import { defineMessages, untranslated } from './messages.ts';

test('says a message in the language its speaker has at that moment', () => {
  const messages = defineMessages({ 'zh-CN': { greet: '你好，{name}', save: '保存' }, en: { greet: 'Hello, {name}', save: 'Save' } });
  const speaker: { locale: Locale } = { locale: 'zh-CN' };
  const t = messages.for(speaker);
  expect(t('greet', { name: '马' })).toBe('你好，马');
  speaker.locale = 'en';
  expect(t('save')).toBe('Save');
  // @ts-expect-error a placeholder wants its value
  expect(t('greet')).toBe('Hello, {name}');
});

test('finds what is missing, left in Chinese, or has other placeholders', () => {
  const tables = { 'zh-CN': { a: '一', b: '二', c: '三 {n}', d: ' ' }, en: { a: '', b: '二', c: 'three {m}', d: 'four' } };
  expect(untranslated({ tables })).toEqual(['en lacks "a"', 'en has Chinese in "b"', 'placeholders differ in "c"', 'zh-CN lacks "d"']);
});

test('the kit is translated', () => {
  expect(untranslated(kitMessages)).toEqual([]);
});

test('language tags', () => {
  expect(['zh', 'zh-Hant-TW', 'EN_us', 'fr', '', null].map(localeOf)).toEqual(['zh-CN', 'zh-CN', 'en', undefined, undefined, undefined]);
});
