import { untranslated } from '@tongban/element-kit';
import { expect, test } from 'vitest';
import { filingMessages } from './filing-messages.ts';

test('every word is there in Chinese and English', () => {
  expect(untranslated(filingMessages)).toEqual([]);
});
