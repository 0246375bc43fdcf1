import { expect, test } from 'vitest';
import { timesEntered, withEntries } from './entry-counts.ts';
import { EntryTexts, type Way } from './entry-texts.ts';

function wayOf(texts: EntryTexts, indexes: readonly number[]): Way {
  return indexes.reduce((way, index) => texts.further(way, index), texts.start);
}

test('counts the nodes of a way, each as often as it was entered', () => {
  const texts = new EntryTexts();
  const entered = texts.after('', wayOf(texts, [0, 1, 1, 3]));
  expect([0, 1, 2, 3, 4].map((index) => timesEntered({ entered }, index))).toEqual([1, 2, 0, 1, 0]);
  expect(texts.after(entered, wayOf(texts, [4, 0]))).toBe(withEntries('', [0, 1, 1, 3, 4, 0]));
});

test('cases that come from different places or go different ways have counts of their own', () => {
  const texts = new EntryTexts();
  const ways = [[0], [0, 1], [1, 0, 2], [2], [0, 0]];
  for (const round of [1, 2]) {
    for (const before of ['', '1', '011', '9']) {
      for (const way of ways) expect(texts.after(before, wayOf(texts, way)), `round ${round}`).toBe(withEntries(before, way));
    }
  }
});

test('the same way is kept once, and has room for so many nodes', () => {
  const texts = new EntryTexts();
  let way = texts.start;
  for (let length = 0; texts.hasRoom(way); length++) way = texts.further(way, length);
  expect(wayOf(texts, way.indexes)).toBe(way);
  expect(way.indexes).toEqual(Array.from({ length: 16 }, (_, index) => index));
});

test('forgets what it kept when that is much, and goes on counting right', () => {
  const texts = new EntryTexts();
  const { start } = texts;
  let entered = '';
  for (let times = 1; times <= 1500; times++) entered = texts.after(entered, wayOf(texts, [1999]));
  expect(timesEntered({ entered }, 1999)).toBe(1500);
  expect(texts.start).not.toBe(start);
});
