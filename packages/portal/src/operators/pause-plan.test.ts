import { describe, expect, it } from 'vitest';
import { orderOf, planFor, thoughtOf, withEnd, wrongInPlan } from './pause-plan.ts';

const TODAY = '2026-03-02';
const NOW = Date.parse(`${TODAY}T09:00:00+08:00`);
const begins = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);
const publicity = { id: 'publicity', name: '公示', term: { amount: 5, unit: 'workingDay', firstDayCounts: false } } as const;
const visit = { id: 'siteVisit', name: '现场踏勘' };

describe('the plan of a pause', () => {
  it('begins as the measure says of the reason', () => {
    expect(orderOf(planFor(publicity, TODAY))).toEqual({ term: { amount: 5, unit: 'workingDay', firstDayCounts: false } });
    expect(orderOf(planFor(visit, TODAY))).toEqual({ openEnded: true });
  });

  it('stands still on the whole of its last day', () => {
    const plan = { ...withEnd(planFor(visit, TODAY), 'day', TODAY), to: '2026-03-06' };
    expect(orderOf(plan)).toEqual({ until: begins('2026-03-07') });
    expect(thoughtOf(plan)).toEqual({ reason: 'siteVisit', until: begins('2026-03-07') });
  });

  it('without an end is shown as if it ended on the day that is expected', () => {
    expect(thoughtOf(planFor(visit, TODAY))).toEqual({ reason: 'siteVisit', to: begins('2026-03-10') - 1 });
  });

  it('that is over is the stretch between two days', () => {
    expect(orderOf(withEnd(planFor(publicity, TODAY), 'over', TODAY))).toEqual({
      from: begins('2026-02-23'),
      to: begins('2026-03-02') - 1,
    });
  });

  it.each([
    ['term', { amount: '0' }, { amount: 'termWrong' }],
    ['term', { amount: '三' }, { amount: 'termWrong' }],
    ['term', { amount: '3' }, {}],
    ['day', { to: '2026-03-32' }, { to: 'dayWrong' }],
    ['day', { to: '2026-03-01' }, { to: 'dayPast' }],
    ['day', { to: TODAY }, {}],
    ['over', { from: 'x', to: '2026-02-20' }, { from: 'dayWrong', to: 'dayOrderWrong' }],
    ['over', { to: '2026-03-02' }, { to: 'dayNotPast' }],
    ['over', {}, {}],
  ] as const)('of the kind “%s” with %o has %o wrong', (end, typed, wrong) => {
    expect(wrongInPlan({ ...withEnd(planFor(visit, TODAY), end, TODAY), ...typed }, NOW)).toEqual(wrong);
  });
});
