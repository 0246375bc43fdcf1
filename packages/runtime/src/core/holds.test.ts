import { china } from '@tongban/calendar';
import type { Limit } from '@tongban/model';
import { describe, expect, test } from 'vitest';
import type { FlowOptions } from '../testing/builders/flow.ts';
import { flow } from '../testing/builders/flow.ts';
import { MONDAY, type RunningCase, runFlow } from '../testing/builders/running-case.ts';
import { allParts } from './parts/all-parts.ts';
import { prepareProgram } from './prepare-release.ts';
import { step } from './step.ts';

const DAY = 86_400_000;
const limit = (id: string, more: Partial<Limit> = {}): Limit => ({
  ...{ id, name: { 'zh-CN': id }, amount: 5, unit: 'workingDay', pauses: ['publicity', 'expertReview'] },
  ...more,
});
const limits = [limit('review'), limit('strict', { pauses: [] })];

const clock = (running: RunningCase, limitId = 'review') => running.state.clocks?.find((one) => one.limitId === limitId);
const dueDay = (running: RunningCase, limitId = 'review') =>
  new Date((clock(running, limitId)?.dueAt ?? 0) + 8 * 3_600_000).toISOString().slice(0, 10);
const kinds = (running: RunningCase) => running.events.map(({ kind }) => kind);

const reviewed: FlowOptions = { nodes: { review: { clocks: ['review', 'strict'] } } };
const start = () => runFlow('start > review > end', { ...reviewed, limits, calendar: china });

describe('holds', () => {
  test('CK5 a command makes the clocks of a reason stand still until it ends', () => {
    const running = start();
    expect([dueDay(running), dueDay(running, 'strict')]).toEqual(['2026-03-09', '2026-03-09']);
    running.wait(DAY).do({ kind: 'pauseClocks', reason: 'publicity', comment: '公示五日' });
    running.wait(2 * DAY).do({ kind: 'resumeClocks', reason: 'publicity' });
    expect([dueDay(running), dueDay(running, 'strict')]).toEqual(['2026-03-11', '2026-03-09']);
    expect(kinds(running)).toEqual(expect.arrayContaining(['pauseBegan', 'clockPaused', 'pauseEnded', 'clockResumed']));
    expect(running.state.holds).toBeUndefined();
  });

  test('CK5 overlapping holds for several reasons count once', () => {
    const running = start();
    running.wait(DAY).do({ kind: 'pauseClocks', reason: 'publicity' });
    running.wait(DAY).do({ kind: 'pauseClocks', reason: 'expertReview' });
    running.wait(DAY).do({ kind: 'resumeClocks', reason: 'publicity' });
    running.wait(DAY).do({ kind: 'resumeClocks', reason: 'expertReview' });
    expect(dueDay(running)).toBe('2026-03-12');
  });

  test('CK5 an activity holds them while it is open, with a command for the same reason until the last has ended', () => {
    const running = runFlow('start > parallel:split > review > end1; split > notice > end2', {
      nodes: { review: { clocks: ['review'] }, notice: { pauses: 'publicity' } },
      ...{ limits, calendar: china },
    });
    expect(clock(running)?.pauses).toEqual([{ reason: 'publicity', from: MONDAY }]);
    running.wait(DAY).do({ kind: 'pauseClocks', reason: 'publicity' });
    running.wait(DAY).complete('notice');
    expect(clock(running)?.pauses[0]?.to).toBeUndefined();
    running.wait(DAY).do({ kind: 'resumeClocks', reason: 'publicity' });
    expect(dueDay(running)).toBe('2026-03-11');
    expect(running.state.holds).toBeUndefined();
  });

  test('CK5 a pause by command for the reason of a correction outlasts the correction, and is outlasted by it', () => {
    const corrected = () =>
      runFlow('start > apply > review > end', {
        nodes: { apply: { task: { performer: { starter: true }, filings: [], operations: [] } } },
        process: { clocks: ['whole'], eventSubProcesses: [] },
        ...{ limits: [limit('whole', { pauses: ['correction'] })], calendar: china },
      }).complete('apply');
    const lasts = (running: RunningCase) => clock(running, 'whole')?.pauses.some(({ to }) => to === undefined);
    const first = corrected().do({ kind: 'pauseClocks', reason: 'correction' }).return('review', 'apply');
    expect([lasts(first.complete('apply')), lasts(first.do({ kind: 'resumeClocks', reason: 'correction' }))]).toEqual([true, false]);
    const second = corrected().return('review', 'apply').do({ kind: 'pauseClocks', reason: 'correction' });
    expect([lasts(second.do({ kind: 'resumeClocks', reason: 'correction' })), lasts(second.complete('apply'))]).toEqual([true, false]);
  });

  test('CK5 a clock that starts meanwhile stands still from its start', () => {
    const running = runFlow('start > first > review > end', { ...reviewed, limits, calendar: china });
    running.do({ kind: 'pauseClocks', reason: 'publicity' }).complete('first');
    expect([clock(running)?.pauses.length, clock(running, 'strict')?.pauses.length]).toEqual([1, 0]);
  });

  test('CK5 refuses what makes no sense', () => {
    const running = start();
    const code = (order: Parameters<RunningCase['do']>[0]) => running.do(order).refused?.[0]?.code;
    expect(code({ kind: 'pauseClocks', reason: 'holiday' })).toBe('RUNTIME_PAUSE_UNKNOWN');
    expect(code({ kind: 'resumeClocks', reason: 'publicity' })).toBe('RUNTIME_PAUSE_OVER');
    expect(code({ kind: 'pauseClocks', reason: 'publicity' })).toBeUndefined();
    expect(code({ kind: 'pauseClocks', reason: 'publicity' })).toBe('RUNTIME_PAUSE_LASTS');
  });

  test('CK5 a timer that hangs on a clock stands still with it', () => {
    const running = runFlow('start > review > end; late > endLate', {
      nodes: { review: { clocks: ['review'] } },
      boundary: { late: { on: 'review', event: { kind: 'timer', timer: 'limit', limit: 'review' } } },
      ...{ limits, calendar: china },
    });
    const due = running.state.timers?.[0]?.dueAt ?? 0;
    running.wait(DAY).do({ kind: 'pauseClocks', reason: 'publicity' });
    expect(running.state.timers?.[0]?.dueAt).toBeUndefined();
    running.wait(DAY).do({ kind: 'resumeClocks', reason: 'publicity' });
    expect(running.state.timers?.[0]?.dueAt).toBe(due + DAY);
  });

  test('CK6 a stretch of the past is left out', () => {
    const running = start().wait(3 * DAY);
    running.do({ kind: 'pauseClocks', reason: 'expertReview', from: MONDAY + DAY, to: MONDAY + 2 * DAY, comment: '等待评审' });
    expect([dueDay(running), dueDay(running, 'strict')]).toEqual(['2026-03-10', '2026-03-09']);
    expect(running.events.at(-1)).toMatchObject({ kind: 'clockMoved', limitId: 'review' });
    const future = running.do({ kind: 'pauseClocks', reason: 'expertReview', from: running.now, to: running.now + 1 });
    expect(future.refused?.[0]?.code).toBe('RUNTIME_PAUSE_INSTANT');
  });

  test('CK6 a pause may have begun before it is recorded', () => {
    const running = start().wait(2 * DAY);
    running.do({ kind: 'pauseClocks', reason: 'publicity', from: MONDAY + DAY });
    running.wait(DAY).do({ kind: 'resumeClocks', reason: 'publicity' });
    expect(dueDay(running)).toBe('2026-03-11');
  });
});

