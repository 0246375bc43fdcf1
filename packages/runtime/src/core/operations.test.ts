import { expect, test } from 'vitest';
import { literal } from '../testing/builders/expressions.ts';
import { type RunningCase, runFlow } from '../testing/builders/running-case.ts';
import { step } from './step.ts';

const starter = { task: { performer: { starter: true }, filings: [], operations: [] } };
const text = 'start > apply > check > parallel:split > a > parallel:join > seal > end ; split > b > join ; late > x > end2';
const limits = [{ id: 'review', name: { 'zh-CN': '审查' }, amount: 3, unit: 'workingDay' as const, pauses: ['correction', 'suspended'] }];
const boundary = { late: { on: 'a', event: { kind: 'timer', timer: 'duration', value: literal('P2D') } as const } };
const HOUR = 3_600_000;

const running = (): RunningCase =>
  runFlow(text, { nodes: { apply: starter, a: { clocks: ['review'] } }, boundary, limits })
    .complete('apply')
    .complete('check');
const back = (started: RunningCase, from: string, target: string): RunningCase =>
  started.do({ kind: 'return', taskId: started.task(from), target, reason: '缺材料', goOn: 'back' });
const code = (started: RunningCase): string | undefined => started.refused?.[0]?.code;

test('OP9 straight back: only this task stands still while the target is corrected, and then goes on', () => {
  const started = running();
  const own = started.task('a');
  back(started, 'a', 'apply');
  expect(started.tasks).toEqual(['a', 'b', 'apply']);
  expect(started.events).toContainEqual(expect.objectContaining({ kind: 'returned', target: 'apply', back: true, round: 2 }));
  expect(started.state.tokens.at(-1)).toMatchObject({ returned: { reason: '缺材料', from: 'a' }, asked: { task: own, how: 'return' } });
  expect(started.do({ kind: 'completeTask', taskId: own }) && code(started)).toBe('RUNTIME_TASK_HELD');
  expect(started.complete('b').complete('apply', { variables: { fixed: true } }).tasks).toEqual(['a']);
  expect(started.state.variables['fixed']).toBe(true);
  expect(started.complete('a').tasks).toEqual(['seal']);
});

test('OP9 clocks stand still until the last of several corrections is back', () => {
  const started = back(back(running(), 'a', 'apply'), 'b', 'apply');
  const [first, second] = started.state.tokens.filter(({ asked }) => asked !== undefined).map(({ id }) => id);
  started.do({ kind: 'completeTask', taskId: second as number });
  expect(started.state.clocks?.[0]?.pauses).toMatchObject([{ reason: 'correction' }]);
  expect(started.state.correction).toEqual({ task: first });
  started.do({ kind: 'completeTask', taskId: first as number });
  expect(started.state.clocks?.[0]?.pauses[0]?.to).toBeDefined();
});

test('OP9 out of an instance of many, which keeps its place; a target of many is refused', () => {
  const loop = { kind: 'multiInstance', sequential: false, collection: literal(['x', 'y']), element: 'office' } as const;
  const many = runFlow('start > apply > first > review > end', { nodes: { apply: starter, first: { loop }, review: { loop } } });
  many.complete('apply').complete('first').complete('first');
  expect(code(back(many, 'review', 'first'))).toBe('RUNTIME_RETURN_BACK');
  back(many, 'review', 'apply');
  expect(many.tasks).toEqual(['review(x)', 'review(y)', 'apply']);
  expect(many.complete('apply').complete('review').complete('review').ended).toBe('completed');
});

test('OP9 a step-by-step return meanwhile takes the correction back as well', () => {
  const started = back(running(), 'a', 'apply');
  started.return('b', 'check');
  expect([started.tasks, started.state.correction]).toEqual([['check'], undefined]);
});

test('OP10 tokens older than the last task at the target did not come out of it, and stay', () => {
  const loose = runFlow('start > parallel:split > a > exclusive:meet > c > end ; split > b > meet').complete('b').complete('a');
  const [older, newer] = loose.state.tokens.map(({ id }) => id);
  const since = loose.events.find((event) => event.kind === 'taskOpened' && event.nodeId === 'a');
  expect(older).toBeLessThan(newer as number);
  loose.do({ kind: 'return', taskId: newer as number, target: 'a', since: since?.kind === 'taskOpened' ? since.taskId : 0 });
  expect(loose.tasks).toEqual(['a']);
  const alone = runFlow('start > parallel:split > a > exclusive:meet > c > end ; split > b > meet').complete('b').complete('a');
  alone.do({ kind: 'return', taskId: alone.state.tokens[1]?.id as number, target: 'a', since: alone.state.tokens[1]?.id as number });
  expect(alone.tasks).toEqual(['c', 'a']);
});

