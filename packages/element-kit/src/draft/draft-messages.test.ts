import { expect, test } from 'vitest';
import { untranslated } from '../messages.ts';
import { draftMessages } from './draft-messages.ts';

test('every word of a draft exists in both languages', () => expect(untranslated(draftMessages)).toEqual([]));
