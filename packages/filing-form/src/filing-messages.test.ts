import { type Messages, untranslated } from '@tongban/element-kit';
import { expect, test } from 'vitest';
import { filingMessages } from './filing-messages.ts';
import { carriedMessages } from './more/carried-messages.ts';
import { moreMessages } from './more/more-messages.ts';
import { padMessages } from './more/pad-messages.ts';
import { uploadMessages } from './more/upload-messages.ts';

test.each([
  ['a form', filingMessages],
  ['what is taken over', carriedMessages],
  ['more kinds of fields', moreMessages],
  ['the place to sign', padMessages],
  ['uploads', uploadMessages],
] as readonly (readonly [string, Messages<Readonly<Record<string, string>>>])[])(
  'every word of %s is there in Chinese and English',
  (_what, messages) => {
    expect(untranslated(messages)).toEqual([]);
  },
);
