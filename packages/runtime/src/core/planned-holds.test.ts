import { china } from '@tongban/calendar';
import type { CalendarData, Limit } from '@tongban/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FlowOptions, flow } from '../testing/builders/flow.ts';
import { MONDAY, type RunningCase, runFlow } from '../testing/builders/running-case.ts';
import { brokenPromises } from '../testing/reference/broken-promises.ts';
import { planMigration } from './migration-plan.ts';
import { allParts } from './parts/all-parts.ts';
import { prepareProgram } from './prepare-release.ts';
import { step } from './step.ts';

const DAY = 86_400_000;
/** The first moment of a day in China. */
const begins = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);
const limit: Limit = {
  ...{ id: 'review', name: { 'zh-CN': '审查' }, amount: 5, unit: 'workingDay' },
  pauses: ['publicity', 'expertReview'],
};
const options: FlowOptions = { nodes: { review: { clocks: ['review'] } } };
const start = (more: FlowOptions = {}) => runFlow('start > review > end', { ...options, ...more, limits: [limit], calendar: china });

const clock = ({ state }: RunningCase) => state.clocks?.[0];
const dueDay = (running: RunningCase) => new Date((clock(running)?.dueAt ?? 0) + 8 * 3_600_000).toISOString().slice(0, 10);
const plan = ({ state }: RunningCase) => state.holds?.find((hold) => hold.plan !== undefined)?.plan;
const timers = ({ effects }: RunningCase) =>
  effects.flatMap((effect): readonly (number | string)[] =>
    effect.kind === 'createTimer' ? [effect.dueAt] : effect.kind === 'closeTimer' ? ['closed'] : [],
  );
const broken = (running: RunningCase) => brokenPromises(running.prepared, running.state, running.effects);
function fire(running: RunningCase, late = 0): RunningCase {
  const { timer = 0, until = 0 } = plan(running) ?? {};
  running.now = until + late;
  return running.do({ kind: 'fireTimer', timerId: timer });
}

