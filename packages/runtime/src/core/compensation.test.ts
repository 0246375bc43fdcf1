import { expect, test } from 'vitest';
import { compare, literal, plus, read } from '../testing/builders/expressions.ts';
import type { FlowOptions } from '../testing/builders/flow.ts';
import { type RunningCase, runFlow } from '../testing/builders/running-case.ts';

const compensate = { kind: 'compensate' } as const;
const undoing = (on: string, handler: string): NonNullable<FlowOptions['boundary']>[string] => ({ on, handler, event: compensate });
const throws: FlowOptions['nodes'] = { undo: { events: [compensate] } };

/** a, b and c are done one after another and undone by xa, xb and xc. */
const chain = 'start > a > b > c > throw:undo > after > end ; ua ; xa ; ub ; xb ; uc ; xc';
const chained: FlowOptions = { nodes: throws, boundary: { ua: undoing('a', 'xa'), ub: undoing('b', 'xb'), uc: undoing('c', 'xc') } };
const doneChain = (options: FlowOptions = {}): RunningCase =>
  runFlow(chain, { ...chained, ...options })
    .complete('a')
    .complete('b')
    .complete('c');

test('CO1 a completed activity is undone by the activity that its compensation event names, which nothing else begins', () => {
  const running = runFlow('start > a > throw:undo > after > end ; ua ; xa', { nodes: throws, boundary: { ua: undoing('a', 'xa') } });
  expect(running.tasks).toEqual(['a']);
  expect(running.complete('a').tasks).toEqual(['xa']);
  expect(running.complete('xa').tasks).toEqual(['after']);
  expect(running.events.filter(({ kind }) => kind === 'compensationBegun')).toHaveLength(1);
  expect(running.complete('after').ended).toBe('completed');
});

test('CO2 without a name, all that was completed in its scope is undone, the last first and one after another', () => {
  const running = doneChain();
  expect(running.tasks).toEqual(['xc']);
  expect(running.complete('xc').tasks).toEqual(['xb']);
  expect(running.complete('xb').complete('xa').tasks).toEqual(['after']);
  expect(running.state.completed).toBeUndefined();
});

test('CO2 what is not completed, was undone already, or nothing undoes is left out', () => {
  const running = runFlow(
    'start > parallel:split > a > throw:undo > throw:again > end1 ; split > b > end2 ; split > c > end3 ; ua ; xa ; ub ; xb',
    {
      nodes: { ...throws, again: { events: [compensate] } },
      boundary: { ua: undoing('a', 'xa'), ub: undoing('b', 'xb') },
    },
  );
  running.complete('c').complete('a');
  expect(running.tasks).toEqual(['b', 'xa']);
  expect(running.complete('xa').tasks).toEqual(['b']);
  expect(running.complete('b').ended).toBe('completed');
});

test('CO2 the last of what came first: the order of completion counts, not of the drawing', () => {
  const running = runFlow('start > parallel:split > a > parallel:join > throw:undo > end ; split > b > join ; ua ; xa ; ub ; xb', {
    nodes: throws,
    boundary: { ua: undoing('a', 'xa'), ub: undoing('b', 'xb') },
  });
  running.complete('b').complete('a');
  expect(running.tasks).toEqual(['xa']);
  expect(running.complete('xa').tasks).toEqual(['xb']);
});

test('CO3 an event that names an activity undoes that one alone, wherever outward it was completed', () => {
  const running = doneChain({ nodes: {}, compensates: { undo: 'b' } });
  expect(running.tasks).toEqual(['xb']);
  expect(running.complete('xb').tasks).toEqual(['after']);
  const outward = runFlow('start > a > sub:inner > end ; ua ; xa', {
    inside: { inner: 'start1 > b > throw:undo > end1' },
    boundary: { ua: undoing('a', 'xa') },
    compensates: { undo: 'a' },
  });
  expect(outward.complete('a').complete('b').tasks).toEqual(['xa']);
  expect(outward.complete('xa').ended).toBe('completed');
});

