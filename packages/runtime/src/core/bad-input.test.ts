import { china } from '@tongban/calendar';
import type { Limit, ProgramEvent } from '@tongban/model';
import { describe, expect, test } from 'vitest';
import { literal, read } from '../testing/builders/expressions.ts';
import { MONDAY, runFlow } from '../testing/builders/running-case.ts';

const DAY = 86_400_000;
const until = (text: string): ProgramEvent => ({ kind: 'timer', timer: 'date', value: literal(text) });
const cycle = (text: string): ProgramEvent => ({ kind: 'timer', timer: 'cycle', value: literal(text) });
const after = (text: string): ProgramEvent => ({ kind: 'timer', timer: 'duration', value: literal(text) });

describe('bad input', () => {
  test('BI5 a list that was taken as a value is an incident where it would open more instances than are run', () => {
    const loop = { kind: 'multiInstance', sequential: false, collection: read('rows'), element: 'row' } as const;
    const running = runFlow('start > review > end', { nodes: { review: { loop } }, variables: { rows: Array(100_000).fill(1) } });
    expect(running.incidents).toEqual(['RUNTIME_COLLECTION_TOO_LONG@review']);
    expect(running.tasks).toEqual([]);
  });

  test('BI6 a timer in the year 9999 waits until then', () => {
    const running = runFlow('start > catch:wait > end', { nodes: { wait: { events: [until('9999-12-31T23:59:59')] } } });
    expect(running.state.timers).toMatchObject([{ dueAt: Date.UTC(9999, 11, 31, 15, 59, 59) }]);
    expect(running.fire('wait').ended).toBe('completed');
  });

  test('BI6 one beyond it is an incident, and the case goes on elsewhere', () => {
    const running = runFlow('start > parallel:split > catch:wait > end1; split > a > end2', {
      nodes: { wait: { events: [after('P9000Y')] } },
    });
    expect(running.incidents).toEqual(['RUNTIME_TIMER_VALUE_INVALID@wait']);
    expect(running.tasks).toEqual(['a']);
  });

  test('BI6 a cycle ends where its next instant would lie beyond it', () => {
    const running = runFlow('start > review > end; again > remind > endAgain', {
      boundary: { again: { on: 'review', event: cycle('R/P5000Y'), interrupting: false } },
    });
    running.fire('again');
    expect([running.tasks, running.state.timers]).toEqual([['review', 'remind'], undefined]);
  });

  test('TM2 a cycle whose period is no time at all would come for ever, and is an incident', () => {
    for (const value of ['R/PT0S', 'R3/P0D', 'R/-PT1H', 'PT0S']) {
      const running = runFlow('start > review > end; again > endAgain', {
        boundary: { again: { on: 'review', event: cycle(value), interrupting: false } },
      });
      expect(running.incidents).toEqual(['RUNTIME_TIMER_VALUE_INVALID@review']);
    }
  });

  test('BI9 a pause whose instants are none is refused, and nothing is changed', () => {
    const limit: Limit = { id: 'review', name: { 'zh-CN': '审查' }, amount: 3, unit: 'workingDay', pauses: ['publicity'] };
    const running = runFlow('start > review > end', { nodes: { review: { clocks: ['review'] } }, limits: [limit], calendar: china });
    const before = running.state;
    const wrong: readonly unknown[] = [Number.NaN, Number.NEGATIVE_INFINITY, '2026-03-01', null, MONDAY - 0.5, -1e15];
    for (const from of wrong) {
      running.do({ kind: 'pauseClocks', reason: 'publicity', from: from as number });
      expect(running.refused?.[0]?.code).toBe('RUNTIME_PAUSE_INSTANT');
      running.do({ kind: 'pauseClocks', reason: 'publicity', from: MONDAY - DAY, to: from as number });
      expect(running.refused?.[0]?.code).toBe('RUNTIME_PAUSE_INSTANT');
    }
    for (const until of [Number.NaN, Number.POSITIVE_INFINITY, String(MONDAY + DAY)]) {
      running.do({ kind: 'pauseClocks', reason: 'publicity', until: until as number });
      expect(running.refused?.[0]?.code).toBe('RUNTIME_PAUSE_END');
    }
    expect(running.state).toBe(before);
  });

  test('BI7 a present that jumps back undoes nothing', () => {
    const limit: Limit = { id: 'review', name: { 'zh-CN': '审查' }, amount: 3, unit: 'workingDay', pauses: ['publicity'] };
    const running = runFlow('start > review > end; late > endLate', {
      nodes: { review: { clocks: ['review'] } },
      boundary: { late: { on: 'review', event: after('P1D'), interrupting: false } },
      ...{ limits: [limit], calendar: china },
    });
    running.fire('late');
    const before = running.state;
    running.now = MONDAY - 30 * DAY;
    expect(running.do({ kind: 'fireTimer', timerId: 3 }).refused?.[0]?.code).toBe('RUNTIME_TIMER_CLOSED');
    expect(running.state).toBe(before);
    running.do({ kind: 'pauseClocks', reason: 'publicity' });
    running.now = MONDAY;
    running.do({ kind: 'resumeClocks', reason: 'publicity' });
    expect(running.state.clocks).toMatchObject([{ dueAt: before.clocks?.[0]?.dueAt }]);
    expect(running.complete('review').ended).toBe('completed');
  });
});
