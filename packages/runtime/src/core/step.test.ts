import { expect, test } from 'vitest';
import { literal, read } from '../testing/builders/expressions.ts';
import { MONDAY, runFlow } from '../testing/builders/running-case.ts';
import type { StepOutcome, StepResult } from './result.ts';
import { step } from './step.ts';

test('FL1 an activity with several outgoing flows splits, and tokens that meet at an activity are not merged', () => {
  const running = runFlow('start > a > b > d > end ; a > c > d').complete('a');
  expect(running.tasks).toEqual(['b', 'c']);
  expect(running.complete('b').complete('c').tasks).toEqual(['d', 'd']);
});

test('FL2 conditional flows of an activity are taken when they hold, its default when none of them does', () => {
  const conditions = { 'a>b': read('b'), 'a>c': read('c') };
  const run = (variables: Record<string, boolean>) =>
    runFlow('start > a > b > end ; a > c > end ; a > d > end', { conditions, defaults: { a: 'd' }, variables }).complete('a').tasks;
  expect(run({ b: true, c: true })).toEqual(['b', 'c']);
  expect(run({ b: false, c: false })).toEqual(['d']);
});

test('VR1 a variable is set where it is, else in the process; expressions see the nearest', () => {
  const running = runFlow('start > sub:inner > end', { inside: { inner: 'start1 > a > b > end1' }, variables: { x: 1 } });
  running.complete('a', { variables: { x: 2, y: 3 } });
  expect(running.state.variables).toEqual({ x: 2, y: 3 });
});

test('VR2 expressions read variables, forms by key, parameters, items, departments and the case', () => {
  const script = (path: string) => ({ script: { expression: read(path), result: path.replaceAll('.', '_') } });
  const running = runFlow('start > script:a > script:b > script:c > script:d > review > end', {
    nodes: { a: script('application.name'), b: script('parameters.channel'), c: script('case.starter.id'), d: script('case.startedAt') },
    formKeys: ['application'],
    data: { application: { name: '水厂' } },
    parameters: { channel: 'window' },
  });
  expect(running.state.variables).toEqual({
    application_name: '水厂',
    parameters_channel: 'window',
    case_starter_id: 'li',
    case_startedAt: { $dateTime: '2026-03-02T09:00:00+08:00' },
  });
});

test('VR3 names that JavaScript gives a meaning of its own are refused, and nothing changes', () => {
  const running = runFlow('start > a > end');
  const before = running.state;
  running.complete('a', { variables: JSON.parse('{"__proto__": {"admin": true}}') });
  expect(running.refused?.[0]?.code).toBe('RUNTIME_NAME_NOT_SAFE');
  running.complete('a', { data: { constructor: { x: 1 } } as never });
  expect(running.refused?.[0]?.code).toBe('RUNTIME_NAME_NOT_SAFE');
  expect(running.state).toBe(before);
});

test('VR4 forms are set in the order of their keys, in whatever order a command has them', () => {
  const eventsOf = (...keys: readonly string[]) => {
    const running = runFlow('start > a > end', { formKeys: ['application', 'promise'] });
    running.complete('a', { data: Object.fromEntries(keys.map((key) => [key, { x: 1 }])) });
    return running.events;
  };
  expect(eventsOf('promise', 'application')).toEqual(eventsOf('application', 'promise'));
});

test('HD1 title and key follow what they read', () => {
  const running = runFlow('start > a > b > end', { caseTitle: read('application.name'), caseKey: read('code'), formKeys: ['application'] });
  expect(running.state.title).toBeUndefined();
  running.complete('a', { data: { application: { name: '水厂' } }, variables: { code: 7 } });
  expect(running.state).toMatchObject({ title: '水厂', key: '7' });
});

test('IN1 a token that cannot go on stands still, and the rest of the case goes on', () => {
  const loop = { kind: 'multiInstance', sequential: false, collection: read('missing') } as const;
  const running = runFlow('start > parallel:split > a > end1 ; split > b > end2', { nodes: { a: { loop } } });
  expect(running.incidents).toEqual(['RUNTIME_COLLECTION_NOT_A_LIST@a']);
  expect(running.tasks).toEqual(['b']);
  expect(running.complete('b').ended).toBeUndefined();
});

test('IN2 a settled incident is not retried again', () => {
  const running = runFlow('start > service:s > end');
  running.do({ kind: 'failJob', jobId: running.job('s'), reason: 'x' });
  const incidentId = running.state.incidents?.[0]?.id as number;
  running.do({ kind: 'retryIncident', incidentId }).do({ kind: 'retryIncident', incidentId });
  expect(running.refused?.[0]?.code).toBe('RUNTIME_INCIDENT_CLOSED');
});

test('IN3 a loop that waits nowhere is stopped by an incident that names it', () => {
  const running = runFlow('start > exclusive:merge > task:spin > merge', { stepLimit: 1000 });
  expect(running.incidents).toHaveLength(1);
  expect(running.incidents[0]).toMatch(/^RUNTIME_TOO_MANY_STEPS@/);
});