test('CO4 a sub-process is undone by its event, else by its event sub-process, else part by part', () => {
  const inside = { inner: 'start1 > a > b > end1 ; ua ; xa ; ub ; xb' };
  const parts = { ua: undoing('a', 'xa'), ub: undoing('b', 'xb') };
  const text = 'start > sub:inner > throw:undo > end ; ui ; xi';
  const done = (options: FlowOptions, flow = text): RunningCase =>
    runFlow(flow, { inside, ...options })
      .complete('a')
      .complete('b');
  expect(done({ nodes: throws, boundary: { ...parts, ui: undoing('inner', 'xi') } }).tasks).toEqual(['xi']);
  const byParts = done({ nodes: throws, boundary: parts }, 'start > sub:inner > throw:undo > end');
  expect(byParts.tasks).toEqual(['xb']);
  expect(byParts.complete('xb').complete('xa').ended).toBe('completed');
  const byEvent = done(
    {
      inside: { inner: `${inside.inner} ; sub:es`, es: 'start2 > throw:parts > x > end2' },
      nodes: { ...throws, parts: { events: [compensate] }, es: { triggeredByEvent: true }, start2: { events: [compensate] } },
      boundary: parts,
    },
    'start > sub:inner > throw:undo > end',
  );
  expect(byEvent.tasks).toEqual(['xb']);
  byEvent.complete('xb').complete('xa');
  expect(byEvent.tasks).toEqual(['x']);
  expect(byEvent.complete('x').ended).toBe('completed');
  expect(byEvent.state.scopes).toBeUndefined();
});

test('CO4 of a sub-process that was cancelled nothing is undone', () => {
  const running = runFlow('start > sub:inner > end ; stop > throw:undo > after > end2', {
    inside: { inner: 'start1 > a > b > end1 ; ua ; xa' },
    nodes: throws,
    boundary: { ua: undoing('a', 'xa'), stop: { on: 'inner', event: { kind: 'message', name: 'stop' } } },
  });
  expect(running.complete('a').message('stop').tasks).toEqual(['after']);
});

test('CO4 what is called is undone part by part, with the variables it had', () => {
  const running = runFlow('start > call:check > throw:undo > end', {
    processes: { checking: 'start1 > a > b > end1 ; ua ; xa' },
    calls: { check: 'checking' },
    nodes: throws,
    boundary: { ua: undoing('a', 'xa') },
  });
  running.complete('a', { variables: { found: 7 } }).complete('b');
  expect(running.tasks).toEqual(['xa']);
  expect(running.state.scopes?.map(({ variables }) => variables)).toContainEqual({ found: 7 });
  expect(running.complete('xa').ended).toBe('completed');
});

test('CO5 the event waits until all is undone, unless it says not to', () => {
  const running = doneChain({ nodes: { undo: { events: [{ kind: 'compensate', wait: false }] } } });
  expect(running.tasks).toEqual(['xc', 'after']);
  expect(running.complete('after').ended).toBeUndefined();
  running.complete('xc').complete('xb').complete('xa');
  expect(running.ended).toBe('completed');
});

test('CO5 a compensation end event undoes and ends', () => {
  const running = runFlow('start > a > endUndo ; ua ; xa', {
    nodes: { endUndo: { events: [compensate], ending: 'withdrawn' } },
    boundary: { ua: undoing('a', 'xa') },
  });
  expect(running.complete('a').tasks).toEqual(['xa']);
  expect(running.complete('xa').ended).toBe('withdrawn');
});

