import { expect, test } from 'vitest';
import { compare } from '../../testing/builders/expressions.ts';
import { runFlow } from '../../testing/builders/running-case.ts';

const amounts = 'start > exclusive:size > large > end1 ; size > small > end2 ; size > other > end3';
const conditions = { 'size>large': compare('amount', '>', 500), 'size>small': compare('amount', '>', 0) };

test('XG1 takes the first outgoing flow whose condition holds, in document order', () => {
  expect(runFlow(amounts, { conditions, defaults: { size: 'other' }, variables: { amount: 600 } }).tasks).toEqual(['large']);
});

test('XG2 takes the default flow when no condition holds', () => {
  expect(runFlow(amounts, { conditions, defaults: { size: 'other' }, variables: { amount: -1 } }).tasks).toEqual(['other']);
});

test('XG3 stands still with an incident that names the flows when nothing can be taken, and goes on after a retry', () => {
  const text = 'start > exclusive:size > large > end1 ; size > small > end2';
  const running = runFlow(text, { conditions });
  expect(running.incidents).toEqual(['RUNTIME_NO_FLOW_TAKEN@size']);
  expect(running.state.incidents?.[0]?.problem.details['flows']).toEqual(['size>large', 'size>small']);
  running.do({ kind: 'retryIncident', incidentId: running.state.incidents?.[0]?.id as number, variables: { amount: 7 } });
  expect(running.tasks).toEqual(['small']);
  expect(running.state.incidents).toBeUndefined();
});

test('XG4 lets every token that arrives pass by itself', () => {
  const running = runFlow('start > parallel:split > a > exclusive:merge > b > end ; split > c > merge');
  running.complete('a').complete('c');
  expect(running.tasks).toEqual(['b', 'b']);
});
