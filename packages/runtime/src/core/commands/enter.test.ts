import { china } from '@tongban/calendar';
import type { Limit } from '@tongban/model';
import { describe, expect, test } from 'vitest';
import { literal } from '../../testing/builders/expressions.ts';
import { type FlowOptions, flow } from '../../testing/builders/flow.ts';
import { MONDAY, RunningCase } from '../../testing/builders/running-case.ts';
import type { EnterCommand } from '../command.ts';
import { allParts } from '../parts/all-parts.ts';
import { type ProgramExtras, prepareProgram } from '../prepare-release.ts';

const DAY = 86_400_000;
const limit: Limit = { id: 'review', name: { 'zh-CN': '审查' }, amount: 3, unit: 'workingDay' };
const FRIDAY = MONDAY - 3 * DAY;

type Paper = Pick<EnterCommand, 'places'> & Partial<EnterCommand>;

function entered(text: string, paper: Paper, options: FlowOptions & ProgramExtras = {}): RunningCase {
  const running = new RunningCase(prepareProgram(flow(text, options), allParts, { calendar: china, ...options }));
  const facts = { caseId: 'case-1', tenant: 'county', starter: { id: 'wang', name: '王' }, startedAt: FRIDAY - 7 * DAY };
  return running.do({ kind: 'enter', ...facts, ...paper });
}

const kinds = (running: RunningCase) => running.events.map(({ kind }) => kind);