test('IN3 a recursion in many branches is one incident', () => {
  const running = runFlow('start > call:ask > end', {
    processes: { office: 'startO > call:onward > endO' },
    calls: { ask: 'office', onward: 'office' },
    nodes: { onward: { loop: { kind: 'multiInstance', sequential: false, cardinality: literal(3) } } },
    stepLimit: 200,
  });
  expect(running.incidents).toHaveLength(1);
  const { incidents = [] } = running.state;
  expect(incidents[0]?.problem.details).toMatchObject({ steps: 200, tokens: incidents.length });
  expect(running.events.filter(({ kind }) => kind === 'incidentRaised')).toHaveLength(1);
});

test('IN3 what is stopped together is tried again together, also when the first of it is gone', () => {
  const running = runFlow('start > sub:each > end', {
    inside: { each: 'start1 > task:note > a > end1' },
    nodes: { each: { loop: { kind: 'multiInstance', sequential: false, cardinality: literal(20) } } },
    stepLimit: 50,
  });
  const [first] = running.state.incidents ?? [];
  expect([running.incidents, running.tasks]).toEqual([['RUNTIME_TOO_MANY_STEPS@note'], []]);
  const scope = running.state.tokens.find(({ id }) => id === first?.token)?.scope;
  running.do({ kind: 'jump', from: [first?.token as number], to: [{ nodeId: 'a', scope }] });
  expect([running.incidents.length, running.tasks.length]).toEqual([1, 1]);
  running.do({ kind: 'retryIncident', incidentId: running.state.incidents?.[0]?.id as number });
  expect([running.incidents, running.tasks.length]).toEqual([[], 20]);
});

test('RF1 what cannot be run is refused before it runs, by the id of the element', () => {
  const refused = (kind: string, more: object = {}) => {
    try {
      runFlow('start > x > end', { nodes: { x: { kind, ...more } as never } });
      return undefined;
    } catch (error) {
      return (error as { code: string; details: { nodeId: string } }).code + (error as { details: { nodeId: string } }).details.nodeId;
    }
  };
  expect(refused('callActivity')).toBe('RUNTIME_NODE_UNSUPPORTEDx');
  expect(refused('intermediateThrowEvent', { events: [{ kind: 'timer', timer: 'date', value: literal('2026-01-01') }] })).toBe(
    'RUNTIME_NODE_UNSUPPORTEDx',
  );
  expect(refused('serviceTask')).toBe('RUNTIME_NODE_UNSUPPORTEDx');
  expect(refused('userTask', { clocks: ['unknown'] })).toBe('RUNTIME_REFERENCE_UNKNOWNx');
});

test('DT1 a step changes nothing that was handed in', () => {
  const running = runFlow('start > parallel:split > a > parallel:join > b > end ; split > c > join', { variables: { v: { deep: [1] } } });
  const freeze = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    Object.freeze(value);
    for (const inner of Object.values(value)) freeze(inner);
  };
  for (const task of ['a', 'c', 'b']) {
    freeze(running.state);
    running.complete(task, { variables: { [task]: 1 } });
  }
  expect(running.ended).toBe('completed');
});

test('DT6 cases share the tokens that only stand somewhere and the counts of entries, and see nothing of one another', () => {
  const { prepared } = runFlow('start > parallel:split > a > parallel:join > b > end ; split > c > join');
  const facts = { now: MONDAY, actor: { id: 'li', name: '李' } };
  const done = (outcome: StepOutcome) => (outcome as StepResult).state;
  const [one, other] = ['x', 'y'].map((caseId) =>
    done(step(prepared, undefined, { kind: 'start', commandId: 's', tenant: 't', caseId, ...facts })),
  );
  const [first] = one?.tokens ?? [];
  expect(other?.tokens[0]).toBe(first);
  const taskId = first?.id as number;
  const claimed = done(step(prepared, one, { kind: 'claim', commandId: 'c', taskId, ...facts }));
  const completed = done(step(prepared, other, { kind: 'completeTask', commandId: 'c', taskId, ...facts }));
  expect(claimed.tokens[0]).toEqual({ ...first, assignee: { id: 'li', name: '李' } });
  expect(completed.tokens.some(({ id }) => id === taskId)).toBe(false);
  expect([one?.tokens, one?.entered]).toEqual([other?.tokens, other?.entered]);
  expect(first).toEqual({ id: taskId, node: prepared.byId.get('a')?.index, scope: 0 });
});

test('DT2 what does not fit is told plainly: no case, a second start, another release', () => {
  const { prepared, state } = runFlow('start > a > end');
  const facts = { commandId: 'c', now: 1, actor: { id: 'li', name: '李' } };
  expect(() => step(prepared, undefined, { kind: 'terminate', ...facts })).toThrow(/^RUNTIME_CASE_NOT_STARTED/);
  expect(() => step(prepared, state, { kind: 'start', caseId: 'x', tenant: 't', ...facts })).toThrow(/^RUNTIME_CASE_ALREADY_STARTED/);
  expect(() => step({ ...prepared, releaseId: 'other' }, state, { kind: 'terminate', ...facts })).toThrow(/^RUNTIME_RELEASE_MISMATCH/);
});
