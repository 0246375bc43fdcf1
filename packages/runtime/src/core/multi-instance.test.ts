import { expect, test } from 'vitest';
import { compare, literal, plus, read } from '../testing/builders/expressions.ts';
import { type RunningCase, runFlow } from '../testing/builders/running-case.ts';

const text = 'start > review > after > end';
const each = { kind: 'multiInstance', sequential: false, collection: read('offices'), element: 'department' } as const;
const task = { performer: { department: read('department') }, filings: [], operations: [], outcomes: { result: 'vote', choices: [] } };
const variables = { offices: ['water', 'land', 'fire'] };
const parallel = (more: object = {}) => ({ nodes: { review: { task, loop: { ...each, ...more } } }, variables });
const sequential = (more: object = {}) => parallel({ sequential: true, ...more });

test('MI1 in parallel, opens one instance for each element and goes on when all are done', () => {
  const running = runFlow(text, parallel());
  expect(running.tasks).toEqual(['review(water)', 'review(land)', 'review(fire)']);
  expect(running.effects[1]).toMatchObject({ kind: 'openTask', of: 'land', performer: { department: 'land' } });
  running.complete('review', { of: 'fire' }).complete('review', { of: 'water' });
  expect(running.tasks).toEqual(['review(land)']);
  expect(running.complete('review').tasks).toEqual(['after']);
  expect(running.times('review')).toBe(1);
});

test('MI2 one after another, in the order the collection had at the start', () => {
  const running = runFlow(text, sequential());
  running.do({ kind: 'setData', variables: { offices: [] } });
  expect(running.complete('review', { of: 'water' }).tasks).toEqual(['review(land)']);
  running.complete('review').complete('review');
  expect(running.tasks).toEqual(['after']);
  expect(running.state.loops).toBeUndefined();
});

test('MI3 gathers one result per instance in order, null for those that were cancelled', () => {
  const running = runFlow(
    text,
    parallel({ results: 'votes', result: read('vote'), completion: compare('numberOfCompletedInstances', '>=', 2) }),
  );
  running.complete('review', { of: 'fire', outcome: 'agree' }).complete('review', { of: 'water', outcome: 'disagree' });
  expect(running.state.variables['votes']).toEqual(['disagree', null, 'agree']);
});

test('MI4 variables set in an instance stay in it', () => {
  const running = runFlow(text, { ...parallel(), variables: { ...variables, vote: 'outer' } });
  running.complete('review', { of: 'fire', outcome: 'agree' });
  expect(running.state.variables['vote']).toBe('outer');
});

test('MI5 once the completion condition holds, the rest is cancelled', () => {
  const running = runFlow(text, parallel({ completion: compare('vote', '=', 'veto') }));
  running.complete('review', { of: 'land', outcome: 'veto' });
  expect(running.tasks).toEqual(['after']);
  expect(running.effects.filter((effect) => effect.kind === 'closeTask' && effect.how === 'cancelled')).toHaveLength(2);
  expect(running.state.scopes).toBeUndefined();
});

test('MI6 an empty collection passes on, with no results', () => {
  const running = runFlow(text, { ...parallel({ results: 'votes' }), variables: { offices: [] } });
  expect(running.tasks).toEqual(['after']);
  expect(running.state.variables['votes']).toEqual([]);
});

test('MI7 a number of times, with the counters of the standard', () => {
  const loop = { kind: 'multiInstance', sequential: true, cardinality: literal(3), results: 'r', result: read('loopCounter') } as const;
  const running = runFlow(text, { nodes: { review: { loop } } });
  running.complete('review').complete('review').complete('review');
  expect(running.state.variables['r']).toEqual([1, 2, 3]);
});

test('MI8 what is no list is an incident, and can be repaired', () => {
  const running = runFlow(text, { ...parallel(), variables: {} });
  expect(running.incidents).toEqual(['RUNTIME_COLLECTION_NOT_A_LIST@review']);
  running.do({ kind: 'retryIncident', incidentId: running.state.incidents?.[0]?.id as number, variables: { offices: ['x'] } });
  expect(running.tasks).toEqual(['review(x)']);
});

