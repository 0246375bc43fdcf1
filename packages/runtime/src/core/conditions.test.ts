import { expect, test } from 'vitest';
import { compare } from '../testing/builders/expressions.ts';
import { runFlow } from '../testing/builders/running-case.ts';

const paid = { kind: 'conditional', condition: compare('paid', '=', true) } as const;
const text = 'start > catch:wait > after > end';
const wait = { nodes: { wait: { events: [paid] } } };

test('CD1 a conditional event comes when its condition begins to hold, and is asked only when what it reads has changed', () => {
  const running = runFlow(text, { ...wait, variables: { paid: false } });
  expect(running.tasks).toEqual([]);
  expect(running.do({ kind: 'setData', variables: { other: true } }).tasks).toEqual([]);
  running.do({ kind: 'setData', variables: { paid: true } });
  expect(running.tasks).toEqual(['after']);
  expect(running.events).toContainEqual(expect.objectContaining({ kind: 'conditionMet', nodeId: 'wait' }));
  expect(running.effects.some(({ kind }) => kind === 'openSubscription' || kind === 'closeSubscription')).toBe(false);
  expect(running.state.subscriptions).toBeUndefined();
});

test('CD1 a condition reads form values as well', () => {
  const event = { kind: 'conditional', condition: compare('form.done', '=', true) } as const;
  const running = runFlow(text, { nodes: { wait: { events: [event] } }, formKeys: ['form'] });
  expect(running.do({ kind: 'setData', data: { form: { done: true } } }).tasks).toEqual(['after']);
});

test('CD2 one that holds when it is armed comes at once', () => {
  expect(runFlow(text, { ...wait, variables: { paid: true } }).tasks).toEqual(['after']);
});

test('CD3 one that goes on waiting must fail before it comes again', () => {
  const running = runFlow('start > review > end1 ; alarm > look > end2', {
    boundary: { alarm: { on: 'review', event: paid, interrupting: false } },
  });
  const set = (value: boolean) => running.do({ kind: 'setData', variables: { paid: value } });
  set(true);
  set(true);
  expect(running.tasks).toEqual(['review', 'look']);
  set(false);
  set(true);
  expect(running.tasks).toEqual(['review', 'look', 'look']);
});

test('CD4 conditions are asked when nothing else moves: what held for a moment inside a step is not seen', () => {
  const running = runFlow('start > parallel:split > catch:wait > after > end ; split > go > script:on > script:off > end2', {
    nodes: {
      wait: { events: [paid] },
      on: { script: { expression: compare('one', '=', 1), result: 'paid' } },
      off: { script: { expression: compare('one', '=', 2), result: 'paid' } },
    },
    variables: { one: 1 },
  });
  expect(running.complete('go').tasks).toEqual([]);
  expect(running.state.variables['paid']).toBe(false);
});

test('CD1 interrupts an activity, starts an event sub-process, and wins behind an event-based gateway', () => {
  const boundary = runFlow('start > review > end1 ; alarm > look > end2', { boundary: { alarm: { on: 'review', event: paid } } });
  expect(boundary.do({ kind: 'setData', variables: { paid: true } }).tasks).toEqual(['look']);
  const sub = runFlow('start > review > end ; sub:late', {
    inside: { late: 'start2 > remind > end2' },
    nodes: { late: { triggeredByEvent: true }, start2: { events: [paid], interrupting: false } },
  });
  expect(sub.complete('review', { variables: { paid: true } }).tasks).toEqual(['remind']);
  const gateway = runFlow('start > events:first > catch:wait > after > end ; first > catch:note > other > end2', {
    nodes: { wait: { events: [paid] }, note: { events: [{ kind: 'message', name: 'm' }] } },
  });
  expect(gateway.do({ kind: 'setData', variables: { paid: true } }).tasks).toEqual(['after']);
  expect(gateway.state.subscriptions).toBeUndefined();
});