describe('a pause that ends by itself', () => {
  test('CK9 lasts for its term, of which the first day is the one it begins on, and moves the due day by just that', () => {
    const running = start()
      .wait(DAY)
      .do({ kind: 'pauseClocks', reason: 'publicity', term: { amount: 3, unit: 'workingDay' } });
    expect(plan(running)?.until).toBe(begins('2026-03-06'));
    // 9 March without a pause; known from the beginning, and not moved by its end.
    expect(dueDay(running)).toBe('2026-03-12');
    expect(timers(running)).toEqual([begins('2026-03-06')]);
    expect(broken(running)).toEqual([]);
    fire(running);
    expect([dueDay(running), running.state.holds, running.events.at(-2)]).toEqual([
      '2026-03-12',
      undefined,
      expect.objectContaining({ kind: 'pauseEnded', until: begins('2026-03-06') }),
    ]);
    expect(timers(running).at(-1)).toBe('closed');
    expect(broken(running)).toEqual([]);
  });

  test.each([
    [{ amount: 3, unit: 'workingDay', firstDayCounts: false }, '2026-03-06'],
    [{ amount: 10, unit: 'calendarDay' }, '2026-03-12'],
    [{ amount: 1, unit: 'month' }, '2026-04-02'],
  ] as const)('CK9 a term of %o', (term, day) => {
    expect(plan(start().do({ kind: 'pauseClocks', reason: 'publicity', term }))?.until).toBe(begins(day));
  });

  test('CK9 hours are those of the calendar, and end to the millisecond', () => {
    const running = start().do({ kind: 'pauseClocks', reason: 'publicity', term: { amount: 30, unit: 'hour' } });
    expect(plan(running)?.until).toBe(Date.parse('2026-03-06T11:00:00+08:00'));
  });

  test('CK9 lasts until a day, and counts from when it was due when the end is noticed late', () => {
    const running = start().do({ kind: 'pauseClocks', reason: 'publicity', until: begins('2026-03-04') });
    fire(running, 5 * DAY);
    expect(clock(running)?.pauses).toEqual([{ reason: 'publicity', from: MONDAY, to: begins('2026-03-04') }]);
    expect(dueDay(running)).toBe('2026-03-10');
  });

  test.each(['command', 'the end of the step'] as const)(
    'CK9 ended late by %s, before anybody noticed, it counts from when it was due',
    (how) => {
      const running = start().do({ kind: 'pauseClocks', reason: 'publicity', until: begins('2026-03-04') });
      running.now = begins('2026-03-11');
      if (how === 'command') running.do({ kind: 'resumeClocks', reason: 'publicity' });
      else running.complete('review');
      expect(clock(running)?.pauses).toEqual([{ reason: 'publicity', from: MONDAY, to: begins('2026-03-04') }]);
      expect(dueDay(running)).toBe('2026-03-10');
    },
  );

  test('CK9 may be ended before by command, and its timer goes', () => {
    const running = start().do({ kind: 'pauseClocks', reason: 'publicity', until: begins('2026-03-12') });
    running.wait(DAY).do({ kind: 'resumeClocks', reason: 'publicity' });
    expect([dueDay(running), timers(running).at(-1), broken(running)]).toEqual(['2026-03-09', 'closed', []]);
    expect(clock(running)?.pauses).toEqual([{ reason: 'publicity', from: MONDAY, to: MONDAY + DAY }]);
  });

  test('CK12 is prolonged and shortened; its clock, its timer and its word follow', () => {
    const running = start().do({ kind: 'pauseClocks', reason: 'publicity', until: begins('2026-03-04') });
    running.wait(DAY).do({ kind: 'movePause', reason: 'publicity', until: begins('2026-03-12'), comment: '延长公示' });
    expect([dueDay(running), plan(running)?.from, broken(running)]).toEqual(['2026-03-18', MONDAY, []]);
    expect(running.events.filter(({ kind }) => kind === 'pauseMoved' || kind === 'clockMoved')).toMatchObject([
      { by: { id: 'li' }, reason: 'publicity', until: begins('2026-03-12'), before: begins('2026-03-04'), comment: '延长公示' },
      { kind: 'clockMoved' },
    ]);
    running.wait(DAY).do({ kind: 'movePause', reason: 'publicity', until: begins('2026-03-06') });
    fire(running);
    expect(clock(running)?.pauses).toEqual([{ reason: 'publicity', from: MONDAY, to: begins('2026-03-06') }]);
    expect([running.state.holds, broken(running)]).toEqual([undefined, []]);
  });

  test('CK12 is given an end, and its end is taken away', () => {
    const running = start().do({ kind: 'pauseClocks', reason: 'publicity' });
    running.wait(DAY).do({ kind: 'movePause', reason: 'publicity', until: begins('2026-03-06') });
    expect(clock(running)?.pauses).toEqual([{ reason: 'publicity', from: MONDAY, until: begins('2026-03-06') }]);
    running.do({ kind: 'movePause', reason: 'publicity' });
    expect([clock(running)?.pauses, plan(running), broken(running)]).toEqual([[{ reason: 'publicity', from: MONDAY }], undefined, []]);
    expect(running.events.filter(({ kind }) => kind === 'pauseMoved').at(-1)).toMatchObject({
      before: begins('2026-03-06'),
      until: undefined,
    });
  });

  test('CK12 an end that is past and a pause that nobody began are refused; a suspended case takes a new end', () => {
    const running = start().do({ kind: 'movePause', reason: 'publicity', until: begins('2026-03-12') });
    expect(running.refused).toMatchObject([{ code: 'RUNTIME_PAUSE_OVER' }]);
    running.do({ kind: 'pauseClocks', reason: 'publicity', until: begins('2026-03-04') });
    expect(running.do({ kind: 'movePause', reason: 'publicity', until: MONDAY }).refused).toMatchObject([{ code: 'RUNTIME_PAUSE_END' }]);
    running.do({ kind: 'suspend', reason: '等待' }).do({ kind: 'movePause', reason: 'publicity', until: begins('2026-03-06') });
    running.do({ kind: 'resume' });
    expect([plan(running)?.until, broken(running)]).toEqual([begins('2026-03-06'), []]);
  });

  test('CK9 the end of the case takes its timer with it', () => {
    const running = start().do({ kind: 'pauseClocks', reason: 'publicity', until: begins('2026-03-12') });
    running.complete('review');
    expect([running.state.ended?.kind, running.state.holds, broken(running)]).toEqual(['completed', undefined, []]);
  });

  test('CK9 what an activity holds for the same reason goes on being held', () => {
    const running = runFlow('start > parallel:split > review > end1; split > notice > end2', {
      nodes: { review: { clocks: ['review'] }, notice: { pauses: 'publicity' } },
      ...{ limits: [limit], calendar: china },
    });
    running.do({ kind: 'pauseClocks', reason: 'publicity', until: begins('2026-03-03') });
    expect(clock(running)?.pauses[0]).not.toHaveProperty('until');
    fire(running);
    expect(clock(running)?.pauses[0]).not.toHaveProperty('to');
    running.wait(DAY).complete('notice');
    expect([clock(running)?.pauses[0]?.to, broken(running)]).toEqual([running.now, []]);
  });

  test('CK9 clocks that start meanwhile end their pause with it', () => {
    const running = runFlow('start > first > review > end', { ...options, limits: [limit], calendar: china });
    running
      .do({ kind: 'pauseClocks', reason: 'publicity', until: begins('2026-03-06') })
      .wait(DAY)
      .complete('first');
    expect(clock(running)?.pauses).toEqual([{ reason: 'publicity', from: MONDAY + DAY, until: begins('2026-03-06') }]);
    expect(dueDay(fire(running))).toBe('2026-03-12');
  });

  test.each([
    ['over', { until: MONDAY }],
    ['beyond the year 9999', { until: 253_402_300_800_000 }],
    ['no number', { until: Number.NaN }],
    ['a term over before it was recorded', { from: MONDAY - 9 * DAY, term: { amount: 2, unit: 'workingDay' } }],
    ['a term of centuries', { term: { amount: 101, unit: 'year' } }],
    ['a term of nothing', { term: { amount: 0, unit: 'workingDay' } }],
  ] as const)('CK9 refuses an end that is %s', (_, end) => {
    const running = start();
    running.wait(1000);
    expect(running.do({ kind: 'pauseClocks', reason: 'publicity', ...end }).refused?.[0]?.code).toBe('RUNTIME_PAUSE_END');
    expect(running.state.holds).toBeUndefined();
  });

  test('CK9 its timer is not fired before it is due, nor twice', () => {
    const running = start().do({ kind: 'pauseClocks', reason: 'publicity', until: begins('2026-03-04') });
    const timerId = plan(running)?.timer ?? 0;
    expect(running.do({ kind: 'fireTimer', timerId }).refused?.[0]?.code).toBe('RUNTIME_TIMER_CLOSED');
    fire(running);
    expect(running.do({ kind: 'fireTimer', timerId }).refused?.[0]?.code).toBe('RUNTIME_TIMER_CLOSED');
  });

  test('CK9 while the case is suspended it does not end; resumed, it ends as it was due', () => {
    const running = start().do({ kind: 'pauseClocks', reason: 'publicity', until: begins('2026-03-04') });
    running.do({ kind: 'suspend', reason: '等待' });
    expect(broken(running)).toEqual([]);
    running.wait(4 * DAY).do({ kind: 'resume' });
    expect([timers(running).at(-1), broken(running)]).toEqual([begins('2026-03-04'), []]);
    expect(clock(fire(running, 3 * DAY))?.pauses[0]?.to).toBe(begins('2026-03-04'));
  });

  test('CK9 ended or begun while the case is suspended, it leaves no timer', () => {
    const running = start().do({ kind: 'pauseClocks', reason: 'publicity', until: begins('2026-03-04') });
    running.do({ kind: 'suspend', reason: '等待' }).do({ kind: 'resumeClocks', reason: 'publicity' });
    running.do({ kind: 'pauseClocks', reason: 'expertReview', until: begins('2026-03-05') });
    expect(broken(running)).toEqual([]);
    expect(broken(running.do({ kind: 'resume' }))).toEqual([]);
    expect(timers(running).at(-1)).toBe(begins('2026-03-05'));
  });
});

