import type { ExpiryAct, Limit, ProgramNode, TaskExpiry } from '@tongban/model';
import { expect, test } from 'vitest';
import { literal, read } from '../testing/builders/expressions.ts';
import { flow } from '../testing/builders/flow.ts';
import { MONDAY, RunningCase, runFlow } from '../testing/builders/running-case.ts';
import { allParts } from './parts/all-parts.ts';
import { prepareProgram } from './prepare-release.ts';
import type { StepResult } from './result.ts';
import { step } from './step.ts';

const DAY = 86_400_000;
const review: Limit = { id: 'review', name: { 'zh-CN': '审查' }, amount: 2, unit: 'workingDay', pauses: ['publicity', 'suspended'] };
const outcomes = {
  result: 'decision',
  choices: [
    { value: 'yes', label: '同意' },
    { value: 'no', label: '不同意' },
  ],
};
const starter = { task: { performer: { starter: true }, filings: [], operations: [] } } as const;

function task(does: ExpiryAct, more: Partial<TaskExpiry> = {}, node: Partial<ProgramNode> = {}): Partial<ProgramNode> {
  const expiry = { limit: 'review', does, ...more };
  return { clocks: ['review'], task: { performer: { role: 'reviewer' }, filings: [], operations: [], outcomes, expiry }, ...node };
}

function running(check: Partial<ProgramNode>, text = 'start > apply > check > seal > end'): RunningCase {
  return runFlow(text, { nodes: { apply: starter, check }, limits: [review] }).complete('apply');
}

const expired = (started: RunningCase) => started.events.filter(({ kind }) => kind === 'limitExpired');

test('EX1 the timer of the task follows its clock, and goes with the task', () => {
  const started = running(task('complete', { outcome: 'yes', basis: '某条例第九条' }));
  const [before] = started.state.timers ?? [];
  expect(before?.dueAt).toBe(started.state.clocks?.[0]?.dueAt);
  started.do({ kind: 'pauseClocks', reason: 'publicity' });
  expect(started.state.timers?.[0]?.dueAt).toBeUndefined();
  expect(started.do({ kind: 'fireTimer', timerId: before?.id ?? 0 }).refused?.[0]?.code).toBe('RUNTIME_TIMER_CLOSED');
  started.wait(3 * DAY).do({ kind: 'resumeClocks', reason: 'publicity' });
  expect(started.state.timers?.[0]?.dueAt).toBeGreaterThan(before?.dueAt as number);
  started.do({ kind: 'suspend' }).wait(DAY).do({ kind: 'resume' });
  expect(started.state.timers?.[0]?.dueAt).toBe(started.state.clocks?.[0]?.dueAt);
  started.complete('check', { outcome: 'no' });
  expect([started.state.timers, expired(started), started.state.variables['decision']]).toEqual([undefined, [], 'no']);
});

test('EX1 a case from paper whose limit is over expires as soon as it is entered', () => {
  const options = { nodes: { apply: starter, check: task('reject', { basis: '容缺受理办法' }) }, limits: [review] };
  const paper = new RunningCase(prepareProgram(flow('start > apply > check > end', options), allParts, options));
  const facts = { caseId: 'case-1', tenant: 'county', starter: { id: 'wang', name: '王' }, startedAt: MONDAY - 20 * DAY };
  paper.do({ kind: 'enter', ...facts, places: [{ nodeId: 'check', since: MONDAY - 9 * DAY }] });
  const [timer] = paper.state.timers ?? [];
  expect(timer?.dueAt).toBeLessThan(MONDAY);
  expect(paper.do({ kind: 'fireTimer', timerId: timer?.id ?? 0 }).ended).toBe('rejected');
});

test('EX1 a calendar edited while it runs moves it, also to an instant that is past', () => {
  const started = running(task('complete', { outcome: 'yes', basis: 'b' }));
  const [before] = started.state.timers ?? [];
  const options = { nodes: { apply: starter, check: task('complete', { outcome: 'yes', basis: 'b' }) }, limits: [review] };
  const holiday = { name: { 'zh-CN': '停电' }, from: '2026-03-03', to: '2026-03-04' };
  const edited = prepareProgram(flow('start > apply > check > seal > end', options), allParts, {
    ...options,
    calendar: { ...started.prepared.calendar, holidays: [holiday], weekend: [] },
  });
  const order = { kind: 'reschedule', commandId: 'r', now: started.now, calendar: 1 } as const;
  const later = step(edited, started.state, order) as StepResult;
  const [moved] = later.state.timers ?? [];
  expect([moved?.id, (moved?.dueAt ?? 0) - (before?.dueAt ?? 0)]).toEqual([before?.id, 2 * DAY]);
  expect(later.effects).toContainEqual(expect.objectContaining({ kind: 'createTimer', timerId: before?.id, dueAt: moved?.dueAt }));
  const back = step(started.prepared, later.state, { ...order, commandId: 'r2', now: started.now + 4 * DAY }) as StepResult;
  expect(back.state.timers?.[0]?.dueAt).toBe(before?.dueAt);
  const fired = step(started.prepared, back.state, {
    kind: 'fireTimer',
    commandId: 'f',
    now: started.now + 4 * DAY,
    timerId: before?.id ?? 0,
  });
  expect((fired as StepResult).state.variables['decision']).toBe('yes');
});

