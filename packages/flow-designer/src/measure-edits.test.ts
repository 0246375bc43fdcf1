import type { Limit, MeasureManifest } from '@tongban/model';
import { expect, test } from 'vitest';
import { withLimitsOf } from './measure-edits.ts';

const limit = (id: string, amount: number): Limit => ({ id, name: { 'zh-CN': id }, amount, unit: 'workingDay' });
const measure = (...limits: readonly Limit[]): MeasureManifest => ({ id: 'm', limits }) as unknown as MeasureManifest;
const before = [limit('a', 1), limit('b', 2)];
const after = [limit('a', 5), limit('b', 2), limit('c', 3)];

test('there and back again', () => {
  const done = withLimitsOf(measure(...before), before, after);
  expect(done.limits).toEqual(after);
  expect(withLimitsOf(done, after, before).limits).toEqual(before);
});

test('taking back leaves what others changed meanwhile', () => {
  const meanwhile = measure(limit('a', 5), limit('b', 9), limit('c', 3), limit('d', 4));
  expect(withLimitsOf(meanwhile, after, before).limits).toEqual([limit('a', 1), limit('b', 9), limit('d', 4)]);
});
