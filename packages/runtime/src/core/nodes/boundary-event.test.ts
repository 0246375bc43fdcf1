import { expect, test } from 'vitest';
import { literal } from '../../testing/builders/expressions.ts';
import { runFlow } from '../../testing/builders/running-case.ts';

const text = 'start > review > end1 ; late > remind > end2';
const hour = { kind: 'timer', timer: 'duration', value: literal('PT1H') } as const;

test('BE1 interrupting, cancels the activity and goes on from the event', () => {
  const running = runFlow(text, { boundary: { late: { on: 'review', event: hour } } }).fire('late');
  expect(running.tasks).toEqual(['remind']);
  expect(running.events.map(({ kind }) => kind)).toContain('taskCancelled');
  expect(running.complete('remind').ended).toBe('completed');
});

test('BE2 not interrupting, goes on beside the activity', () => {
  const running = runFlow(text, { boundary: { late: { on: 'review', event: hour, interrupting: false } } }).fire('late');
  expect(running.tasks).toEqual(['review', 'remind']);
});

test('BE3 waits only while the activity is open', () => {
  const running = runFlow(text, { boundary: { late: { on: 'review', event: hour } } });
  const timerId = running.state.timers?.[0]?.id as number;
  running.complete('review');
  expect(running.effects).toContainEqual({ kind: 'closeTimer', timerId });
  expect(running.do({ kind: 'fireTimer', timerId }).refused?.[0]?.code).toBe('RUNTIME_CASE_ENDED');
});

test('BE4 a message that does not interrupt may come again and again', () => {
  const event = { kind: 'message', name: 'ask' } as const;
  const running = runFlow(text, { boundary: { late: { on: 'review', event, interrupting: false } } });
  running.message('late').message('late');
  expect(running.tasks).toEqual(['review', 'remind', 'remind']);
});

test('ER1 an error is caught by the nearest event that matches: exact code before catch-all, inner before outer', () => {
  const running = runFlow('start > sub:outer > end ; any > x > end1 ; exact > y > end2', {
    inside: { outer: 'start1 > sub:inner > end3 ; caught > z > end4', inner: 'start2 > endError' },
    nodes: { endError: { events: [{ kind: 'error', code: 'E' }] } },
    boundary: {
      caught: { on: 'inner', event: { kind: 'error', code: 'OTHER' } },
      any: { on: 'outer', event: { kind: 'error' } },
      exact: { on: 'outer', event: { kind: 'error', code: 'E' } },
    },
  });
  expect(running.tasks).toEqual(['y']);
});

test('ER2 an error cancels everything in the scope it leaves', () => {
  const running = runFlow('start > sub:inner > end ; caught > repair > end1', {
    inside: { inner: 'start2 > parallel:split > a > endError ; split > b > end2' },
    nodes: { endError: { events: [{ kind: 'error', code: 'E' }] } },
    boundary: { caught: { on: 'inner', event: { kind: 'error', code: 'E' } } },
  });
  expect(running.complete('a').tasks).toEqual(['repair']);
  expect(running.state.scopes).toBeUndefined();
});

test('ER3 an error that nobody catches is an incident, not a silent end', () => {
  const running = runFlow('start > parallel:split > a > endError ; split > b > end', {
    nodes: { endError: { events: [{ kind: 'error', code: 'E' }] } },
  });
  running.complete('a');
  expect(running.incidents).toEqual(['RUNTIME_ERROR_UNCAUGHT@endError']);
  expect(running.complete('b').ended).toBeUndefined();
});

test('ER4 an escalation is caught beside or in place of the activity, and only noted when nobody catches it', () => {
  const options = {
    inside: { inner: 'start2 > throw:call > a > end2' },
    nodes: { call: { events: [{ kind: 'escalation', code: 'S' }] } },
  } as const;
  const event = { kind: 'escalation', code: 'S' } as const;
  const beside = runFlow('start > sub:inner > end ; up > boss > end1', {
    ...options,
    boundary: { up: { on: 'inner', event, interrupting: false } },
  });
  expect([...beside.tasks].sort()).toEqual(['a', 'boss']);
  const instead = runFlow('start > sub:inner > end ; up > boss > end1', { ...options, boundary: { up: { on: 'inner', event } } });
  expect(instead.tasks).toEqual(['boss']);
  const nobody = runFlow('start > sub:inner > end', options);
  expect(nobody.tasks).toEqual(['a']);
  expect(nobody.events).toContainEqual(expect.objectContaining({ kind: 'escalationThrown', code: 'S', caughtBy: undefined }));
});
