import { untranslated } from '@tongban/element-kit';
import { expect, test } from 'vitest';
import { tableMessages } from './table-messages.ts';

test('every word is there in both languages', () => {
  expect(untranslated(tableMessages)).toEqual([]);
});
