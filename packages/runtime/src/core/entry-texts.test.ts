import { expect, test } from 'vitest';
import { timesEntered, withEntries } from './entry-counts.ts';
import { EntryTexts } from './entry-texts.ts';

function wayOf(texts: EntryTexts, indexes: readonly number[]): number {
  return indexes.reduce((way, index) => texts.further(way, index), 0);
}

test('counts the nodes of a way, each as often as it was entered', () => {
  const texts = new EntryTexts(5);
  const entered = texts.after('', wayOf(texts, [0, 1, 1, 3]));
  expect([0, 1, 2, 3, 4].map((index) => timesEntered({ entered }, index))).toEqual([1, 2, 0, 1, 0]);
  expect(texts.after(entered, wayOf(texts, [4, 0]))).toBe(withEntries('', [0, 1, 1, 3, 4, 0]));
});

test('cases that come from different places or go different ways have counts of their own', () => {
  const texts = new EntryTexts(3);
  const ways = [[0], [0, 1], [1, 0, 2], [2], [0, 0]];
  for (const round of [1, 2]) {
    for (const before of ['', '1', '011', '9']) {
      for (const way of ways) expect(texts.after(before, wayOf(texts, way)), `round ${round}`).toBe(withEntries(before, way));
    }
  }
});

test('a way has room as long as its number is exact', () => {
  const texts = new EntryTexts(1000);
  let way = 0;
  let length = 0;
  for (; texts.hasRoom(way); length++) way = texts.further(way, 999);
  expect(length).toBe(5);
  expect(timesEntered({ entered: texts.after('', way) }, 999)).toBe(5);
});

test('forgets what it kept when that is much, and goes on counting right', () => {
  const texts = new EntryTexts(2000);
  let entered = '';
  for (let times = 1; times <= 1500; times++) entered = texts.after(entered, texts.further(0, 1999));
  expect(timesEntered({ entered }, 1999)).toBe(1500);
});