test('MI9 a repeated sub-process has a scope for each instance, and a boundary event for the whole', () => {
  const running = runFlow('start > sub:each > after > end ; stop > x > end3', {
    inside: { each: 'start1 > first > second > end1' },
    nodes: { each: { loop: each } },
    boundary: { stop: { on: 'each', event: { kind: 'message', name: 'stop' } } },
    variables,
  });
  running.complete('first', { of: 'land' });
  expect(running.tasks).toEqual(['first(water)', 'first(fire)', 'second(land)']);
  running.message('stop');
  expect(running.tasks).toEqual(['x']);
  expect(running.state.scopes).toBeUndefined();
});

test('MI10 throws an event at the first instance that ends, at each, or where a condition holds, for its boundary events to catch', () => {
  const run = (throws: object, interrupting = false) =>
    runFlow('start > review > after > end ; seen > told > end2', {
      ...parallel({ throws: [{ event: { kind: 'signal', name: 'S' }, ...throws }] }),
      boundary: { seen: { on: 'review', event: { kind: 'signal', name: 'S' }, interrupting } },
    });
  const told = (running: RunningCase) => running.tasks.filter((task) => task === 'told').length;
  expect(told(run({ when: 'first' }).complete('review').complete('review'))).toBe(1);
  expect(told(run({ when: 'each' }).complete('review').complete('review'))).toBe(2);
  const vetoed = run({ when: 'condition', condition: compare('vote', '=', 'veto') }).complete('review');
  expect(told(vetoed)).toBe(0);
  expect(told(vetoed.complete('review', { outcome: 'veto' }))).toBe(1);
  expect(vetoed.complete('review').tasks).toEqual(['told', 'after']);
  const stopped = run({ when: 'first' }, true).complete('review');
  expect(stopped.tasks).toEqual(['told']);
  expect(stopped.state.loops).toBeUndefined();
});

test('MI10 an escalation is caught there as well, and noted when nobody catches it', () => {
  const throws = [{ when: 'each', event: { kind: 'escalation', code: 'E' } }];
  const running = runFlow('start > review > after > end ; seen > told > end2', {
    ...parallel({ throws }),
    boundary: { seen: { on: 'review', event: { kind: 'escalation' }, interrupting: true } },
  });
  expect(running.complete('review').tasks).toEqual(['told']);
  expect(runFlow(text, parallel({ throws })).complete('review').complete('review').complete('review').tasks).toEqual(['after']);
});

test('LP2 repeats an activity of any kind: its tasks, its jobs, all that is in a sub-process', () => {
  const loop = { kind: 'standard', testBefore: false, condition: compare('n', '<', 2) } as const;
  const assigns = [{ variable: 'n', value: plus('n', 1), at: 'end' }] as const;
  const running = runFlow('start > sub:again > service:send > end', {
    inside: { again: 'start1 > parallel:split > a > end1 ; split > b > end2' },
    nodes: { again: { loop, assigns }, send: { loop: { kind: 'standard', testBefore: false, maximum: 2 } } },
    variables: { n: 0 },
  });
  running.complete('a').complete('b');
  expect(running.tasks).toEqual(['a', 'b']);
  running.complete('b').complete('a').finishJob('send').finishJob('send');
  expect(running.ended).toBe('completed');
  expect(running.opened).toEqual(['a', 'b', 'a', 'b']);
});

test('LP1 a standard loop goes on while its condition holds, up to its maximum', () => {
  const assigns = [{ variable: 'n', value: plus('n', 1), at: 'end' }] as const;
  const loop = { kind: 'standard', testBefore: true, condition: compare('n', '<', 3) } as const;
  const running = runFlow('start > script:count > review > end', { nodes: { count: { loop, assigns } }, variables: { n: 0 } });
  expect(running.state.variables['n']).toBe(3);
  const most = runFlow('start > review > end', { nodes: { review: { loop: { kind: 'standard', testBefore: false, maximum: 2 } } } });
  expect(most.complete('review').complete('review').ended).toBe('completed');
});