describe('word of its end', () => {
  const word = { ahead: 1, to: [{ persons: ['li'] }, { role: 'chief' }] };

  test('CK10 is given once, at the beginning of the day that lies so many working days before the last one', () => {
    const running = start().do({ kind: 'pauseClocks', reason: 'publicity', until: begins('2026-03-10'), word });
    // The last day is Monday the 9th, a working day before it is Friday the 6th.
    expect(timers(running)).toEqual([begins('2026-03-06')]);
    running.now = begins('2026-03-06');
    running.do({ kind: 'fireTimer', timerId: plan(running)?.timer ?? 0 });
    expect(running.events.at(-1)).toMatchObject({ kind: 'pauseNoticed', reason: 'publicity', until: begins('2026-03-10') });
    expect(running.effects.filter(({ kind }) => kind === 'notify')).toMatchObject([
      { template: 'pause.ending', to: { persons: ['li'] }, parameters: { reason: 'publicity', lastDay: '2026-03-09' } },
      { to: { role: 'chief' } },
    ]);
    expect([timers(running), broken(running)]).toEqual([[begins('2026-03-06'), 'closed', begins('2026-03-10')], []]);
    expect(running.effects.filter(({ kind }) => kind === 'notify').length).toBe(2);
    expect(fire(running).state.holds).toBeUndefined();
  });

  test('CK10 is left out when it would be due as the pause begins, or the end has come', () => {
    const short = start().do({ kind: 'pauseClocks', reason: 'publicity', until: begins('2026-03-03'), word });
    expect([timers(short), plan(short)?.word]).toEqual([[begins('2026-03-03')], undefined]);
    const late = start().do({ kind: 'pauseClocks', reason: 'publicity', until: begins('2026-03-10'), word });
    expect([fire(late).state.holds, late.effects.filter(({ kind }) => kind === 'notify')]).toEqual([undefined, []]);
  });
});

