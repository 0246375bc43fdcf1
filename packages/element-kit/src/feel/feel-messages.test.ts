import { expect, test } from 'vitest';
import { untranslated } from '../messages.ts';
import { feelMessages } from './feel-messages.ts';

test('every word of the FEEL field is there in both languages', () => {
  expect(untranslated(feelMessages)).toEqual([]);
});