test('CO6 each instance of a loop is undone with the variables it had', () => {
  const loop = { kind: 'multiInstance', sequential: false, collection: literal(['p', 'q']), element: 'of' } as const;
  const note = { script: { expression: read('of'), result: 'undone' } };
  const running = runFlow('start > a > throw:undo > end ; ua ; xa', {
    nodes: { ...throws, a: { loop } },
    boundary: { ua: undoing('a', 'xa') },
  });
  running.complete('a', { of: 'q', variables: { mine: 1 } }).complete('a', { of: 'p' });
  expect(running.tasks).toEqual(['xa("p")'.replaceAll('"', '')]);
  expect(running.complete('xa').tasks).toEqual(['xa(q)']);
  expect(running.state.scopes?.[0]?.variables).toEqual({ of: 'q', mine: 1 });
  expect(running.complete('xa').ended).toBe('completed');
  const inSubProcesses = runFlow('start > sub:each > throw:undo > end', {
    inside: { each: 'start1 > a > end1 ; ua ; script:xa' },
    nodes: { ...throws, each: { loop }, xa: note },
    boundary: { ua: undoing('a', 'xa') },
  });
  inSubProcesses.complete('a', { of: 'p' }).complete('a', { of: 'q' });
  expect(inSubProcesses.ended).toBe('completed');
  expect(
    inSubProcesses.events.filter(({ kind }) => kind === 'compensationBegun').map((event) => 'nodeId' in event && event.nodeId),
  ).toEqual(['each', 'a', 'each', 'a']);
});

test('CO6 of a loop whose other instances were cancelled, those that were completed are undone', () => {
  const loop = {
    kind: 'multiInstance',
    sequential: false,
    collection: literal(['p', 'q', 'r']),
    element: 'of',
    completion: read('enough'),
  } as const;
  const running = runFlow('start > a > throw:undo > end ; ua ; xa', {
    nodes: { ...throws, a: { loop } },
    boundary: { ua: undoing('a', 'xa') },
  });
  running.complete('a', { of: 'r' }).complete('a', { of: 'p', variables: { enough: true } });
  expect(running.tasks).toEqual(['xa(p)']);
  expect(running.complete('xa').tasks).toEqual(['xa(r)']);
  expect(running.complete('xa').ended).toBe('completed');
});

test('CO6 a standard loop is undone as often as it ran', () => {
  const loop = { kind: 'standard', testBefore: false, condition: compare('n', '<', 3) } as const;
  const assigns = [{ variable: 'n', value: plus('n', 1), at: 'end' }] as const;
  const back = { script: { expression: plus('n', -1), result: 'n' } };
  const running = runFlow('start > script:a > throw:undo > after > end ; ua ; script:xa', {
    nodes: { ...throws, a: { loop, assigns }, xa: back },
    boundary: { ua: undoing('a', 'xa') },
    variables: { n: 0 },
  });
  expect(running.tasks).toEqual(['after']);
  expect(running.state.variables['n']).toBe(0);
});

test('CO7 an error while undoing leaves like any other; nobody to catch it is an incident, and what is left is undone after the retry', () => {
  const fails = { xb: { kind: 'serviceTask', handler: { name: 'x', inputs: {} } } } as FlowOptions['nodes'];
  const running = doneChain({ nodes: { ...throws, ...fails } }).complete('xc');
  running.do({ kind: 'raiseError', jobId: running.job('xb'), code: 'E' });
  expect(running.incidents).toEqual(['RUNTIME_ERROR_UNCAUGHT@xb']);
  running.do({ kind: 'retryIncident', incidentId: running.state.incidents?.[0]?.id as number });
  expect(running.finishJob('xb').tasks).toEqual(['xa']);
  const caught = runFlow('start > sub:inner > end ; failed > repair > end2', {
    inside: { inner: 'start1 > a > b > throw:undo > end1 ; ua ; xa ; ub ; service:xb' },
    nodes: throws,
    boundary: { ua: undoing('a', 'xa'), ub: undoing('b', 'xb'), failed: { on: 'inner', event: { kind: 'error' } } },
  });
  caught.complete('a').complete('b');
  caught.do({ kind: 'raiseError', jobId: caught.job('xb'), code: 'E' });
  expect(caught.tasks).toEqual(['repair']);
  expect(caught.state.compensations).toBeUndefined();
});

test('CO8 what was completed is kept only in flows that can undo it, and of those activities alone', () => {
  expect(runFlow('start > a > b > end').complete('a').state).not.toHaveProperty('completed');
  const running = runFlow('start > a > b > c > end ; ua ; xa', { boundary: { ua: undoing('a', 'xa') } })
    .complete('a')
    .complete('b');
  expect(running.state.completed).toHaveLength(1);
  expect(running.complete('c').state.completed).toBeUndefined();
});
