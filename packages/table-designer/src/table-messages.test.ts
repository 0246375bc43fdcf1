import { untranslated } from '@tongban/element-kit';
import { expect, test } from 'vitest';
import { decisionMessages } from './decisions/decision-messages.ts';
import { importMessages } from './import/import-messages.ts';
import { ruleListMessages } from './rule-list/rule-list-messages.ts';
import { tableMessages } from './table-messages.ts';

test('every word is there in both languages', () => {
  expect(untranslated(tableMessages)).toEqual([]);
  expect(untranslated(decisionMessages)).toEqual([]);
  expect(untranslated(ruleListMessages)).toEqual([]);
  expect(untranslated(importMessages)).toEqual([]);
});