test('EX2 completed: the task is deemed done with the outcome, and the event says on what basis', () => {
  const started = running(task('complete', { outcome: 'yes', basis: '行政许可法第五十条' })).fire('check');
  expect(started.tasks).toEqual(['seal']);
  expect(started.state.variables['decision']).toBe('yes');
  expect(expired(started)).toMatchObject([
    { nodeId: 'check', limitId: 'review', does: 'complete', outcome: 'yes', basis: '行政许可法第五十条' },
  ]);
  const done = started.events.filter(({ kind }) => kind === 'taskCompleted').at(-1);
  expect(done).toMatchObject({ nodeId: 'check', outcome: 'yes' });
});

test('EX2 whoever was asked first is not waited for, who signs after it still signs', () => {
  const started = running(task('complete', { outcome: 'yes', basis: 'b' }));
  const signers = [{ id: 'z', name: '周' }];
  started.do({ kind: 'addSigner', taskId: started.task('check'), position: 'after', signers });
  started.do({ kind: 'delegate', taskId: started.task('check'), to: { id: 'm', name: '马' } }).fire('check');
  expect(started.tasks).toEqual(['check']);
  expect(started.state.tokens.find(({ asked }) => asked !== undefined)?.assignee).toEqual(signers[0]);
  expect(started.complete('check', { outcome: 'yes' }).tasks).toEqual(['seal']);
});

test('EX2 each open voice of a vote is counted', () => {
  const loop = {
    kind: 'multiInstance',
    sequential: false,
    collection: literal(['a', 'b', 'c']),
    element: 'office',
    vote: { rule: 'all', result: 'vote', agree: ['yes'], choice: read('decision') },
  } as const;
  const started = running(task('complete', { outcome: 'yes', basis: 'b' }, { loop }));
  started.complete('check', { of: 'a', outcome: 'yes' });
  started.fire('check');
  expect(expired(started)).toHaveLength(2);
  expect(started.state.variables['vote']).toMatchObject({ decision: 'approved', agreed: 3 });
  expect(started.tasks).toEqual(['seal']);
});

test('EX6 one after another: whoever follows is dealt with as it is their turn', () => {
  const loop = { kind: 'multiInstance', sequential: true, collection: literal(['a', 'b', 'c']), element: 'office' } as const;
  const started = running(task('complete', { outcome: 'yes', basis: 'b' }, { loop })).fire('check');
  expect(started.tasks).toEqual(['check(b)']);
  expect(started.state.timers?.[0]?.dueAt).toBe(started.now);
  expect(started.fire('check').fire('check').tasks).toEqual(['seal']);
  expect([expired(started).length, started.state.timers]).toEqual([3, undefined]);
  const early = running(task('complete', { outcome: 'yes', basis: 'b' }, { loop })).complete('check', { outcome: 'no' });
  expect(early.state.timers).toHaveLength(1);
});

test('EX1 a task whose limit runs elsewhere has a clock of its own', () => {
  const started = running(task('complete', { outcome: 'yes', basis: 'b' }, { clocks: [] })).fire('check');
  expect(started.tasks).toEqual(['seal']);
});

test('EX3 returned: the target is open again, with the reason', () => {
  const started = running(task('return', { target: 'apply', basis: '逾期未办' })).fire('check');
  expect([started.tasks, started.state.round]).toEqual([['apply'], 2]);
  expect(started.state.tokens[0]?.returned).toMatchObject({ reason: '逾期未办', from: 'check' });
});

test('EX3 rejected: the case ends; what cannot be done is told to the administrators', () => {
  const started = running(task('reject', { basis: '容缺受理：逾期未补齐视为放弃' })).fire('check');
  expect([started.ended, started.state.ended?.reason]).toEqual(['rejected', '容缺受理：逾期未补齐视为放弃']);
  const stuck = running(task('return', { target: 'seal' })).fire('check');
  expect(stuck.tasks).toEqual(['check']);
  expect(stuck.effects.at(-1)).toMatchObject({ kind: 'notify', template: 'task.expired', to: { role: 'administrator' } });
});

test('EX4 escalated: the task is the superior’s; without one, the administrators hear of it', () => {
  const started = running(task('escalate'));
  const [timer] = started.state.timers ?? [];
  const order = { kind: 'fireTimer', timerId: timer?.id ?? 0 } as const;
  const id = started.task('check');
  expect(started.do({ ...order, to: { [id]: { id: 'boss', name: '局长' } } }).state.tokens[0]?.assignee).toEqual({
    id: 'boss',
    name: '局长',
  });
  expect(expired(started)).toMatchObject([{ does: 'escalate', to: { name: '局长' } }]);
  const alone = running(task('escalate')).fire('check');
  expect(alone.state.tokens[0]?.assignee).toBeUndefined();
  expect(alone.effects.at(-1)).toMatchObject({ kind: 'notify', to: { role: 'administrator' } });
});

test('EX5 reminded: whoever has it hears of it once, and the task stays', () => {
  const started = running(task('remind')).fire('check');
  expect([started.tasks, started.state.timers]).toEqual([['check'], undefined]);
  expect(started.effects.at(-1)).toMatchObject({ kind: 'notify', template: 'task.expired', to: { role: 'reviewer' } });
});
