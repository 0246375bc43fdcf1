import { expect, test } from 'vitest';
import { read } from '../../testing/builders/expressions.ts';
import { runFlow } from '../../testing/builders/running-case.ts';

const nodes = { issue: { handler: { name: 'issueDocument', inputs: { code: read('code') }, result: 'document' } } };

test('JB1 creates a job with its inputs evaluated, and waits', () => {
  const running = runFlow('start > service:issue > end', { nodes, variables: { code: 'X-1' } });
  expect(running.effects).toEqual([
    { kind: 'createJob', jobId: running.job('issue'), nodeId: 'issue', handler: 'issueDocument', inputs: { code: 'X-1' } },
  ]);
  expect(running.ended).toBeUndefined();
});

test('JB2 puts the result into the variable and goes on; a late result is refused', () => {
  const running = runFlow('start > service:issue > review > end', { nodes }).finishJob('issue', { number: 3 });
  expect(running.state.variables['document']).toEqual({ number: 3 });
  expect(running.tasks).toEqual(['review']);
  expect(running.finishJob('issue').refused?.[0]?.code).toBe('RUNTIME_JOB_CLOSED');
});

test('JB3 is tried again when the handler says when', () => {
  const running = runFlow('start > service:issue > end', { nodes });
  running.do({ kind: 'failJob', jobId: running.job('issue'), reason: 'timeout', retryAt: running.now + 1000 });
  expect(running.effects.at(-1)).toEqual({ kind: 'retryJob', jobId: running.job('issue'), at: running.now + 1000 });
  expect(running.finishJob('issue').ended).toBe('completed');
});

test('JB4 stands still with an incident when it gave up, and runs again on retry', () => {
  const running = runFlow('start > service:issue > end', { nodes });
  running.do({ kind: 'failJob', jobId: running.job('issue'), reason: 'no such code' });
  expect(running.incidents).toEqual(['RUNTIME_JOB_FAILED@issue']);
  running.do({ kind: 'retryIncident', incidentId: running.state.incidents?.[0]?.id as number });
  expect(running.finishJob('issue').ended).toBe('completed');
});

test('JB5 may raise a BPMN error for the flow', () => {
  const boundary = { failed: { on: 'issue', event: { kind: 'error', code: 'E1' } } } as const;
  const running = runFlow('start > service:issue > end1 ; failed > repair > end2', { nodes, boundary });
  running.do({ kind: 'raiseError', jobId: running.job('issue'), code: 'E1' });
  expect(running.tasks).toEqual(['repair']);
});
