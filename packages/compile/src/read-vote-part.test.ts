import { expect, test } from 'vitest';
import { readVotePart } from './read-vote-part.ts';

test('CF40 reads the part of the votes that is needed', () => {
  expect(['2/3', ' 60% ', '66.7%', '0.5', '5'].map(readVotePart)).toEqual([
    [2, 3],
    [60, 100],
    [667, 1000],
    [5, 10],
    [5, 0],
  ]);
  expect(['', '0', '3/2', '120%', '1.5', 'half', '1/0', '-1'].map(readVotePart)).toEqual(new Array(8).fill(undefined));
});