test('OP11 whatever is done with pauses that end by themselves, in whatever order, the case stays whole', () => {
  const kinds = new Set<string>();
  const acts = fc.constantFrom('plan', 'open', 'end', 'fire', 'suspend', 'resume', 'complete', 'return', 'move', 'wait');
  fc.assert(
    fc.property(fc.array(fc.tuple(acts, fc.nat(9)), { maxLength: 25 }), (lots) => {
      const running = runFlow('start > review > after > end', {
        nodes: { review: { clocks: ['review'] } },
        limits: [limit],
        calendar: china,
      });
      for (const [act, lot] of lots) {
        if (running.ended !== undefined) break;
        const reason = lot % 2 === 0 ? 'publicity' : 'expertReview';
        const told = lot < 5 ? { word: { ahead: 1, to: [] } } : {};
        const open = running.tasks[0] ?? '';
        if (act === 'plan') running.do({ kind: 'pauseClocks', reason, term: { amount: 1 + lot, unit: 'workingDay' }, ...told });
        if (act === 'open') running.do({ kind: 'pauseClocks', reason });
        if (act === 'end') running.do({ kind: 'resumeClocks', reason });
        if (act === 'fire') fireNext(running, lot < 7);
        if (act === 'suspend') running.do({ kind: 'suspend' });
        if (act === 'resume') running.do({ kind: 'resume' });
        if (act === 'complete' && lot > 6) running.do({ kind: 'completeTask', taskId: running.task(open) });
        if (act === 'return' && open === 'after') running.return('after', 'review');
        if (act === 'move') running.do({ kind: 'reschedule', calendar: lot });
        if (act === 'wait') running.wait(lot * DAY);
        expect([broken(running), lateOrEarly(running)]).toEqual([[], []]);
      }
      for (const { kind } of running.events) kinds.add(kind);
    }),
    { seed: 20261122, numRuns: 150 },
  );
  expect([...kinds]).toEqual(expect.arrayContaining(['pauseBegan', 'pauseEnded', 'pauseNoticed', 'caseSuspended', 'clockResumed']));
});

