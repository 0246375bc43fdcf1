import type { Limit, Pause } from '@tongban/model';
import { describe, expect, test } from 'vitest';
import { china2026, deadlineOf } from './index.ts';
import { at, dayOf, endOf, limitOf, pause } from './testing/moments.ts';

describe('deadlines', () => {
  test('CAL4 2 working days from Friday end on Tuesday', () => {
    expect(due(limitOf(2, 'workingDay'), '2026-03-06 15:00')).toBe('2026-03-10');
    expect(deadlineOf(limitOf(2, 'workingDay'), china2026, { startedAt: at('2026-03-06 15:00') }).dueAt).toBe(endOf('2026-03-10'));
  });

  test('CAL4 2 working days from Friday end on Monday when the first day counts', () => {
    expect(due(limitOf(2, 'workingDay', { firstDayCounts: true }), '2026-03-06 15:00')).toBe('2026-03-09');
  });

  test('CAL4 a start on a Saturday begins on Monday either way', () => {
    expect(due(limitOf(1, 'workingDay'), '2026-03-07 10:00')).toBe('2026-03-09');
    expect(due(limitOf(1, 'workingDay', { firstDayCounts: true }), '2026-03-07 10:00')).toBe('2026-03-09');
  });

  test('CAL4 3 working days over the Spring Festival: make-up days count, the holiday does not', () => {
    expect(due(limitOf(3, 'workingDay'), '2026-02-12 09:00')).toBe('2026-02-24');
    expect(due(limitOf(5, 'workingDay'), '2026-02-23 09:00')).toBe('2026-02-28');
  });

  test('CAL4 a limit of no days is over at the end of the day it starts', () => {
    expect(due(limitOf(0, 'workingDay'), '2026-03-06 15:00')).toBe('2026-03-06');
    expect(deadlineOf(limitOf(0, 'hour'), china2026, { startedAt: at('2026-03-06 15:00') }).dueAt).toBe(at('2026-03-06 15:00'));
  });

  test('CAL5 3 calendar days from Thursday end on Sunday', () => {
    expect(due(limitOf(3, 'calendarDay'), '2026-03-05 15:00')).toBe('2026-03-08');
    expect(due(limitOf(3, 'calendarDay', { firstDayCounts: true }), '2026-03-05 15:00')).toBe('2026-03-07');
  });

  test.each([
    [1, 'month', '2026-03-06', '2026-04-06', '2026-04-05'],
    [1, 'month', '2026-01-31', '2026-02-28', '2026-02-28'],
    [1, 'month', '2026-01-28', '2026-02-28', '2026-02-27'],
    [1, 'month', '2026-03-01', '2026-04-01', '2026-03-31'],
    [1, 'year', '2026-03-06', '2027-03-06', '2027-03-05'],
    [4, 'year', '2024-02-29', '2028-02-29', '2028-02-28'],
    [1, 'year', '2024-02-29', '2025-02-28', '2025-02-28'],
  ] as const)('CAL6 %i %s from %s ends on %s, or on %s when the first day counts', (amount, unit, from, next, counted) => {
    expect(due(limitOf(amount, unit), `${from} 10:00`)).toBe(next);
    expect(due(limitOf(amount, unit, { firstDayCounts: true }), `${from} 10:00`)).toBe(counted);
  });

  test('CAL7 hours are working hours: 2 hours from Friday 17:00 end on Monday 09:30', () => {
    expect(dueAt(limitOf(2, 'hour'), '2026-03-06 17:00')).toBe(at('2026-03-09 09:30'));
    expect(dueAt(limitOf(1, 'hour'), '2026-03-06 12:30')).toBe(at('2026-03-06 15:30'));
    expect(dueAt(limitOf(1, 'hour', { firstDayCounts: true }), '2026-03-06 06:00')).toBe(at('2026-03-06 09:30'));
  });

  test('CAL7 without working hours every hour counts, weekends too', () => {
    const { hours, ...allHours } = china2026;
    expect(hours).toBeDefined();
    const facts = { startedAt: at('2026-03-06 17:00') };
    expect(deadlineOf(limitOf(24, 'hour'), allHours, facts)).toEqual({ dueAt: at('2026-03-07 17:00'), provisional: false });
  });
});

