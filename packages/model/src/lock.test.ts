import { expect, test } from 'vitest';
import { type Lock, lockOf, locksSame } from './lock.ts';

const step: Lock = { part: 'element', id: 'review', rule: 'stays' };
const field: Lock = { part: 'field', form: 'application', id: 'review', rule: 'fixed', reason: '第三条' };

test('two locks are about the same part by kind, id and, for a field, form, whatever they say of it', () => {
  expect(locksSame(step, { ...step, rule: 'fixed' })).toBe(true);
  expect(locksSame(field, { part: 'field', form: 'application', id: 'review', rule: 'stays' })).toBe(true);
  expect(locksSame(step, field)).toBe(false);
  expect(locksSame(field, { ...field, form: 'other' })).toBe(false);
});

test('a field is found only with its form', () => {
  const locks = [step, field];
  expect(lockOf(locks, 'element', 'review')).toBe(step);
  expect(lockOf(locks, 'field', 'review', 'application')).toBe(field);
  expect(lockOf(locks, 'field', 'review')).toBeUndefined();
  expect(lockOf(undefined, 'element', 'review')).toBeUndefined();
});
