import { expect, test } from 'vitest';
import { timesEntered, withEntries } from './entry-counts.ts';

test('counts how often each node was entered, none before the first time', () => {
  const entered = withEntries(withEntries('', [3, 0]), [3, 3, 1]);
  expect([0, 1, 2, 3, 4].map((index) => timesEntered({ entered }, index))).toEqual([1, 1, 0, 3, 0]);
  expect(withEntries(entered, [])).toBe(entered);
});

test('counts in large flows and long loops, and stands for itself as JSON', () => {
  const entered = withEntries('', Array.from({ length: 60_000 }, (_, at) => (at % 2 === 0 ? 25_000 : at / 2)).map(Math.floor));
  expect(timesEntered({ entered }, 25_000)).toBe(30_001);
  expect(timesEntered({ entered: withEntries(entered, new Array<number>(40_000).fill(25_000)) }, 25_000)).toBe(50_000);
  expect(JSON.parse(JSON.stringify(entered))).toBe(entered);
});
