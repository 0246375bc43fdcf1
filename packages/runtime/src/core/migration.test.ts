import { china } from '@tongban/calendar';
import type { Limit, ProgramEvent } from '@tongban/model';
import { describe, expect, test } from 'vitest';
import { literal } from '../testing/builders/expressions.ts';
import { type FlowOptions, flow } from '../testing/builders/flow.ts';
import { MONDAY, type RunningCase, runFlow } from '../testing/builders/running-case.ts';
import type { CaseCommand } from './command.ts';
import { planMigration } from './migration-plan.ts';
import { allParts } from './parts/all-parts.ts';
import { type ProgramExtras, prepareProgram } from './prepare-release.ts';
import type { StepResult } from './result.ts';
import { step } from './step.ts';

const DAY = 86_400_000;
const limit = (amount: number): Limit => ({ id: 'review', name: { 'zh-CN': '审查' }, amount, unit: 'workingDay' });
const days = (count: number): ProgramEvent => ({ kind: 'timer', timer: 'duration', value: literal(`P${count}D`) });
const message = (name: string): ProgramEvent => ({ kind: 'message', name });

function other(text: string, options: FlowOptions & ProgramExtras = {}) {
  return prepareProgram(flow(text, options), allParts, { ...options, releaseId: 'next' });
}

function codes(running: RunningCase, next: ReturnType<typeof other>, mapping?: Readonly<Record<string, string>>): readonly string[] {
  return planMigration(running.prepared, next, running.state, mapping).problems.map(({ code, place }) => `${code}@${place.elementId}`);
}

function migrated(running: RunningCase, next: ReturnType<typeof other>, mapping?: Readonly<Record<string, string>>): StepResult {
  const { problems: _problems, ...plan } = planMigration(running.prepared, next, running.state, mapping);
  const command: CaseCommand = { kind: 'migrate', commandId: 'm', now: running.now, from: 'program', to: 'next', ...plan };
  const result = step(next, running.state, command);
  if (result.refused !== undefined) throw new Error(result.refused[0]?.code);
  return result;
}

const nodesOf = (result: StepResult, next: ReturnType<typeof other>) => result.state.tokens.map(({ node }) => next.nodes[node]?.id);

describe('a migration of a task that expires', () => {
  const text = 'start > check > end';
  const asks = (does: 'remind' | 'reject', limitId: string): FlowOptions & ProgramExtras => ({
    nodes: { check: { clocks: [limitId], task: { performer: {}, filings: [], operations: [], expiry: { limit: limitId, does } } } },
    limits: [limit(2), { ...limit(4), id: 'longer' }],
  });
  const timers = (result: StepResult) => (result.state.timers ?? []).map(({ dueAt, clock }) => [dueAt, clock]);
  const clockOf = (result: StepResult, limitId: string) =>
    result.state.clocks?.find((clock) => clock.limitId === limitId && clock.stoppedAt === undefined);

  test('MG8 the timer goes over with its clock, and does what the new release says', () => {
    const running = runFlow(text, asks('remind', 'review')).wait(DAY);
    const next = other(text, asks('reject', 'review'));
    const result = migrated(running, next);
    expect(result.state.timers).toEqual(running.state.timers);
    const [timer] = result.state.timers ?? [];
    const order = { kind: 'fireTimer', commandId: 'f', now: timer?.dueAt ?? 0, timerId: timer?.id ?? 0 } as const;
    expect((step(next, result.state, order) as StepResult).state.ended?.kind).toBe('rejected');
  });

  test('MG8 one that is new is set by the clock that runs, one of another limit by that, one that is gone is let go', () => {
    const plain = runFlow(text, { nodes: { check: { clocks: ['review'] } }, limits: [limit(2)] }).wait(DAY);
    const fresh = migrated(plain, other(text, asks('reject', 'review')));
    const clock = clockOf(fresh, 'review');
    expect([clock?.startedAt, timers(fresh)]).toEqual([MONDAY, [[clock?.dueAt, clock?.id]]]);
    const running = runFlow(text, asks('reject', 'review'));
    const longer = migrated(running, other(text, asks('reject', 'longer')));
    expect(clockOf(longer, 'review')).toBeUndefined();
    expect(timers(longer)).toEqual([[clockOf(longer, 'longer')?.dueAt, clockOf(longer, 'longer')?.id]]);
    const gone = migrated(running, other(text, { nodes: { check: { clocks: ['review'] } }, limits: [limit(2)] }));
    expect([gone.state.timers, gone.effects.filter(({ kind }) => kind === 'closeTimer').length]).toEqual([undefined, 1]);
  });

  test('MG8 what was carried out is not carried out again; what is new and over expires at once', () => {
    const reminded = runFlow(text, asks('remind', 'review')).fire('check');
    expect(migrated(reminded, other(text, asks('remind', 'review'))).state.timers).toBeUndefined();
    const late = runFlow(text, { nodes: { check: { clocks: ['review'] } }, limits: [limit(2)] }).wait(9 * DAY);
    const next = other(text, asks('reject', 'review'));
    const result = migrated(late, next);
    const [timer] = result.state.timers ?? [];
    expect(timer?.dueAt).toBeLessThan(late.now);
    const fired = step(next, result.state, { kind: 'fireTimer', commandId: 'f', now: late.now, timerId: timer?.id ?? 0 }) as StepResult;
    expect(fired.state.ended?.kind).toBe('rejected');
  });
});