describe('a case that ran on paper', () => {
  test('PE1 stands at its step since the instant named; its clocks are overdue when they are', () => {
    const late: FlowOptions = {
      nodes: { check: { clocks: ['review'] } },
      boundary: { late: { on: 'check', event: { kind: 'timer', timer: 'duration', value: literal('P1D') } } },
    };
    const since = FRIDAY - 3 * DAY;
    const running = entered(
      'start > apply > check > end; late > end2',
      { places: [{ nodeId: 'check', since }] },
      { ...late, limits: [limit] },
    );
    expect(running.tasks).toEqual(['check']);
    expect(running.state).toMatchObject({ startedAt: FRIDAY - 7 * DAY, starter: { id: 'wang' } });
    const [clock] = running.state.clocks ?? [];
    expect(clock?.startedAt).toBe(since);
    expect((clock?.dueAt ?? 0) < running.now).toBe(true);
    expect(running.state.timers).toMatchObject([{ dueAt: since + DAY }]);
    running.wait(DAY).complete('check');
    expect(running.state).toMatchObject({ ended: { kind: 'completed', at: MONDAY + DAY } });
  });

  test('PE2 one event says when and by whom it was entered; what was done stands in the history at its instants', () => {
    const done = [
      { nodeId: 'apply', at: FRIDAY - 6 * DAY, byName: '王', comment: '纸质申请' },
      { nodeId: 'check', at: FRIDAY - 5 * DAY, byName: '陈', outcome: 'accept' },
    ];
    const running = entered('start > apply > check > review > end', {
      places: [{ nodeId: 'review', since: FRIDAY }],
      done,
      comment: '系统上线前已受理',
    });
    expect(kinds(running)).toEqual(['caseStarted', 'caseEntered', 'stepRecorded', 'stepRecorded', 'taskOpened']);
    expect(running.events[1]).toMatchObject({
      at: MONDAY,
      by: { id: 'li' },
      comment: '系统上线前已受理',
      places: [{ nodeId: 'review', since: FRIDAY }],
    });
    expect(running.events.map(({ at }) => at)).toEqual([FRIDAY - 7 * DAY, MONDAY, FRIDAY - 6 * DAY, FRIDAY - 5 * DAY, FRIDAY]);
    running.return('review', 'check');
    expect(running.tasks).toEqual(['check']);
  });

  test('PE1 keeps values, and the hands in which a task is', () => {
    const places = [{ nodeId: 'check', since: FRIDAY, assignee: { id: 'chen', name: '陈' } }];
    const running = entered('start > apply > check > end', { places, variables: { amount: 5 } });
    expect(running.state).toMatchObject({ variables: { amount: 5 }, tokens: [{ assignee: { id: 'chen' } }] });
    expect(running.effects).toContainEqual({ kind: 'assignTask', taskId: running.task('check'), assignee: { id: 'chen', name: '陈' } });
  });

  test('PE3 a parallel branch in which nothing stands counts as done; the others meet as usual', () => {
    const text = 'start > parallel:split > a > parallel:join > after > end; split > b > join; split > c > join';
    const running = entered(text, {
      places: [
        { nodeId: 'a', since: FRIDAY },
        { nodeId: 'b', since: FRIDAY - DAY },
      ],
    });
    expect(running.tasks).toEqual(['b', 'a']);
    expect(running.complete('a').complete('b').tasks).toEqual(['after']);
    expect(entered(text, { places: [{ nodeId: 'c', since: FRIDAY }] }).complete('c').tasks).toEqual(['after']);
  });

  test('PE3 sub-processes around the places are opened, once', () => {
    const options: FlowOptions & ProgramExtras = {
      inside: { stage: 'startIn > parallel:split > a > parallel:join > endIn; split > b > join' },
      ...{ nodes: { stage: { clocks: ['review'] } }, limits: [limit] },
    };
    const places = [
      { nodeId: 'b', since: FRIDAY },
      { nodeId: 'a', since: FRIDAY - DAY },
    ];
    const running = entered('start > sub:stage > after > end', { places }, options);
    expect(running.state.scopes).toHaveLength(1);
    expect(running.state.clocks).toMatchObject([{ startedAt: FRIDAY - DAY }]);
    expect(running.complete('a').complete('b').tasks).toEqual(['after']);
  });

  test('PE3 a place in a called process: it is called, since then', () => {
    const options: FlowOptions & ProgramExtras = {
      ...{ processes: { office: 'startO > c > d > endO' }, calls: { ask: 'office' } },
      ...{ nodes: { ask: { clocks: ['review'] } }, limits: [limit] },
    };
    const running = entered('start > call:ask > after > end', { places: [{ nodeId: 'd', since: FRIDAY }] }, options);
    expect([running.tasks, running.state.clocks?.[0]?.startedAt]).toEqual([['d'], FRIDAY]);
    expect(running.complete('d').complete('after').ended).toBe('completed');
  });

  test('PE4 refuses places that are none', () => {
    const loop = { kind: 'multiInstance', sequential: false, cardinality: literal(2) } as const;
    const options: FlowOptions = { inside: { many: 'startIn > inner > endIn' }, nodes: { many: { loop } } };
    const code = (...nodeIds: readonly string[]) => {
      const running = new RunningCase(prepareProgram(flow('start > sub:many > a > end', options), allParts));
      const places = nodeIds.map((nodeId) => ({ nodeId, since: FRIDAY }));
      running.do({ kind: 'enter', caseId: 'c', tenant: 't', starter: { id: 'w', name: '王' }, startedAt: FRIDAY, places });
      return running.refused?.[0]?.code;
    };
    expect([code(), code('gone'), code('start'), code('inner')]).toEqual(Array(4).fill('RUNTIME_ENTRY_PLACE'));
    expect(code('a')).toBeUndefined();
  });

  test('PE5 refuses instants before the beginning or after now', () => {
    const code = (paper: Paper) => {
      const running = new RunningCase(prepareProgram(flow('start > a > end'), allParts));
      running.do({ kind: 'enter', caseId: 'c', tenant: 't', starter: { id: 'w', name: '王' }, startedAt: FRIDAY, ...paper });
      return running.refused?.[0]?.code;
    };
    expect(code({ places: [{ nodeId: 'a', since: FRIDAY - 1 }] })).toBe('RUNTIME_ENTRY_INSTANT');
    expect(code({ places: [{ nodeId: 'a', since: MONDAY + 1 }] })).toBe('RUNTIME_ENTRY_INSTANT');
    expect(code({ places: [{ nodeId: 'a', since: FRIDAY }], done: [{ nodeId: 'a', at: Number.NaN }] })).toBe('RUNTIME_ENTRY_INSTANT');
    expect(code({ places: [{ nodeId: 'a', since: FRIDAY }], startedAt: MONDAY + 1 })).toBe('RUNTIME_ENTRY_INSTANT');
  });

  test('BI9 a beginning that is no instant is refused', () => {
    for (const startedAt of [Number.NEGATIVE_INFINITY, Number.NaN, -1e15, FRIDAY - 0.5, null, '2026-01-05']) {
      const running = new RunningCase(prepareProgram(flow('start > a > end'), allParts));
      const facts = { caseId: 'c', tenant: 't', starter: { id: 'w', name: '王' }, startedAt: startedAt as number };
      running.do({ kind: 'enter', ...facts, places: [{ nodeId: 'a', since: FRIDAY }] });
      expect(running.refused?.[0]?.code).toBe('RUNTIME_ENTRY_INSTANT');
    }
  });
});
