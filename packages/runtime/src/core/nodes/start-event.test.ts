import type { ProgramEvent } from '@tongban/model';
import { expect, test } from 'vitest';
import { literal, read } from '../../testing/builders/expressions.ts';
import { flow } from '../../testing/builders/flow.ts';
import { RunningCase, runFlow } from '../../testing/builders/running-case.ts';
import { allParts } from '../parts/all-parts.ts';
import { prepareProgram } from '../prepare-release.ts';
import { startTriggers } from '../start-triggers.ts';

test('ST1 starts at the start event without a trigger, and remembers who started what', () => {
  const running = runFlow('start > review > end', { variables: { a: 1 } });
  expect(running.tasks).toEqual(['review']);
  expect(running.state).toMatchObject({ caseId: 'case-1', tenant: 'county', starter: { id: 'li' }, round: 1, variables: { a: 1 } });
  expect(running.times('start')).toBe(1);
});

test('ST2 without a start event, starts at every node that nothing leads to', () => {
  expect(runFlow('a > b > end ; c > end2').tasks).toEqual(['a', 'c']);
});

test('ST3 starts the process that is asked for, with what is waited for and caught there', () => {
  const running = runFlow('start > review > end', { processes: { other: 'start2 > check > end2' }, startProcess: 'other' });
  expect(running.tasks).toEqual(['check']);
  expect(running.complete('check').ended).toBe('completed');
  expect(() => runFlow('start > review > end', { startProcess: 'review' }).state).toThrow();
});

const message = (name: string): ProgramEvent => ({ kind: 'message', name });

test('ST4 a start event with a trigger begins a case when that is said to have come', () => {
  const options = { nodes: { start2: { events: [message('pushed')] } } };
  const text = 'start1 > a > end ; start2 > b > end';
  expect(runFlow(text, options).tasks).toEqual(['a']);
  const running = runFlow(text, { ...options, startNode: 'start2', variables: { code: 1 } });
  expect(running.tasks).toEqual(['b']);
  expect(running.events).toContainEqual(expect.objectContaining({ kind: 'messageReceived', name: 'pushed', nodeId: 'start2' }));
  expect(startTriggers(running.prepared).map(({ node, trigger }) => `${node.id} ${trigger.event.kind}`)).toEqual(['start2 message']);
});

test('ST4 a process that only events begin is not started by hand', () => {
  const running = new RunningCase(
    prepareProgram(flow('start2 > b > end', { nodes: { start2: { events: [message('pushed')] } } }), allParts),
  );
  running.do({ kind: 'start', caseId: 'c', tenant: 't' });
  expect(running.refused?.[0]?.code).toBe('RUNTIME_START_BY_EVENT');
});

test('ST5 a receive task or an event-based gateway begins a case as well, with the event that came', () => {
  const receive = { nodes: { ask: { events: [message('m')], instantiate: true } } } as const;
  expect(runFlow('receive:ask > a > end', { ...receive, startNode: 'ask' }).tasks).toEqual(['a']);
  const nodes = { first: { instantiate: true }, one: { events: [message('m')] }, two: { events: [message('n')] } } as const;
  const text = 'events:first > catch:one > a > end ; first > catch:two > b > end2';
  const running = runFlow(text, { nodes, startNode: 'two' });
  expect(running.tasks).toEqual(['b']);
  expect(running.times('first')).toBe(1);
  expect(running.complete('b').ended).toBe('completed');
  expect(startTriggers(running.prepared).map(({ node }) => node.id)).toEqual(['one', 'two']);
});

test('ST6 where all of several things must come, the case begins with the first of them and waits for the others', () => {
  const nodes = { all: { instantiate: true, parallel: true }, one: { events: [message('m')] }, two: { events: [message('n')] } } as const;
  const gateway = runFlow('events:all > catch:one > a > end ; all > catch:two > b > end2', { nodes, startNode: 'two' });
  expect(gateway.tasks).toEqual(['b']);
  expect(gateway.message('one').tasks).toEqual(['b', 'a']);
  const start = { start: { events: [message('m'), message('n'), message('o')], parallel: true } } as const;
  const running = runFlow('start > review > end', { nodes: start, startNode: 'start', startTrigger: 1 });
  expect(running.tasks).toEqual([]);
  expect(running.message('start').tasks).toEqual([]);
  expect(running.message('start').tasks).toEqual(['review']);
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

test('ES3 where a return or a jump takes it away, the event sub-processes of the scope are armed as at its beginning', () => {
  const nodes = {
    late: { triggeredByEvent: true },
    other: { triggeredByEvent: true },
    gone: { triggeredByEvent: true },
    over: { triggeredByEvent: true },
    start2: { events: [timer] },
    start3: { events: [message('m')], interrupting: false },
    start4: { events: [{ kind: 'conditional', condition: read('recalled') }] },
    start5: { events: [{ kind: 'timer', timer: 'date', value: literal('2026-03-02') }] },
  } as const;
  const running = runFlow('start > review > end ; sub:late ; sub:other ; sub:gone ; sub:over', {
    inside: { ...inside, other: 'start3 > x > end3', gone: 'start4 > y > end4', over: 'start5 > z > end5' },
    nodes,
  });
  const waits = (): unknown => [running.tasks, running.state.timers?.length, running.state.subscriptions?.length];
  running.fire('start5');
  expect(waits()).toEqual([['z'], undefined, undefined]);
  running.return('z', 'review');
  expect(waits()).toEqual([['review'], 1, 2]);
  running.do({ kind: 'setData', variables: { recalled: true } });
  expect(waits()).toEqual([['y'], undefined, undefined]);
  running.do({ kind: 'jump', from: [running.task('y')], to: [{ nodeId: 'review' }] });
  expect(waits()).toEqual([['review'], 1, 2]);
  running.do({ kind: 'setData', variables: { recalled: false } }).do({ kind: 'setData', variables: { recalled: true } });
  expect(running.tasks).toEqual(['y']);
  expect(running.complete('y').ended).toBe('completed');
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
