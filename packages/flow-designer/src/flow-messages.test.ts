import { untranslated } from '@tongban/element-kit';
import { expect, test } from 'vitest';
import { flowMessages } from './flow-messages.ts';

test('every word exists in both languages', () => expect(untranslated(flowMessages)).toEqual([]));
