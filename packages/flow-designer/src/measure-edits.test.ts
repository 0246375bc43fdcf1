import type { Limit, Lock, MeasureManifest } from '@tongban/model';
import { expect, test } from 'vitest';
import { withEditsOf } from './measure-edits.ts';

const limit = (id: string, amount: number): Limit => ({ id, name: { 'zh-CN': id }, amount, unit: 'workingDay' });
const measure = (...limits: readonly Limit[]): MeasureManifest => ({ id: 'm', limits }) as unknown as MeasureManifest;
const before = [limit('a', 1), limit('b', 2)];
const after = [limit('a', 5), limit('b', 2), limit('c', 3)];

test('there and back again', () => {
  const done = withEditsOf(measure(...before), measure(...before), measure(...after));
  expect(done.limits).toEqual(after);
  expect(withEditsOf(done, measure(...after), measure(...before)).limits).toEqual(before);
});

test('taking back leaves what others changed meanwhile', () => {
  const meanwhile = measure(limit('a', 5), limit('b', 9), limit('c', 3), limit('d', 4));
  expect(withEditsOf(meanwhile, measure(...after), measure(...before)).limits).toEqual([limit('a', 1), limit('b', 9), limit('d', 4)]);
});

test('a lock is set, changed and taken back beside the limits', () => {
  const lock: Lock = { part: 'limit', id: 'a', rule: 'shorter' };
  const open = measure(...before);
  const locked = { ...open, locks: [lock] };
  expect(withEditsOf(open, open, locked)).toEqual(locked);
  expect(withEditsOf(locked, locked, open)).toEqual(open);
  const meanwhile = { ...locked, limits: after, locks: [lock, { ...lock, id: 'b' }] };
  expect(withEditsOf(meanwhile, locked, open)).toEqual({ ...meanwhile, locks: [{ ...lock, id: 'b' }] });
});
