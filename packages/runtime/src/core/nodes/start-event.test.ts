import { expect, test } from 'vitest';
import { literal } from '../../testing/builders/expressions.ts';
import { runFlow } from '../../testing/builders/running-case.ts';

test('ST1 starts at the start event without a trigger, and remembers who started what', () => {
  const running = runFlow('start > review > end', { variables: { a: 1 } });
  expect(running.tasks).toEqual(['review']);
  expect(running.state).toMatchObject({ caseId: 'case-1', tenant: 'county', starter: { id: 'li' }, round: 1, variables: { a: 1 } });
  expect(running.times('start')).toBe(1);
});

test('ST2 without a start event, starts at every node that nothing leads to', () => {
  expect(runFlow('a > b > end ; c > end2').tasks).toEqual(['a', 'c']);
});

test('ST3 starts at the event that is asked for, and refuses an unknown one', () => {
  const text = 'start1 > a > end ; start2 > b > end';
  expect(runFlow(text, { startNode: 'start2' }).tasks).toEqual(['b']);
  expect(() => runFlow(text, { startNode: 'start3' }).state).toThrow();
});

const inside = { late: 'start2 > remind > end2' };
const timer = { kind: 'timer', timer: 'duration', value: literal('PT1H') } as const;

test('ES1 an event sub-process waits as long as its scope lives, and runs beside it when it does not interrupt', () => {
  const nodes = { late: { triggeredByEvent: true }, start2: { events: [timer], interrupting: false } };
  const running = runFlow('start > review > end ; sub:late', { inside, nodes });
  expect(running.fire('start2').tasks).toEqual(['review', 'remind']);
  running.complete('review');
  expect(running.ended).toBeUndefined();
  expect(running.complete('remind').ended).toBe('completed');
});

test('ES2 interrupting, it cancels what runs in its scope', () => {
  const nodes = { late: { triggeredByEvent: true }, start2: { events: [timer] } };
  const running = runFlow('start > review > end ; sub:late', { inside, nodes });
  expect(running.fire('start2').tasks).toEqual(['remind']);
  expect(running.complete('remind').ended).toBe('completed');
});

test('ES3 once one interrupts, none of the others can start', () => {
  const nodes = {
    late: { triggeredByEvent: true },
    other: { triggeredByEvent: true },
    start2: { events: [timer] },
    start3: { events: [{ kind: 'message', name: 'm' }] },
  } as const;
  const running = runFlow('start > review > end ; sub:late ; sub:other', { inside: { ...inside, other: 'start3 > x > end3' }, nodes });
  running.fire('start2');
  expect(running.state.subscriptions).toBeUndefined();
});

test('ES4 catches an error thrown in its scope, but not one it throws itself', () => {
  const nodes = {
    failed: { triggeredByEvent: true },
    start2: { events: [{ kind: 'error' }] },
    bad: { events: [{ kind: 'error', code: 'E' }] },
    endWorse: { events: [{ kind: 'error', code: 'F' }] },
  } as const;
  const running = runFlow('start > review > endBad ; sub:failed', {
    inside: { failed: 'start2 > repair > endWorse' },
    nodes: { ...nodes, endBad: { events: [{ kind: 'error', code: 'E' }] } },
  });
  expect(running.complete('review').tasks).toEqual(['repair']);
  expect(running.complete('repair').incidents).toEqual(['RUNTIME_ERROR_UNCAUGHT@endWorse']);
});