/** Fires the timer of the first plan, in time or before. */
function fireNext(running: RunningCase, inTime: boolean): void {
  const next = plan(running);
  if (next === undefined) return;
  if (inTime) running.now = Math.max(running.now, next.dueAt);
  running.do({ kind: 'fireTimer', timerId: next.timer });
}

/** A running clock stands still exactly while a hold for a reason of its limit is there, and knows the end of it. */
function lateOrEarly({ state }: RunningCase): readonly string[] {
  const { holds = [], clocks = [] } = state;
  return clocks.flatMap((one) => {
    if (one.stoppedAt !== undefined) return [];
    const open = one.pauses.filter(({ to }) => to === undefined).map(({ reason, until }) => `${reason} ${until}`);
    const held = holds.map(({ reason, plan: of }) => `${reason} ${of?.until}`);
    return open.sort().join() === held.sort().join() ? [] : [`clock ${one.id}: ${open} / ${held}`];
  });
}

describe('another calendar', () => {
  const withHoliday = (day: string): CalendarData => ({
    ...china,
    holidays: [...china.holidays, { name: { 'zh-CN': '民族节日' }, from: day, to: day }],
  });
  const rescheduled = (running: RunningCase, day: string) => {
    const prepared = prepareProgram(flow('start > review > end', options), allParts, { limits: [limit], calendar: withHoliday(day) });
    const result = step(prepared, running.state, { kind: 'reschedule', commandId: 'r', now: running.now, calendar: 2 });
    if (result.refused !== undefined) throw new Error('refused');
    return result;
  };

  test('CK11 moves the end of a pause that has a term, with its timer and the clocks', () => {
    const running = start().do({ kind: 'pauseClocks', reason: 'publicity', term: { amount: 3, unit: 'workingDay' } });
    const { state, events, effects } = rescheduled(running, '2026-03-04');
    expect(state.holds?.[0]?.plan?.until).toBe(begins('2026-03-06'));
    expect(state.clocks?.[0]?.pauses[0]?.until).toBe(begins('2026-03-06'));
    expect(events.map(({ kind }) => kind)).toEqual(['calendarChanged', 'pauseMoved', 'clockMoved']);
    expect(effects).toContainEqual(expect.objectContaining({ kind: 'createTimer', dueAt: begins('2026-03-06') }));
  });

  test('MG3 a case taken over keeps its pauses as they are, with nothing to do for the shell', () => {
    const word = { ahead: 1, to: [] };
    const running = start().do({ kind: 'pauseClocks', reason: 'publicity', term: { amount: 5, unit: 'workingDay' }, word });
    const next = prepareProgram(flow('start > review > end', options), allParts, { releaseId: 'next', limits: [limit], calendar: china });
    const { problems, ...moves } = planMigration(running.prepared, next, running.state);
    const result = step(next, running.state, { kind: 'migrate', commandId: 'm', now: running.now, from: 'program', to: 'next', ...moves });
    if (result.refused !== undefined) throw new Error('refused');
    expect([problems, result.state.holds, result.state.clocks]).toEqual([[], running.state.holds, running.state.clocks]);
    expect(result.effects.filter(({ kind }) => kind === 'createTimer')).toEqual([]);
  });

  test('CK11 leaves one that lasts until a day', () => {
    const running = start().do({ kind: 'pauseClocks', reason: 'publicity', until: begins('2026-03-05') });
    const { state, events } = rescheduled(running, '2026-03-04');
    expect(state.holds?.[0]?.plan?.until).toBe(begins('2026-03-05'));
    expect(events.map(({ kind }) => kind)).toEqual(['calendarChanged']);
  });
});
