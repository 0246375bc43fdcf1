import { expect, test } from 'vitest';
import { compare, read } from '../../testing/builders/expressions.ts';
import type { FlowOptions } from '../../testing/builders/flow.ts';
import { type RunningCase, runFlow } from '../../testing/builders/running-case.ts';

const text = 'start > parallel:split > a > complex:meet > after > end ; split > b > meet ; split > c > meet';
const twoOfThree = (options: FlowOptions = {}, more = ''): RunningCase =>
  runFlow(`${text}${more}`, { ...options, nodes: { meet: { activation: compare('activationCount', '>=', 2) } } });

test('CG1 goes on when its condition over the tokens that came holds', () => {
  const running = twoOfThree().complete('c');
  expect(running.tasks).toEqual(['a', 'b']);
  expect(running.complete('a').tasks).toEqual(['b', 'after']);
});

test('CG1 asks again when what its condition reads has changed', () => {
  const running = runFlow(text, { nodes: { meet: { activation: read('enough') } } })
    .complete('a')
    .complete('b');
  expect(running.tasks).toEqual(['c']);
  expect(running.do({ kind: 'setData', variables: { enough: true } }).tasks).toEqual(['c', 'after']);
});

test('CG2 takes every flow whose condition holds, else the default, and is an incident with neither', () => {
  const options = { conditions: { 'meet>after': compare('x', '=', 1), 'meet>other': compare('x', '=', 2) } };
  const run = (x: number, more: FlowOptions = {}): RunningCase => {
    const nodes = { meet: { activation: compare('activationCount', '>=', 2) } };
    return runFlow(`${text} ; meet > other > end2 ; meet > rest > end3`, { ...options, ...more, nodes, variables: { x } });
  };
  const rest = { defaults: { meet: 'rest' } };
  expect(run(2, rest).complete('a').complete('b').tasks).toEqual(['c', 'other']);
  expect(run(3, rest).complete('a').complete('b').tasks).toEqual(['c', 'rest']);
  const none = run(3, { conditions: { ...options.conditions, 'meet>rest': compare('x', '=', 4) } })
    .complete('a')
    .complete('b');
  expect(none.incidents).toEqual(['RUNTIME_NO_FLOW_TAKEN@meet']);
  none.do({ kind: 'retryIncident', incidentId: none.state.incidents?.[0]?.id as number, variables: { x: 1 } });
  expect(none.tasks).toEqual(['c', 'after']);
  expect(none.state.tokens).toHaveLength(2);
});

test('CG3 CG4 takes what comes later by its other flows without going on, and begins anew', () => {
  const running = twoOfThree().complete('a').complete('b').complete('after');
  expect(running.ended).toBeUndefined();
  expect(running.state.resets).toHaveLength(1);
  expect(running.complete('c').ended).toBe('completed');
  const round = runFlow(
    'start > exclusive:again > parallel:split > a > complex:meet > more > again ; split > b > meet ; split > c > meet',
    { nodes: { meet: { activation: compare('activationCount', '>=', 2) } } },
  );
  round.complete('a').complete('b').complete('more').complete('c');
  expect(round.tasks).toEqual(['a', 'b', 'c']);
  expect(round.complete('b').complete('c').tasks).toEqual(['a', 'more']);
});

test('CG3 does not wait for what cannot come any more', () => {
  const running = runFlow('start > inclusive:split > a > complex:meet > end ; split > b > meet', {
    nodes: { meet: { activation: compare('activationCount', '>=', 1) } },
    conditions: { 'split>b': read('wanted') },
    defaults: { split: 'a' },
  });
  expect(running.complete('a').ended).toBe('completed');
});

test('CG4 at the reset takes the flows whose condition holds then', () => {
  const running = runFlow(`${text} ; meet > late > end2`, {
    nodes: { meet: { activation: compare('activationCount', '>=', 2) } },
    conditions: { 'meet>after': read('waitingForStart'), 'meet>late': compare('waitingForStart', '=', false) },
  });
  expect(running.complete('a').complete('b').tasks).toEqual(['c', 'after']);
  expect(running.complete('c').tasks).toEqual(['after', 'late']);
});

test('CG5 lets every token pass with one incoming flow, and is refused with several and no condition', () => {
  expect(runFlow('start > complex:open > a > end').tasks).toEqual(['a']);
  expect(() => runFlow(text)).toThrow(/noActivation/);
});

test('CG4 in a sub-process that is cancelled or ends, nothing of it stays behind', () => {
  const options = { inside: { inner: text.replaceAll('start', 'start1').replaceAll('end', 'end1') } };
  const running = runFlow('start > sub:inner > next > end ; stop > next', {
    ...options,
    nodes: { meet: { activation: compare('activationCount', '>=', 2) } },
    boundary: { stop: { on: 'inner', event: { kind: 'message', name: 'stop' } } },
  });
  running.complete('a').complete('b').message('stop');
  expect(running.tasks).toEqual(['next']);
  expect(running.state.resets).toBeUndefined();
});

const resetting = (): RunningCase =>
  runFlow('start > apply > parallel:split > a > complex:meet > after > end ; split > b > meet ; meet > late > end2', {
    nodes: { meet: { activation: compare('activationCount', '>=', 1) } },
    conditions: { 'meet>late': read('more') },
  });

test('JP5 a jump that takes away what could still come lets it begin anew, with no further flow', () => {
  const running = resetting()
    .complete('apply')
    .complete('a')
    .do({ kind: 'setData', variables: { more: true } });
  expect([running.tasks, running.state.resets?.length]).toEqual([['b', 'after'], 1]);
  running.do({ kind: 'jump', from: [running.task('b')], to: [{ nodeId: 'end2' }] });
  expect([running.tasks, running.state.resets]).toEqual([['after'], undefined]);
  expect(running.complete('after').ended).toBe('completed');
});

test('JP5 it waits on for a token that was moved onto it, or to where it can still come from', () => {
  for (const target of ['meet', 'b2']) {
    const running = runFlow('start > parallel:split > a > complex:meet > after > end ; split > b > b2 > meet', {
      nodes: { meet: { activation: compare('activationCount', '>=', 1) } },
    });
    running.complete('a').do({ kind: 'jump', from: [running.task('b')], to: [{ nodeId: target }] });
    if (target === 'b2') expect([running.state.resets?.length, running.complete('b2').tasks]).toEqual([1, ['after']]);
    expect([running.tasks, running.state.resets]).toEqual([['after'], undefined]);
  }
});

test('OP1 after a return to before it, it begins anew: the first token of the new round activates it', () => {
  const running = resetting().complete('apply').complete('a').return('after', 'apply');
  expect([running.tasks, running.state.resets]).toEqual([['apply'], undefined]);
  expect(running.complete('apply').complete('a').tasks).toEqual(['b', 'after']);
});