describe('a migration', () => {
  test('MG7 a suspended case goes over, stays suspended, and its new timers are set when it is resumed', () => {
    const running = runFlow('start > check > end').do({ kind: 'suspend', reason: '等' });
    const next = other('start > check > end; late > seal > end', { boundary: { late: { on: 'check', event: days(2) } } });
    const result = migrated(running, next);
    expect(result.state).toMatchObject({ releaseId: 'next', suspended: { reason: '等' } });
    expect(result.effects.filter(({ kind }) => kind === 'createTimer')).toEqual([]);
    const resumed = step(next, result.state, { kind: 'resume', commandId: 'r', now: running.now + DAY }) as StepResult;
    expect(resumed.effects.filter(({ kind }) => kind === 'createTimer')).toMatchObject([{ dueAt: running.now + 2 * DAY }]);
  });

  test('MG1 MG3 a case goes on at the elements of the same ids, in a flow with more steps before and after', () => {
    const running = runFlow('start > apply > check > end').complete('apply', { variables: { amount: 3 } });
    running.do({ kind: 'claim', taskId: running.task('check') });
    const next = other('start > apply > extra > check > seal > end');
    const result = migrated(running, next);
    expect(nodesOf(result, next)).toEqual(['check']);
    expect(result.state).toMatchObject({ releaseId: 'next', variables: { amount: 3 }, tokens: [{ assignee: { id: 'li' } }] });
    expect(result.events).toMatchObject([{ kind: 'caseMigrated', from: 'program', to: 'next', moves: [] }]);
    const done = step(next, result.state, {
      kind: 'completeTask',
      commandId: 'd',
      now: running.now,
      taskId: result.state.tokens[0]?.id ?? 0,
    });
    expect(done.refused === undefined && nodesOf(done, next)).toEqual(['seal']);
  });

  test('MG1 MG6 elements with other ids are named by the plan, and stand in the event', () => {
    const running = runFlow('start > check > end');
    const next = other('start > review > end');
    expect(codes(running, next)).toEqual(['RUNTIME_MIGRATION_NODE_GONE@check']);
    const result = migrated(running, next, { check: 'review' });
    expect(result.events).toMatchObject([{ moves: [{ from: 'check', to: 'review' }] }]);
    expect(result.effects).toMatchObject([{ kind: 'moveTask', nodeId: 'review' }]);
  });

  test('MG2 names what stands in the way, each where it is', () => {
    const one = runFlow('start > check > end');
    expect(codes(one, other('start > task:check > end'))).toEqual(['RUNTIME_MIGRATION_KIND@check']);
    expect(codes(one, other('start > sub:inner > end', { inside: { inner: 'check' } }))).toEqual(['RUNTIME_MIGRATION_SCOPE@check']);
    expect(codes(one, other('start > check > end'), { check: 'gone' })).toEqual([
      'RUNTIME_MIGRATION_TARGET_UNKNOWN@gone',
      'RUNTIME_MIGRATION_NODE_GONE@check',
    ]);
    const waiting = runFlow('start > catch:wait > end', { nodes: { wait: { events: [message('a')] } } });
    const timer = other('start > catch:wait > end', { nodes: { wait: { events: [days(1)] } } });
    expect(codes(waiting, timer)).toEqual(['RUNTIME_MIGRATION_KIND@wait']);
    const many = { nodes: { check: { loop: { kind: 'multiInstance', sequential: false, cardinality: literal(2) } as const } } };
    expect(codes(one, other('start > check > end', many))).toEqual(['RUNTIME_MIGRATION_KIND@check']);
  });

  test('MG2 a branch that waits at a join keeps its place only by a flow that is still there', () => {
    const text = 'start > parallel:split > a > parallel:join > end; split > b > join';
    const running = runFlow(text).complete('a');
    expect(codes(running, other(text.replace('a > parallel:join', 'a > x > parallel:join')))).toEqual(['RUNTIME_MIGRATION_FLOW_GONE@join']);
    const next = other('start > first > parallel:split > a > parallel:join > after > end; split > b > join');
    const result = migrated(running, next);
    const task = result.state.tokens.find(({ flow: by }) => by === undefined)?.id ?? 0;
    const done = step(next, result.state, { kind: 'completeTask', commandId: 'd', now: running.now, taskId: task });
    expect(done.refused === undefined && nodesOf(done, next)).toEqual(['after']);
  });

  test('MG2 a command whose plan is older than the case changes nothing', () => {
    const running = runFlow('start > a > b > end');
    const { problems: _problems, ...plan } = planMigration(running.prepared, other('start > a > end'), running.state);
    running.complete('a');
    const command: CaseCommand = { kind: 'migrate', commandId: 'm', now: MONDAY, from: 'program', to: 'next', ...plan };
    expect(step(other('start > a > end'), running.state, command).refused).toMatchObject([{ code: 'RUNTIME_MIGRATION_PLAN' }]);
  });

  test('MG3 MG4 timers and messages in both stay, those that are gone are let go, new and changed ones are armed', () => {
    const boundary = (late: ProgramEvent): NonNullable<FlowOptions['boundary']> => ({
      late: { on: 'check', event: late, interrupting: false },
      halt: { on: 'check', event: message('halt'), interrupting: false },
    });
    const text = 'start > check > end; late > end1; halt > end2';
    const running = runFlow(text, { boundary: boundary(days(5)) }).wait(DAY);
    const [timer, subscription] = [running.state.timers?.[0], running.state.subscriptions?.[0]];
    const same = migrated(running, other(`start > x > check > end; late > end1; halt > end2`, { boundary: boundary(days(5)) }));
    expect([same.state.timers?.[0]?.dueAt, same.state.subscriptions?.[0]?.id]).toEqual([timer?.dueAt, subscription?.id]);
    const changed = migrated(running, other(text, { boundary: boundary(days(2)) }));
    expect(changed.state.timers).toMatchObject([{ dueAt: MONDAY + 3 * DAY }]);
    expect(changed.effects).toContainEqual({ kind: 'closeTimer', timerId: timer?.id });
    const bare = migrated(running, other('start > check > end'));
    expect([bare.state.timers, bare.state.subscriptions]).toEqual([undefined, undefined]);
    expect(bare.effects).toContainEqual({ kind: 'closeSubscription', subscriptionId: subscription?.id });
    const plain = runFlow('start > check > end').wait(DAY);
    const armed = migrated(plain, other(text, { boundary: boundary(days(5)) }));
    expect(armed.state.timers).toMatchObject([{ dueAt: MONDAY + 6 * DAY, owner: plain.task('check') }]);
  });

  test('MG4 a new event sub-process waits from now on, and a job of another handler is called again', () => {
    const handler = (name: string): FlowOptions => ({ nodes: { call: { handler: { name, inputs: {} } } } });
    const running = runFlow('start > service:call > end', handler('old'));
    const kept = migrated(running, other('start > service:call > end', handler('old')));
    expect(kept.state.jobs).toEqual(running.state.jobs);
    const called = migrated(running, other('start > service:call > end', handler('new')));
    expect(called.effects).toMatchObject([
      { kind: 'closeJob', jobId: running.job('call') },
      { kind: 'createJob', handler: 'new' },
    ]);
    const events = other('start > service:call > end; sub:halt', {
      nodes: { ...handler('old').nodes, halt: { triggeredByEvent: true }, startHalt: { events: [message('halt')] } },
      inside: { halt: 'startHalt > endHalt' },
    });
    expect(migrated(running, events).state.subscriptions).toMatchObject([{ owner: 0 }]);
  });

  test('MG5 a clock is reckoned from its start by the new limit, stops when it is no longer named, starts when it newly is', () => {
    const clocked = (amount: number, named = true): FlowOptions & ProgramExtras => ({
      ...(named ? { nodes: { check: { clocks: ['review'] } } } : {}),
      ...{ limits: [limit(amount)], calendar: china },
    });
    const dueDay = (result: StepResult) => new Date((result.state.clocks?.[0]?.dueAt ?? 0) + 8 * 3_600_000).toISOString().slice(0, 10);
    const running = runFlow('start > check > end', clocked(5)).wait(2 * DAY);
    const shorter = migrated(running, other('start > check > end', clocked(3)));
    expect([dueDay(shorter), shorter.state.clocks?.[0]?.startedAt]).toEqual(['2026-03-05', MONDAY]);
    const none = migrated(running, other('start > check > end', clocked(5, false)));
    expect(none.state.clocks).toMatchObject([{ stoppedAt: running.now }]);
    const gone = migrated(running, other('start > check > end'));
    expect(gone.state.clocks).toMatchObject([{ stoppedAt: running.now }]);
    const plain = runFlow('start > check > end').wait(2 * DAY);
    const started = migrated(plain, other('start > check > end', clocked(5)));
    expect(started.state.clocks).toMatchObject([{ startedAt: plain.now }]);
    expect(started.effects.find(({ kind }) => kind === 'moveTask')).toMatchObject({ clocks: [started.state.clocks?.[0]?.id] });
  });

  test('MG3 instances and counts of entries stay', () => {
    const loop = { kind: 'multiInstance', sequential: false, collection: literal(['a', 'b']), element: 'office', results: 'all' } as const;
    const running = runFlow('start > check > end', { nodes: { check: { loop } } }).complete('check', { of: 'a' });
    const next = other('start > extra > check > end', { nodes: { check: { loop } } });
    const result = migrated(running, next);
    expect(result.state.loops).toEqual(running.state.loops);
    const open = result.state.tokens.at(-1)?.id ?? 0;
    const done = step(next, result.state, { kind: 'completeTask', commandId: 'd', now: running.now, taskId: open });
    expect(done.refused === undefined && done.state.ended?.kind).toBe('completed');
    expect(result.state.entered).toBe('0101');
  });

  test('MG6 a case that has ended does not go over', () => {
    const running = runFlow('start > a > end').complete('a');
    expect(() => migrated(running, other('start > a > end'))).toThrow('RUNTIME_CASE_ENDED');
  });
});
