import type { FeelNode } from '@tongban/model';
import { expect, test } from 'vitest';
import { plus, read } from '../../testing/builders/expressions.ts';
import { flow } from '../../testing/builders/flow.ts';
import { runFlow } from '../../testing/builders/running-case.ts';
import { allParts } from '../parts/all-parts.ts';
import { prepareProgram } from '../prepare-release.ts';

const text = 'start > call:ask > after > end';
const called = { processes: { opinion: 'start1 > give > end1' }, calls: { ask: 'opinion' } } as const;
const assign = (variable: string, value: ReturnType<typeof read>, at: 'in' | 'out') => ({ variable, value, at }) as const;

test('CA1 runs the called process inside the same case, and goes on when no token is left in it', () => {
  const running = runFlow(text, called);
  expect(running.tasks).toEqual(['give']);
  expect(running.complete('give').tasks).toEqual(['after']);
  expect(running.state.scopes).toBeUndefined();
  expect(running.complete('after').ended).toBe('completed');
});

test('CA2 the called process reads what is handed in, and nothing else of the variables around the call', () => {
  const nodes = { ask: { assigns: [assign('n', plus('amount', 1), 'in')] }, give: { assigns: [assign('x', read('amount'), 'in')] } };
  const both: readonly FeelNode[] = [read('n').tree, read('amount').tree];
  const list = { text: '[n, amount]', tree: { kind: 'list', at: [0, 0], items: both }, reads: ['n', 'amount'] } as const;
  const watch = { script: { expression: list, result: 'seen' } };
  const running = runFlow(text, {
    ...called,
    processes: { opinion: 'start1 > script:look > give > end1' },
    nodes: { ...nodes, look: watch },
    variables: { amount: 4 },
  });
  expect(running.state.scopes?.[0]?.variables).toEqual({ n: 5, seen: [5, null] });
  expect(running.state.variables).toEqual({ amount: 4 });
});

test('CA3 its variables are gone with it, but for what is taken out', () => {
  const running = runFlow(text, { ...called, nodes: { ask: { assigns: [assign('answer', read('verdict'), 'out')] } } });
  running.complete('give', { variables: { verdict: 'agree', note: 'n' } });
  expect(running.state.variables).toEqual({ answer: 'agree' });
});

test('CA3 all variables go in and come back when the call says so', () => {
  const running = runFlow(text, { ...called, nodes: { ask: { call: { in: 'all', out: 'all' } } }, variables: { a: 1 } });
  expect(running.state.scopes?.[0]?.variables).toEqual({ a: 1 });
  running.complete('give', { variables: { a: 2, b: 3 } });
  expect(running.state.variables).toEqual({ a: 2, b: 3 });
});

test('CA3 what cannot be taken out is an incident, and is tried again with changed values', () => {
  const running = runFlow(text, { ...called, formKeys: ['form'], nodes: { ask: { assigns: [assign('form', read('values'), 'out')] } } });
  running.complete('give');
  expect(running.incidents).toEqual(['RUNTIME_FORM_VALUE_INVALID@opinion']);
  const incidentId = running.state.incidents?.[0]?.id as number;
  running.do({ kind: 'retryIncident', incidentId, variables: { values: { f: 1 } } });
  expect(running.tasks).toEqual(['after']);
  expect(running.state.data['form']?.values).toEqual({ f: 1 });
  expect(running.state.scopes).toBeUndefined();
});

test('CA4 errors and escalations that leave it reach the boundary of the call; terminate ends it alone', () => {
  const error = { kind: 'error', code: 'E' } as const;
  const thrown = runFlow('start > call:ask > end ; caught > repair > end2', {
    ...called,
    processes: { opinion: 'start1 > parallel:split > give > end1 ; split > other > endError' },
    nodes: { endError: { events: [error] } },
    boundary: { caught: { on: 'ask', event: error } },
  });
  expect(thrown.complete('other').tasks).toEqual(['repair']);
  const escalation = { kind: 'escalation', code: 'S' } as const;
  const raised = runFlow('start > call:ask > end ; up > boss > end2', {
    ...called,
    processes: { opinion: 'start1 > throw:raise > give > end1' },
    nodes: { raise: { events: [escalation] } },
    boundary: { up: { on: 'ask', event: escalation, interrupting: false } },
  });
  expect([...raised.tasks].sort()).toEqual(['boss', 'give']);
  const stopped = runFlow(text, {
    ...called,
    processes: { opinion: 'start1 > parallel:split > give > endAll ; split > other > end1' },
    nodes: { endAll: { events: [{ kind: 'terminate' }] } },
  });
  expect(stopped.complete('give').tasks).toEqual(['after']);
});

test('CA4 its own event sub-processes catch first, and wait as long as it lives', () => {
  const event = { kind: 'message', name: 'stop' } as const;
  const running = runFlow(text, {
    ...called,
    processes: { opinion: 'start1 > give > end1 ; sub:handler' },
    inside: { handler: 'startStop > note > endStop' },
    nodes: { handler: { triggeredByEvent: true }, startStop: { events: [event] } },
  });
  expect(running.message('startStop').tasks).toEqual(['note']);
  expect(running.complete('note').tasks).toEqual(['after']);
  expect(running.state.subscriptions).toBeUndefined();
});

test('CA5 a call that is repeated runs once for each element, each with variables of its own', () => {
  const loop = {
    kind: 'multiInstance',
    sequential: false,
    collection: read('offices'),
    element: 'office',
    results: 'all',
    result: read('got'),
  };
  const running = runFlow(text, {
    ...called,
    nodes: { ask: { loop, assigns: [assign('whom', read('office'), 'in'), assign('got', read('verdict'), 'out')] } } as never,
    variables: { offices: ['land', 'water'] },
  });
  expect(running.tasks).toEqual(['give(land)', 'give(water)']);
  running.complete('give', { of: 'water', variables: { verdict: 2 } }).complete('give', { of: 'land', variables: { verdict: 1 } });
  expect(running.state.variables['all']).toEqual([1, 2]);
  expect(running.tasks).toEqual(['after']);
});

test('CA6 calls inside one another end at 50 with an incident that names the chain', () => {
  const running = runFlow(text, { processes: { opinion: 'start1 > call:again > end1' }, calls: { ask: 'opinion', again: 'opinion' } });
  expect(running.incidents).toEqual(['RUNTIME_CALLS_TOO_DEEP@again']);
  expect(running.state.incidents?.[0]?.problem.details['chain']).toContain('opinion');
});

test('RF1 a call to something that is no process of the release is refused', () => {
  const program = flow(text, { nodes: { ask: { called: 1 } } });
  expect(() => prepareProgram(program, allParts)).toThrow(expect.objectContaining({ code: 'RUNTIME_REFERENCE_UNKNOWN' }));
  expect(() => prepareProgram(flow(text), allParts)).toThrow(expect.objectContaining({ code: 'RUNTIME_NODE_UNSUPPORTED' }));
});

test('OP1 a return to the call itself calls again from the beginning', () => {
  const running = runFlow(text, called).complete('give');
  expect(running.return('after', 'ask').tasks).toEqual(['give']);
});

test('OP1 a return from inside a called process to before the call takes the call back', () => {
  const running = runFlow('start > apply > call:ask > after > end', called).complete('apply');
  expect(running.return('give', 'apply').tasks).toEqual(['apply']);
  expect(running.state.scopes).toBeUndefined();
});
