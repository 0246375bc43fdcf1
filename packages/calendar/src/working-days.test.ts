import { describe, expect, test } from 'vitest';
import {
  addDuration,
  addWorkingDays,
  calendarErrors,
  china2026,
  dayAt,
  dayNumber,
  dayOfNumber,
  endOfDay,
  isWorkingDay,
  workingDaysBetween,
} from './index.ts';

const chinaOff = { ...china2026, weekend: [1, 2, 3, 4, 5, 6, 7] };

describe('working days', () => {
  test('CAL1 a weekend is off, a make-up weekend is worked, a holiday on a weekday is off', () => {
    expect(isWorkingDay(china2026, '2026-03-07')).toBe(false);
    expect(isWorkingDay(china2026, '2026-02-28')).toBe(true);
    expect(isWorkingDay(china2026, '2026-10-01')).toBe(false);
    expect(isWorkingDay(china2026, '2026-03-09')).toBe(true);
  });

  test('CAL2 the working day after the eve of the Spring Festival is the 24th', () => {
    expect(addWorkingDays(china2026, '2026-02-13', 1)).toBe('2026-02-14');
    expect(addWorkingDays(china2026, '2026-02-13', 2)).toBe('2026-02-24');
    expect(addWorkingDays(china2026, '2026-02-24', -2)).toBe('2026-02-13');
    expect(addWorkingDays(china2026, '2026-02-18', 0)).toBe('2026-02-18');
  });

  test('CAL2 a calendar without a working day is an error, not an endless search', () => {
    expect(() => addWorkingDays(chinaOff, '2026-11-01', 1)).toThrow(expect.objectContaining({ code: 'CALENDAR_NO_WORKING_DAY' }));
  });

  test('CAL3 counts working days across the Spring Festival, and backwards', () => {
    expect(workingDaysBetween(china2026, '2026-02-13', '2026-02-24')).toBe(2);
    expect(workingDaysBetween(china2026, '2026-02-24', '2026-02-13')).toBe(-2);
    expect(workingDaysBetween(china2026, '2026-02-24', '2026-02-24')).toBe(0);
  });

  test('CAL21 2026 has the holidays and make-up days of the State Council', () => {
    const off = (from: string, to: string): boolean[] => {
      const days = Array.from({ length: dayNumber(to) - dayNumber(from) + 1 }, (_, at) => dayOfNumber(dayNumber(from) + at));
      return [...new Set(days.map((day) => isWorkingDay(china2026, day)))];
    };
    const holidays = ['01-01 01-03', '02-15 02-23', '04-04 04-06', '05-01 05-05', '06-19 06-21', '09-25 09-27', '10-01 10-07'];
    for (const holiday of holidays) {
      const [from, to] = holiday.split(' ');
      expect(off(`2026-${from}`, `2026-${to}`), holiday).toEqual([false]);
    }
    for (const day of ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'])
      expect(isWorkingDay(china2026, `2026-${day}`), day).toBe(true);
    expect(workingDaysBetween(china2026, '2025-12-31', '2026-12-31')).toBe(248);
  });
});

describe('days', () => {
  test('CAL22 the day changes at midnight of the offset', () => {
    expect(dayAt(Date.UTC(2026, 2, 6, 15, 59, 59, 999), 480)).toBe('2026-03-06');
    expect(dayAt(Date.UTC(2026, 2, 6, 16), 480)).toBe('2026-03-07');
    expect(endOfDay(china2026, '2026-03-06')).toBe(Date.UTC(2026, 2, 6, 15, 59, 59, 999));
    expect(dayAt(-1, 0)).toBe('1969-12-31');
  });

  test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-2-3', '2026-01-01T00:00', ''])('CAL20 "%s" is not a day', (day) => {
    expect(() => dayNumber(day)).toThrow(expect.objectContaining({ code: 'CALENDAR_DAY_INVALID' }));
  });

  test.each([
    ['2026-03-04', 'P1Y', '2027-03-04'],
    ['2024-02-29', 'P1Y', '2025-02-28'],
    ['2026-01-31', 'P1M', '2026-02-28'],
    ['2026-03-31', '-P1M', '2026-02-28'],
    ['2026-12-31', 'P2M1D', '2027-03-01'],
    ['2026-03-04', 'P2W', '2026-03-18'],
    ['2026-03-04', 'P0D', '2026-03-04'],
  ])('CAL19 %s and %s is %s', (day, duration, result) => {
    expect(addDuration(day, duration)).toBe(result);
  });

  test.each(['P', 'PT2H', '1Y', 'P1Y2', 'P-1D', ''])('CAL19 "%s" is not a duration', (duration) => {
    expect(() => addDuration('2026-03-04', duration)).toThrow(expect.objectContaining({ code: 'CALENDAR_DURATION_INVALID' }));
  });

  test('CAL20 every error has a sentence in both languages', () => {
    for (const text of Object.values(calendarErrors.table)) expect(text.en.length * text['zh-CN'].length).toBeGreaterThan(0);
  });
});
