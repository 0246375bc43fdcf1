import { expect, test } from 'vitest';
import { literal } from '../../testing/builders/expressions.ts';
import { runFlow } from '../../testing/builders/running-case.ts';

test('SP1 opens what is inside and goes on when no token is left there', () => {
  const running = runFlow('start > sub:inner > after > end', {
    inside: { inner: 'start1 > parallel:split > a > end1 ; split > b > end2' },
  });
  expect(running.tasks).toEqual(['a', 'b']);
  expect(running.complete('a').tasks).toEqual(['b']);
  expect(running.complete('b').tasks).toEqual(['after']);
  expect(running.state.scopes).toBeUndefined();
});

test('SP2 without a start event begins at every node that nothing leads to; an empty one passes', () => {
  expect(runFlow('start > sub:inner > end', { inside: { inner: 'a > x ; b > x' } }).tasks).toEqual(['a', 'b']);
  expect(runFlow('start > sub:inner > review > end', { inside: { inner: '' } }).tasks).toEqual(['review']);
});

test('SP3 a boundary event cancels everything inside, at any depth', () => {
  const event = { kind: 'timer', timer: 'duration', value: literal('PT1H') } as const;
  const running = runFlow('start > sub:outer > end1 ; late > remind > end2', {
    inside: { outer: 'start1 > sub:inner > end3', inner: 'start2 > parallel:split > a > end4 ; split > service:b > end5' },
    boundary: { late: { on: 'outer', event } },
  });
  running.fire('late');
  expect(running.tasks).toEqual(['remind']);
  expect(running.state.jobs).toBeUndefined();
  expect(running.effects).toContainEqual({ kind: 'closeJob', jobId: running.job('b'), how: 'cancelled' });
});

test('SP4 variables set inside stay after it', () => {
  const running = runFlow('start > sub:inner > after > end', { inside: { inner: 'start1 > a > end1' } });
  expect(running.complete('a', { variables: { x: 1 } }).state.variables).toEqual({ x: 1 });
});

test('SP1 is not over while a sub-process inside it, just ended, still has a way to go', () => {
  const running = runFlow('start > sub:outer > after > end', {
    inside: {
      outer: 'start1 > work > parallel:split > sub:inner > more > end3 ; split > task:a > task:b > task:c > task:d > end1',
      inner: 'start2 > task:t > end2',
    },
  });
  expect(running.complete('work').tasks).toEqual(['more']);
  expect(running.complete('more').tasks).toEqual(['after']);
});