describe('pauses', () => {
  test('CAL6 10,000 months end on the day of the same number, pauses counted', () => {
    expect(due(limitOf(10_000, 'month'), '2026-03-05 15:00')).toBe('2859-07-05');
    const pauses = [pause('2026-03-09 10:00', '2026-03-11 10:00'), pause('2026-03-11 12:00', '2026-03-12 10:00')];
    expect(due(limitOf(10_000, 'month'), '2026-03-05 15:00', pauses)).toBe('2859-07-08');
  });

  test('CAL8 a pause from Monday to Thursday shifts by 3 working days', () => {
    expect(due(limitOf(2, 'workingDay'), '2026-03-06 15:00', [pause('2026-03-09 10:00', '2026-03-12 09:00')])).toBe('2026-03-13');
  });

  test('CAL8 a pause within a day shifts nothing, one over midnight a day', () => {
    expect(due(limitOf(2, 'workingDay'), '2026-03-06 15:00', [pause('2026-03-09 10:00', '2026-03-09 17:00')])).toBe('2026-03-10');
    expect(due(limitOf(2, 'workingDay'), '2026-03-06 15:00', [pause('2026-03-09 23:59', '2026-03-10 00:01')])).toBe('2026-03-11');
  });

  test('CAL8 a pause that begins on the due day still saves the limit', () => {
    expect(due(limitOf(2, 'workingDay'), '2026-03-06 15:00', [pause('2026-03-10 17:00', '2026-03-15 09:00')])).toBe('2026-03-16');
  });

  test('CAL8 in hours a pause is exact', () => {
    expect(dueAt(limitOf(2, 'hour'), '2026-03-06 09:00', [pause('2026-03-06 09:30', '2026-03-06 09:45')])).toBe(at('2026-03-06 11:15'));
    expect(dueAt(limitOf(2, 'hour'), '2026-03-06 09:00', [pause('2026-03-06 11:45', '2026-03-06 14:45')])).toBe(at('2026-03-06 11:00'));
    expect(dueAt(limitOf(4, 'hour'), '2026-03-06 09:00', [pause('2026-03-06 11:45', '2026-03-06 14:45')])).toBe(at('2026-03-06 16:00'));
  });

  test('CAL9 overlapping and touching pauses count once', () => {
    const one = [pause('2026-03-09 10:00', '2026-03-12 09:00')];
    const many = [
      pause('2026-03-10 10:00', '2026-03-12 09:00'),
      pause('2026-03-09 10:00', '2026-03-11 09:00'),
      { ...pause('2026-03-10 08:00', '2026-03-10 12:00'), reason: 'publicity' },
    ];
    const touching = [pause('2026-03-09 10:00', '2026-03-10 12:00'), pause('2026-03-10 12:00', '2026-03-12 09:00')];
    for (const pauses of [many, touching])
      expect(due(limitOf(5, 'workingDay'), '2026-03-06 15:00', pauses)).toBe(due(limitOf(5, 'workingDay'), '2026-03-06 15:00', one));
  });

  test('CAL9 a pause over the weekend shifts calendar days only', () => {
    const weekend = [pause('2026-03-07 10:00', '2026-03-09 09:00')];
    expect(due(limitOf(2, 'workingDay'), '2026-03-06 15:00', weekend)).toBe('2026-03-10');
    expect(due(limitOf(4, 'calendarDay'), '2026-03-06 15:00', weekend)).toBe('2026-03-12');
    expect(due(limitOf(1, 'month'), '2026-03-06 15:00', weekend)).toBe('2026-04-08');
  });

  test('CAL10 a reason that the limit does not name does not stop it', () => {
    const pauses = [{ ...pause('2026-03-09 10:00', '2026-03-12 09:00'), reason: 'expertReview' }];
    expect(due(limitOf(2, 'workingDay'), '2026-03-06 15:00', pauses)).toBe('2026-03-10');
    const { pauses: _, ...unstoppable } = limitOf(2, 'workingDay');
    expect(due(unstoppable, '2026-03-06 15:00', [pause('2026-03-09 10:00', '2026-03-12 09:00')])).toBe('2026-03-10');
  });

  test('CAL10 a pause after the deadline, or wholly before the start, changes nothing', () => {
    const pauses = [pause('2026-03-11 00:00', '2026-03-20 00:00'), pause('2026-03-02 10:00', '2026-03-04 10:00')];
    expect(due(limitOf(2, 'workingDay'), '2026-03-06 15:00', pauses)).toBe('2026-03-10');
  });

  test('CAL11 a lasting pause counts up to now', () => {
    const facts = { startedAt: at('2026-03-06 15:00'), pauses: [pause('2026-03-09 10:00')] };
    const dueWhen = (now: string): string => dayOf(deadlineOf(limitOf(2, 'workingDay'), china2026, { ...facts, now: at(now) }).dueAt);
    expect(dueWhen('2026-03-09 11:00')).toBe('2026-03-10');
    expect(dueWhen('2026-03-11 11:00')).toBe('2026-03-12');
    expect(dueWhen('2026-03-12 11:00')).toBe('2026-03-13');
    expect(dayOf(deadlineOf(limitOf(2, 'workingDay'), china2026, facts).dueAt)).toBe('2026-03-10');
  });

  test('CAL11 a pause whose end is planned counts up to that end', () => {
    const pauses = [{ ...pause('2026-03-09 10:00'), until: at('2026-03-11 00:00') }];
    const dueWhen = (now: string): string =>
      dayOf(deadlineOf(limitOf(2, 'workingDay'), china2026, { startedAt: at('2026-03-06 15:00'), pauses, now: at(now) }).dueAt);
    expect([dueWhen('2026-03-09 11:00'), dueWhen('2026-03-20 11:00')]).toEqual(['2026-03-12', '2026-03-12']);
  });

  test('CAL12 a due day in 2027 is provisional for working days, certain for calendar days', () => {
    const provisional = (limit: Limit): boolean => deadlineOf(limit, china2026, { startedAt: at('2026-12-30 10:00') }).provisional;
    expect(provisional(limitOf(1, 'workingDay'))).toBe(false);
    expect(provisional(limitOf(3, 'workingDay'))).toBe(true);
    expect(provisional(limitOf(30, 'hour'))).toBe(true);
    expect(provisional(limitOf(30, 'calendarDay'))).toBe(false);
    expect(provisional(limitOf(1, 'year'))).toBe(false);
  });

  test('CAL22 the result is the same for a calendar at another offset, on its own days', () => {
    const utc = { ...china2026, offsetMinutes: 0 };
    const { dueAt: due } = deadlineOf(limitOf(2, 'workingDay'), utc, { startedAt: Date.UTC(2026, 2, 6, 23) });
    expect(due).toBe(Date.UTC(2026, 2, 11) - 1);
  });
});

function dueAt(limit: Limit, startedAt: string, pauses: readonly Pause[] = []): number {
  return deadlineOf(limit, china2026, { startedAt: at(startedAt), pauses }).dueAt;
}

function due(limit: Limit, startedAt: string, pauses: readonly Pause[] = []): string {
  const instant = dueAt(limit, startedAt, pauses);
  expect(instant).toBe(endOf(dayOf(instant)));
  return dayOf(instant);
}
