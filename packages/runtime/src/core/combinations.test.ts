/** Operations where several things meet: calls, branches, votes in loops, suspension. */
import type { Limit, ProgramEvent } from '@tongban/model';
import { expect, test } from 'vitest';
import { literal, read } from '../testing/builders/expressions.ts';
import { flow } from '../testing/builders/flow.ts';
import { type RunningCase, runFlow } from '../testing/builders/running-case.ts';
import { planMigration } from './migration-plan.ts';
import { allParts } from './parts/all-parts.ts';
import { prepareProgram } from './prepare-release.ts';
import { step } from './step.ts';

const DAY = 86_400_000;
const code = (running: RunningCase): string | undefined => running.refused?.[0]?.code;
const jump = (running: RunningCase, from: readonly string[], to: readonly string[]): RunningCase =>
  running.do({ kind: 'jump', from: from.map((node) => running.task(node)), to: to.map((nodeId) => ({ nodeId })) });

const called = () =>
  runFlow('start > call:ask > after > end; late > end2', {
    processes: { inquiry: 'startInner > look > judge > endInner' },
    calls: { ask: 'inquiry' },
    boundary: { late: { on: 'ask', event: { kind: 'timer', timer: 'duration', value: literal('P1D') } } },
  });

test('JP4 a jump out of a called process gives up the call, with its boundary timer, and the call does not go on', () => {
  const running = jump(called(), ['look'], ['after']);
  expect([running.tasks, running.state.scopes, running.state.timers]).toEqual([['after'], undefined, undefined]);
  expect(running.complete('after').ended).toBe('completed');
});

test('JP3 a jump goes from one place of a called process to another, and into it again when it is over', () => {
  const inside = jump(called(), ['look'], ['judge']);
  expect(inside.tasks).toEqual(['judge']);
  expect(inside.state.scopes).toHaveLength(1);
  expect(inside.complete('judge').tasks).toEqual(['after']);
  expect(jump(inside, ['after'], ['look']).tasks).toEqual(['look']);
  expect([inside.state.scopes?.length, inside.state.timers?.length]).toEqual([1, 1]);
});

test('JP4 a jump out of a call inside of one of several instances leaves the other instances alone', () => {
  const loop = { kind: 'multiInstance', sequential: false, collection: literal(['a', 'b']), element: 'office' } as const;
  const running = runFlow('start > sub:each > after > end', {
    nodes: { each: { loop } },
    inside: { each: 'startEach > call:ask > sum > endEach' },
    processes: { inquiry: 'startInner > look > endInner' },
    calls: { ask: 'inquiry' },
  });
  const [first] = running.state.tokens.filter(({ node }) => running.prepared.nodes[node]?.id === 'look');
  running.do({
    kind: 'jump',
    from: [first?.id ?? 0],
    to: [{ nodeId: 'sum', scope: running.state.scopes?.find(({ index }) => index === undefined)?.id }],
  });
  expect(running.tasks).toEqual(['look(b)', 'sum(a)']);
  expect(running.complete('sum').complete('look').complete('sum').tasks).toEqual(['after']);
});

test('OP1 OP2 from behind an inclusive join into a sub-process in one of its branches: the branch is done anew, the other counts as arrived', () => {
  const running = runFlow('start > inclusive:split > sub:land > inclusive:join > sum > end; split > plan > join', {
    inside: { land: 'startLand > survey > opinion > endLand' },
    conditions: { 'split>land': literal(true), 'split>plan': literal(true) },
  });
  running.complete('survey').complete('opinion').complete('plan');
  expect(running.tasks).toEqual(['sum']);
  expect(running.return('sum', 'survey').tasks).toEqual(['survey']);
  expect(running.complete('survey').complete('opinion').tasks).toEqual(['sum']);
  expect(running.complete('sum').ended).toBe('completed');
});

test('OP1 out of a sub-process in one parallel branch to before the split: both branches are taken back', () => {
  const running = runFlow('start > apply > parallel:split > sub:land > parallel:join > sum > end; split > plan > join', {
    inside: { land: 'startLand > survey > endLand' },
  }).complete('apply');
  running.return('survey', 'apply');
  expect([running.tasks, running.state.scopes]).toEqual([['apply'], undefined]);
  expect(running.complete('apply').tasks.slice().sort()).toEqual(['plan', 'survey']);
});