test('OP10 the target is opened for the person that was named', () => {
  const started = running();
  started.do({ kind: 'return', taskId: started.task('a'), target: 'check', to: { id: 'chen', name: '陈' } });
  expect(started.state.tokens[0]).toMatchObject({ assignee: { id: 'chen' }, returned: { from: 'a' } });
});

/** The number of the task that was completed last at a node. */
const completed = (started: RunningCase, nodeId: string): number => {
  const found = started.events.filter((event) => event.kind === 'taskCompleted' && event.nodeId === nodeId).at(-1);
  return found?.kind === 'taskCompleted' ? found.taskId : 0;
};
const withdraw = (started: RunningCase, nodeId: string): RunningCase =>
  started.do({ kind: 'withdraw', taskId: completed(started, nodeId), nodeId, reason: '填错', to: { id: 'li', name: '李' } });

test('WD1 what was submitted is open again for the same person, and what came of it is cancelled', () => {
  const started = withdraw(running(), 'check');
  expect([started.tasks, started.state.tokens[0]?.assignee, started.state.timers]).toEqual([
    ['check'],
    { id: 'li', name: '李' },
    undefined,
  ]);
  expect(started.state.round).toBe(1);
  expect(started.events).toContainEqual(expect.objectContaining({ kind: 'withdrawn', nodeId: 'check', reason: '填错' }));
  expect(started.complete('check').tasks).toEqual(['a', 'b']);
});

test('WD1 out of a join: the branch of the others counts as arrived', () => {
  const started = withdraw(running().complete('b').complete('a'), 'a');
  expect(started.tasks).toEqual(['a']);
  expect(started.complete('a').tasks).toEqual(['seal']);
  const waits = withdraw(running().complete('a'), 'a');
  expect(waits.tasks).toEqual(['b', 'a']);
});

test('WD2 is refused once nothing that came of it waits, and for one voice of many', () => {
  const done = runFlow('start > parallel:split > a > a2 > end ; split > b > end2').complete('a').complete('a2');
  expect(code(withdraw(done, 'a'))).toBe('RUNTIME_WITHDRAW_TOO_LATE');
  const loop = { kind: 'multiInstance', sequential: false, collection: literal(['x', 'y']), element: 'office' } as const;
  const many = runFlow('start > review > after > end', { nodes: { review: { loop } } }).complete('review');
  expect(code(withdraw(many, 'review'))).toBe('RUNTIME_WITHDRAW_TOO_LATE');
});

test('SU1 while a case is suspended nobody acts in it, and its timers stand still', () => {
  const started = running().do({ kind: 'suspend', reason: '等待裁定' });
  expect(started.effects.at(-1)).toMatchObject({ kind: 'closeTimer' });
  const before = started.state;
  started.do({ kind: 'completeTask', taskId: started.task('a') });
  expect(code(started)).toBe('RUNTIME_CASE_SUSPENDED');
  started.do({ kind: 'suspend' });
  expect([code(started), started.state]).toEqual(['RUNTIME_CASE_SUSPENDED', before]);
  expect(started.do({ kind: 'terminate', reason: 'r' }).ended).toBe('terminated');
});

test('SU2 resumed, its timers run on; clocks whose limits say so stood still', () => {
  const started = running();
  const [due, clockDue] = [started.state.timers?.[0]?.dueAt as number, started.state.clocks?.[0]?.dueAt as number];
  started
    .do({ kind: 'suspend' })
    .wait(72 * HOUR)
    .do({ kind: 'resume', reason: '已裁定' });
  expect(started.state.timers?.[0]?.dueAt).toBe(due);
  expect(started.effects.filter(({ kind }) => kind === 'createTimer').at(-1)).toMatchObject({ dueAt: due });
  expect(started.state.clocks?.[0]?.pauses).toMatchObject([{ reason: 'suspended', to: started.now }]);
  expect(started.state.clocks?.[0]?.dueAt).toBeGreaterThan(clockDue);
  expect(started.state.suspended).toBeUndefined();
  expect(code(started.do({ kind: 'resume' }))).toBe('RUNTIME_CASE_NOT_SUSPENDED');
});

test('SU2 a clock that starts meanwhile stands still as well', () => {
  const started = runFlow('start > service:work > a > end', { nodes: { a: { clocks: ['review'] } }, limits });
  started.do({ kind: 'suspend' }).finishJob('work');
  expect(started.state.clocks?.[0]?.pauses).toMatchObject([{ reason: 'suspended' }]);
});

