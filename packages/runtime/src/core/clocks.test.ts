import type { Limit } from '@tongban/model';
import { expect, test } from 'vitest';
import { literal } from '../testing/builders/expressions.ts';
import { MONDAY, runFlow } from '../testing/builders/running-case.ts';

const DAY = 86_400_000;
const limits: Limit[] = [
  { id: 'review', name: { 'zh-CN': '审查' }, amount: 3, unit: 'workingDay', pauses: ['correction'] },
  { id: 'whole', name: { 'zh-CN': '全程' }, amount: 10, unit: 'calendarDay', pauses: ['correction'] },
];
const nodes = {
  apply: { task: { performer: { starter: true }, filings: [], operations: [] } },
  check: { clocks: ['review'] },
};
const text = 'start > apply > check > seal > end';

test('CK1 starts when the activity is entered and stops when it is left, due when the calendar says', () => {
  const running = runFlow(text, { nodes, limits }).complete('apply');
  const [clock] = running.state.clocks ?? [];
  expect(clock).toMatchObject({ limitId: 'review', owner: running.task('check'), startedAt: MONDAY, dueAt: Date.UTC(2026, 2, 5, 16) - 1 });
  expect(running.effects).toContainEqual({ kind: 'saveClock', clock, nodeId: 'check' });
  running.wait(DAY).complete('check');
  expect(running.state.clocks).toMatchObject([{ limitId: 'review', stoppedAt: MONDAY + DAY }]);
});

test('CK2 of each limit only the clock that stopped last is kept; a process, sub-process or multi-instance has one for the whole', () => {
  const loop = { kind: 'multiInstance', sequential: true, collection: literal(['x', 'y']), element: 'office' } as const;
  const running = runFlow('start > check > end', {
    nodes: { check: { loop, clocks: ['review'] } },
    process: { clocks: ['whole'] },
    limits,
  });
  expect(running.state.clocks?.map(({ limitId, owner }) => [limitId, owner === 0])).toEqual([
    ['whole', true],
    ['review', false],
  ]);
  const opened = running.effects.find((effect) => effect.kind === 'openTask');
  expect(opened).toMatchObject({ clocks: [running.state.clocks?.[1]?.id] });
  running.complete('check');
  expect(running.state.clocks?.[1]?.stoppedAt).toBeUndefined();
  running.complete('check');
  expect(running.state.clocks?.every(({ stoppedAt }) => stoppedAt === MONDAY)).toBe(true);
  const again = runFlow(text, { nodes, limits }).complete('apply').return('check', 'apply').complete('apply').complete('check');
  expect(again.state.clocks).toHaveLength(1);
});

test('CK3 stands still while the case is back with its starter, and its timers with it', () => {
  const running = runFlow(`${text} ; late > boss > end2`, {
    nodes,
    limits,
    process: { clocks: ['whole'], eventSubProcesses: [] },
    boundary: { late: { on: 'check', event: { kind: 'timer', timer: 'limit', limit: 'review' }, interrupting: false } },
  });
  running.complete('apply').return('check', 'apply');
  expect(running.state.clocks?.find(({ limitId }) => limitId === 'whole')?.pauses).toEqual([{ reason: 'correction', from: MONDAY }]);
  running.wait(4 * DAY).complete('apply');
  const whole = running.state.clocks?.find(({ limitId }) => limitId === 'whole');
  expect(whole?.pauses).toEqual([{ reason: 'correction', from: MONDAY, to: MONDAY + 4 * DAY }]);
  expect(running.events.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['clockPaused', 'clockResumed']));
});

test('CK4 a limit timer stands still and moves with its clock', () => {
  const running = runFlow('start > parallel:split > apply > check > parallel:join > end ; split > other > join ; late > boss > end2', {
    nodes: { ...nodes, other: { clocks: ['whole'] } },
    limits,
    boundary: { late: { on: 'other', event: { kind: 'timer', timer: 'limit', limit: 'whole' }, interrupting: false } },
  });
  const dueAt = running.state.timers?.[0]?.dueAt as number;
  const timerId = running.state.timers?.[0]?.id as number;
  running.complete('apply').return('check', 'apply');
  expect(running.tasks).toEqual(['other', 'apply']);
  expect(running.do({ kind: 'fireTimer', timerId }).refused?.[0]?.code).toBe('RUNTIME_TIMER_CLOSED');
  running.wait(4 * DAY).complete('apply');
  // Monday 09:00 to Friday 09:00: three whole days stood still.
  expect(running.state.timers?.[0]?.dueAt).toBe(dueAt + 3 * DAY);
  expect(running.effects.at(-1)).toMatchObject({ kind: 'openTask' });
  expect(running.effects).toContainEqual({ kind: 'createTimer', timerId, nodeId: 'late', dueAt: dueAt + 3 * DAY });
  expect(running.fire('late').tasks).toEqual(['other', 'check', 'boss']);
});

test('TM4 a limit timer fires at the due instant of its limit', () => {
  const running = runFlow('start > catch:valid > expired > end', {
    nodes: { valid: { events: [{ kind: 'timer', timer: 'limit', limit: 'whole' }] } },
    limits,
  });
  expect(running.state.clocks?.[0]?.dueAt).toBe(running.state.timers?.[0]?.dueAt);
  expect(running.fire('valid').tasks).toEqual(['expired']);
});
