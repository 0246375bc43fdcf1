import { expect, it } from 'vitest';
import type { PartFormat } from './part.ts';
import { remembered } from './remembered.ts';

it('reads a text once while it is among the last ones, and forgets the oldest', () => {
  const reads: string[] = [];
  const plain: PartFormat = {
    read: (text) => {
      reads.push(text);
      return text === 'broken' ? undefined : new Map();
    },
    write: () => '',
  };
  const format = remembered(plain);
  expect(format.read('a')).toBe(format.read('a'));
  expect([format.read('broken'), format.read('broken')]).toEqual([undefined, undefined]);
  expect(reads).toEqual(['a', 'broken']);
  for (let at = 0; at < 11; at++) format.read(String(at));
  format.read('a');
  expect(reads.filter((text) => text === 'a')).toHaveLength(2);
});