test('SU3 what machines and other cases bring is taken in meanwhile', () => {
  const started = runFlow('start > service:work > a > end').do({ kind: 'suspend' }).finishJob('work');
  expect(started.tasks).toEqual(['a']);
});

test('SU4 a timer that is armed meanwhile is set when the case is resumed', () => {
  const timer = { kind: 'timer', timer: 'duration', value: literal('P1D') } as const;
  const started = runFlow('start > service:work > a > end; late > end2', { boundary: { late: { on: 'a', event: timer } } });
  started.do({ kind: 'suspend' }).finishJob('work');
  const dueAt = started.now + 24 * HOUR;
  expect(started.state.timers).toMatchObject([{ dueAt }]);
  expect(started.effects.filter(({ kind }) => kind === 'createTimer')).toEqual([]);
  started.wait(72 * HOUR).do({ kind: 'resume' });
  expect(started.effects.filter(({ kind }) => kind === 'createTimer')).toMatchObject([{ dueAt }]);
  expect(started.do({ kind: 'fireTimer', timerId: started.state.timers?.[0]?.id ?? 0 }).ended).toBe('completed');
});

test('SU4 a timer that another calendar moves meanwhile is set when the case is resumed', () => {
  const timer = { kind: 'timer', timer: 'limit', limit: 'plain' } as const;
  const plain = { id: 'plain', name: { 'zh-CN': '限' }, amount: 3, unit: 'workingDay' } as const;
  const started = runFlow('start > a > end; late > end2', { boundary: { late: { on: 'a', event: timer } }, limits: [plain] });
  started.do({ kind: 'suspend' });
  const holidays = [{ name: { 'zh-CN': '节' }, from: '2026-03-04', to: '2026-03-04' }];
  const edited = { ...started.prepared, calendar: { ...started.prepared.calendar, holidays } };
  const moved = step(edited, started.state, { kind: 'reschedule', commandId: 'r', now: started.now, calendar: 1 });
  if (moved.refused !== undefined) throw new Error('refused');
  expect(moved.events.map(({ kind }) => kind)).toEqual(['calendarChanged', 'clockMoved']);
  expect(moved.effects.filter(({ kind }) => kind === 'createTimer')).toEqual([]);
  const resumed = step(edited, moved.state, { kind: 'resume', commandId: 's', now: started.now });
  if (resumed.refused !== undefined) throw new Error('refused');
  const [clock] = resumed.state.clocks ?? [];
  expect(resumed.effects.filter(({ kind }) => kind === 'createTimer')).toMatchObject([{ dueAt: clock?.dueAt }]);
});

test('UG1 urging notifies those who have open tasks, and leaves them in peace for a while', () => {
  const started = running();
  const order = { kind: 'urge', comment: '请尽快', restMs: 4 * HOUR } as const;
  started.do({ ...order, taskIds: [started.task('b')] });
  expect(started.effects.at(-1)).toMatchObject({
    kind: 'notify',
    template: 'task.urged',
    nodeId: 'b',
    parameters: { comment: '请尽快', by: '李' },
  });
  expect(code(started.wait(HOUR).do(order))).toBe('RUNTIME_URGED_JUST_NOW');
  expect(started.refused?.[0]?.details['minutes']).toBe(180);
  started.wait(3 * HOUR).do(order);
  expect(started.events.at(-1)).toMatchObject({ kind: 'urged', nodeIds: ['a', 'b'] });
  const waiting = runFlow('start > service:work > end').do(order);
  expect(code(waiting)).toBe('RUNTIME_NOBODY_TO_URGE');
});

test('CP1 a copy goes to persons and departments, and changes nothing in the flow', () => {
  const started = running();
  const tasks = started.tasks;
  started.do({
    kind: 'copy',
    nodeId: 'check',
    to: [
      { id: 'wu', name: '吴' },
      { id: 'fgw', name: '发改局', department: true },
    ],
    comment: '供参考',
  });
  expect(started.tasks).toEqual(tasks);
  expect(started.effects.slice(-2)).toMatchObject([
    { kind: 'openCopy', nodeId: 'check', to: { id: 'wu' } },
    { kind: 'openCopy', to: { department: true } },
  ]);
  expect(code(started.do({ kind: 'copy', nodeId: 'check', to: [] }))).toBe('RUNTIME_COPY_TO_NOBODY');
});

test('CP2 reading a copy is noted with who read it', () => {
  const started = running().do({ kind: 'copy', nodeId: 'check', to: [{ id: 'wu', name: '吴' }] });
  started.do({ kind: 'readCopy', copyId: started.state.lastId, nodeId: 'check' });
  expect(started.events.at(-1)).toMatchObject({ kind: 'copyRead', by: { id: 'li' } });
});
