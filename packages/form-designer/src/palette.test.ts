import { expect, test } from 'vitest';
import { DATA_DICTIONARY } from './data-dictionary.ts';
import { PALETTE } from './palette.ts';

test('entries of the palette have ids of their own, and their meanings are in the dictionary', () => {
  const entries = PALETTE.flatMap((group) => group.entries);
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  const known = new Set(DATA_DICTIONARY.map(({ id }) => id));
  const meanings = entries.map(({ draft }) => draft['meaning']).filter((meaning) => typeof meaning === 'string');
  expect(meanings.filter((meaning) => !known.has(meaning))).toEqual([]);
});
