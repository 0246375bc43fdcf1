import { expect, test } from 'vitest';
import { literal, read } from '../testing/builders/expressions.ts';
import { runFlow } from '../testing/builders/running-case.ts';

const text = 'start > parallel:split > a > meet > after > end ; split > b > meet';

test('TQ1 an activity with a start quantity waits for so many tokens and takes them as one', () => {
  const running = runFlow(text, { nodes: { meet: { startQuantity: 2 } } }).complete('b');
  expect(running.tasks).toEqual(['a']);
  expect(running.times('meet')).toBe(0);
  running.complete('a');
  expect(running.tasks).toEqual(['meet']);
  expect(running.complete('meet').complete('after').ended).toBe('completed');
});

test('TQ1 tokens above the quantity wait for the next time', () => {
  const running = runFlow('start > parallel:split > a > meet > end ; split > b > meet ; split > c > meet', {
    nodes: { meet: { startQuantity: 2 } },
  });
  running.complete('a').complete('b').complete('c');
  expect(running.tasks).toEqual(['meet']);
  expect(running.complete('meet').ended).toBeUndefined();
});

test('TQ1 what fails after the tokens were taken is tried again without waiting for more', () => {
  const task = { performer: { department: read('d') }, filings: [], operations: [] };
  const failing = runFlow(text, { nodes: { meet: { startQuantity: 2, task } } })
    .complete('a')
    .complete('b');
  expect(failing.incidents).toEqual(['RUNTIME_PERFORMER_EMPTY@meet']);
  failing.do({ kind: 'retryIncident', incidentId: failing.state.incidents?.[0]?.id as number, variables: { d: 'water' } });
  expect(failing.tasks).toEqual(['meet']);
});

test('TQ2 as many tokens leave an activity as its completion quantity says', () => {
  const running = runFlow('start > a > b > end', { nodes: { a: { completionQuantity: 3 } } }).complete('a');
  expect(running.tasks).toEqual(['b', 'b', 'b']);
  running.complete('b').complete('b');
  expect(running.ended).toBeUndefined();
  expect(running.complete('b').ended).toBe('completed');
});

test('TQ2 they leave the whole of a loop, not each of its instances', () => {
  const loop = { kind: 'multiInstance', sequential: false, cardinality: literal(2) } as const;
  const running = runFlow('start > a > b > end', { nodes: { a: { completionQuantity: 2, loop } } })
    .complete('a')
    .complete('a');
  expect(running.tasks).toEqual(['b', 'b']);
});
