import { expect, test } from 'vitest';
import type { LiveCase } from '../engine/live-case.ts';
import { literal } from '../testing/builders/expressions.ts';
import { type RunningCase, runFlow } from '../testing/builders/running-case.ts';
import { jumpChoices, jumpTargetOf } from './jump-choices.ts';

const departments = [
  { id: 'zhujian', name: '住建局' },
  { id: 'ziran', name: '自然资源局' },
];

function targets({ state, prepared }: RunningCase, nodeId: string): readonly (readonly [id: string, name: string])[] {
  const ready = { prepared, release: { items: [], manifest: { departments } } };
  const { targets: all } = jumpChoices({ state, ready } as unknown as LiveCase);
  return all.filter(({ id }) => id.split('#')[0] === nodeId).map(({ id, name }) => [id, name]);
}

test('JP2 a step in a process that several activities call is offered once for each call, and each offer is a target', () => {
  const running = runFlow('start > a > call:ask > b > call:again > end', {
    processes: { office: 'startO > c > endO' },
    calls: { ask: 'office', again: 'office' },
    nodes: { c: { name: '会审' }, ask: { name: '初审' }, again: { name: '复审' }, b: { name: '补件' } },
  });
  expect(targets(running, 'b')).toEqual([['b', '补件']]);
  expect(targets(running, 'c')).toEqual([
    ['c#0@ask', '会审（初审）'],
    ['c#0@again', '会审（复审）'],
  ]);
  running.do({ kind: 'jump', from: [running.task('a')], to: [jumpTargetOf('c#0@again')] });
  expect(running.complete('c').ended).toBe('completed');
});

test('JP6 a step in several open instances is offered once for each of them', () => {
  const loop = { kind: 'multiInstance', sequential: false, collection: literal(['zhujian', 'ziran']), element: 'office' } as const;
  const running = runFlow('start > sub:each > end', {
    inside: { each: 'startE > a > b > endE' },
    nodes: { each: { loop }, b: { name: '复核' } },
  });
  const [first, second] = targets(running, 'b');
  expect([first?.[1], second?.[1]]).toEqual(['复核（住建局）', '复核（自然资源局）']);
  running.do({ kind: 'jump', from: [running.task('a', 'ziran')], to: [jumpTargetOf(second?.[0] ?? '')] });
  expect(running.tasks).toEqual(['a(zhujian)', 'b(ziran)']);
});
