import { china, isWorkingDay } from '@tongban/calendar';
import { describe, expect, it } from 'vitest';
import { changedDays, dayFacts, isPublished, weeksOf, withDayOff, withWorkedDay } from './calendar-edit.ts';

const name = { 'zh-CN': '民族节日' };

describe('days of a calendar', () => {
  it('are worked, weekend, holiday or made up', () => {
    expect(dayFacts(china, '2026-03-02')).toEqual({ kind: 'work' });
    expect(dayFacts(china, '2026-03-07')).toEqual({ kind: 'weekend' });
    expect(dayFacts(china, '2026-10-01')).toMatchObject({ kind: 'holiday', name: { 'zh-CN': expect.stringContaining('国庆') } });
    expect(dayFacts(china, china.makeUpDays.find((day) => day.startsWith('2026')) ?? '')).toEqual({ kind: 'makeUp' });
  });

  it('are unknown outside of what is published', () => {
    expect([isPublished(china, '2026-12-31'), isPublished(china, '2027-01-01'), isPublished(china, '2023-12-31')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('stand in weeks from Monday', () => {
    const weeks = weeksOf(2026, 2);
    expect(weeks[0]).toEqual([...Array.from({ length: 6 }), '2026-02-01']);
    expect(weeks).toHaveLength(5);
    expect(weeksOf(2026, 12).flat().filter(Boolean)).toHaveLength(31);
  });
});

describe('an edit of a day', () => {
  it('makes a worked day a holiday, and back', () => {
    const off = withDayOff(china, '2026-03-06', name);
    expect(dayFacts(off, '2026-03-06')).toEqual({ kind: 'holiday', name });
    expect(changedDays(china, off)).toEqual([{ day: '2026-03-06', kind: 'holiday', name }]);
    expect(changedDays(china, withWorkedDay(off, '2026-03-06'))).toEqual([]);
  });

  it('makes a weekend day worked, and back', () => {
    const worked = withWorkedDay(china, '2026-03-07');
    expect(dayFacts(worked, '2026-03-07')).toEqual({ kind: 'makeUp' });
    expect(withDayOff(worked, '2026-03-07', name)).toEqual(china);
  });

  it('takes a day out of the middle of a holiday', () => {
    const worked = withWorkedDay(china, '2026-10-02');
    expect(['2026-10-01', '2026-10-02', '2026-10-05'].map((day) => isWorkingDay(worked, day))).toEqual([false, true, false]);
    expect(changedDays(china, worked).map(({ day }) => day)).toEqual(['2026-10-02']);
  });
});