test('WD1 after a part of what came of it was left alone, only the rest is taken back', () => {
  const running = runFlow('start > apply > parallel:split > land > end1; split > plan > end2', {});
  const applied = running.task('apply');
  running.complete('apply');
  running.do({ kind: 'withdraw', taskId: applied, nodeId: 'apply', to: { id: 'li', name: '李' } });
  expect(running.tasks).toEqual(['apply']);
  const again = running.task('apply');
  running.complete('apply').complete('land').complete('plan');
  expect(code(running.do({ kind: 'withdraw', taskId: again, nodeId: 'apply' }))).toBe('RUNTIME_CASE_ENDED');
});

test('SN4 SN6 signers come and go in the vote of one of several instances, and each vote is counted by itself', () => {
  const outcomes = { result: 'said', choices: ['agree', 'refuse'].map((value) => ({ value, label: value })) };
  const vote = { rule: 'all', result: 'decided', agree: ['agree'], choice: read('said') } as const;
  const running = runFlow('start > sub:each > end', {
    nodes: {
      each: {
        loop: {
          ...{ kind: 'multiInstance' as const, sequential: false, collection: literal(['x', 'y']), element: 'item' },
          ...{ results: 'all', result: read('decided.decision') },
        },
      },
      sign: {
        task: { performer: {}, filings: [], operations: [], outcomes },
        loop: { kind: 'multiInstance', sequential: false, collection: literal(['a', 'b']), element: 'signer', vote },
      },
    },
    inside: { each: 'startEach > sign > endEach' },
  });
  const open = () =>
    running.state.tokens.filter(
      ({ node, id }) => running.prepared.nodes[node]?.id === 'sign' && running.state.loops?.every(({ token }) => token !== id),
    );
  expect(open()).toHaveLength(4);
  const [xa, xb, ya, yb] = open().map(({ id }) => id);
  running.do({ kind: 'addSigner', taskId: xa as number, position: 'beside', signers: [{ id: 'wu', name: '吴' }] });
  running.do({ kind: 'removeSigner', taskId: ya as number, signer: yb as number });
  running.do({ kind: 'completeTask', taskId: ya as number, outcome: 'agree' });
  running.do({ kind: 'completeTask', taskId: xa as number, outcome: 'agree' });
  expect(running.ended).toBeUndefined();
  running.do({ kind: 'completeTask', taskId: xb as number, outcome: 'agree' });
  const [wu] = open();
  running.do({ kind: 'completeTask', taskId: wu?.id as number, outcome: 'refuse' });
  expect([running.ended, running.state.variables['all']]).toEqual(['completed', ['rejected', 'approved']]);
});

test('SU4 MG7 CK7 suspended, reckoned by another calendar and taken over, a case goes on with the timers it should have', () => {
  const review: Limit = { id: 'review', name: { 'zh-CN': '审查' }, amount: 3, unit: 'workingDay' };
  const late: ProgramEvent = { kind: 'timer', timer: 'limit', limit: 'review' };
  const options = { nodes: { a: { clocks: ['review'] } }, boundary: { late: { on: 'a', event: late } }, limits: [review] };
  const running = runFlow('start > a > end; late > end2', options).do({ kind: 'suspend' });
  const holidays = [{ name: { 'zh-CN': '节' }, from: '2026-03-04', to: '2026-03-04' }];
  const edited = { ...running.prepared, calendar: { ...running.prepared.calendar, holidays } };
  const now = running.now + DAY;
  const moved = step(edited, running.state, { kind: 'reschedule', commandId: 'r', now, calendar: 1 });
  if (moved.refused !== undefined) throw new Error('refused');
  const text = 'start > a > more > end; late > end2';
  const next = prepareProgram(flow(text, options), allParts, { ...options, calendar: edited.calendar, releaseId: 'next' });
  const { problems, ...plan } = planMigration(edited, next, moved.state);
  expect(problems).toEqual([]);
  const over = step(next, moved.state, { kind: 'migrate', commandId: 'm', now, from: 'program', to: 'next', calendar: 1, ...plan });
  if (over.refused !== undefined) throw new Error('refused');
  expect([over.state.suspended !== undefined, over.state.releaseId]).toEqual([true, 'next']);
  const resumed = step(next, over.state, { kind: 'resume', commandId: 's', now: now + DAY });
  if (resumed.refused !== undefined) throw new Error('refused');
  const [clock] = resumed.state.clocks ?? [];
  expect(clock?.dueAt).toBeGreaterThan(running.state.clocks?.[0]?.dueAt as number);
  expect(resumed.effects.filter(({ kind }) => kind === 'createTimer')).toMatchObject([{ dueAt: clock?.dueAt }]);
});
