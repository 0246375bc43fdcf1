import { untranslated } from '@tongban/element-kit';
import { expect, test } from 'vitest';
import { DATA_DICTIONARY } from './data-dictionary.ts';
import { designMessages } from './design-messages.ts';
import { PALETTE } from './palette.ts';

test('every word is there in both languages', () => {
  expect(untranslated(designMessages)).toEqual([]);
  const named = [...PALETTE, ...PALETTE.flatMap(({ entries }) => entries), ...DATA_DICTIONARY];
  expect(named.filter(({ name }) => !name.en || /\p{Script=Han}/u.test(name.en))).toEqual([]);
});
