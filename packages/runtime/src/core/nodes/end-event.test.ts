import { expect, test } from 'vitest';
import { runFlow } from '../../testing/builders/running-case.ts';

test('EN1 ends the case when no token is left, in the way the end event names', () => {
  const running = runFlow('start > parallel:split > a > end1 ; split > b > end2', { nodes: { end1: { ending: 'reapply' } } });
  running.complete('a');
  expect(running.ended).toBeUndefined();
  expect(running.complete('b').ended).toBe('reapply');
});

test('EN2 terminate takes all other tokens with it', () => {
  const running = runFlow('start > parallel:split > a > end1 ; split > b > end2', { nodes: { end1: { events: [{ kind: 'terminate' }] } } });
  running.complete('a');
  expect(running.ended).toBe('terminated');
  expect(running.tasks).toEqual([]);
  expect(running.state.tokens).toEqual([]);
});

test('EN3 terminate inside a sub-process ends only that', () => {
  const running = runFlow('start > sub:inner > after > end', {
    inside: { inner: 'start1 > parallel:split > a > end1 ; split > b > end2' },
    nodes: { end1: { events: [{ kind: 'terminate' }] } },
  });
  expect(running.complete('a').tasks).toEqual(['after']);
});

test('EN4 an end event may send a message', () => {
  const running = runFlow('start > end', { nodes: { end: { events: [{ kind: 'message', name: 'done' }] } } });
  expect(running.effects).toContainEqual({ kind: 'sendMessage', key: 'case-1/2', name: 'done', correlation: 'case-1', nodeId: 'end' });
  expect(running.ended).toBe('completed');
});

test('EN5 a node without outgoing flows ends its token', () => {
  expect(runFlow('start > review').complete('review').ended).toBe('completed');
});