describe('another calendar', () => {
  test('CK7 moves the deadlines that differ, and the timers that hang on them', () => {
    const options = {
      nodes: { review: { clocks: ['review'] } },
      boundary: { late: { on: 'review', event: { kind: 'timer', timer: 'limit', limit: 'review' } as const } },
    };
    const running = runFlow('start > review > end; late > endLate', { ...options, limits, calendar: china });
    const holidays = [...china.holidays, { name: { 'zh-CN': '民族节日' }, from: '2026-03-05', to: '2026-03-05' }];
    const edited = prepareProgram(flow('start > review > end; late > endLate', options), allParts, {
      limits,
      calendar: { ...china, holidays },
    });
    const command = { kind: 'reschedule', commandId: 'r', now: MONDAY + DAY, calendar: 2 } as const;
    const result = step(edited, running.state, command);
    if (result.refused !== undefined) throw new Error('refused');
    expect(result.state.calendar).toBe(2);
    expect(result.events.map(({ kind }) => kind)).toEqual(['calendarChanged', 'clockMoved']);
    expect(result.state.timers?.[0]?.dueAt).toBe((running.state.timers?.[0]?.dueAt ?? 0) + DAY);
    const again = step(running.prepared, running.state, { ...command, calendar: 1 });
    expect(again.refused === undefined && again.events.map(({ kind }) => kind)).toEqual(['calendarChanged']);
  });
});

describe('notices', () => {
  const noticed = [
    limit('review', {
      notices: [
        { light: 'yellow', ahead: 1 },
        { light: 'red', to: ['chief'] },
      ],
    }),
  ];

  test('CK8 are an event and word to those who should hear', () => {
    const running = runFlow('start > review > end', { nodes: { review: { clocks: ['review'] } }, limits: noticed, calendar: china });
    const clockId = clock(running)?.id ?? 0;
    running.do({ kind: 'giveNotice', clockId, notice: 0, to: [{ persons: ['li'] }, { role: 'chief' }] });
    expect(running.events.at(-1)).toMatchObject({ kind: 'clockNoticed', limitId: 'review', light: 'yellow', ahead: 1 });
    const said = running.effects.filter(({ kind }) => kind === 'notify');
    expect(said).toMatchObject([
      {
        key: `case-1/${clockId}/0/0`,
        template: 'limit.beforeYellow',
        to: { persons: ['li'] },
        parameters: { dueDay: '2026-03-09', ahead: 1 },
      },
      { key: `case-1/${clockId}/0/1`, to: { role: 'chief' } },
    ]);
  });

  test('CK8 are not given for a clock that stopped or that nobody asked for', () => {
    const running = runFlow('start > review > after > end', {
      nodes: { review: { clocks: ['review'] } },
      limits: noticed,
      calendar: china,
    });
    const clockId = clock(running)?.id ?? 0;
    expect(running.do({ kind: 'giveNotice', clockId, notice: 5, to: [] }).refused?.[0]?.code).toBe('RUNTIME_TIMER_CLOSED');
    running.complete('review');
    expect(running.do({ kind: 'giveNotice', clockId, notice: 0, to: [] }).refused?.[0]?.code).toBe('RUNTIME_TIMER_CLOSED');
  });
});
