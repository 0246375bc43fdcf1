import { expect, test } from 'vitest';
import { addDays, addMonths, dayAt, readDay, weekdayOf, weeksOf } from './day-math.ts';

test('days move over the ends of months and years', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
  expect(addMonths('2026-11-21', 12)).toBe('2027-11-21');
});

test('a month is whole weeks that begin on Monday', () => {
  const weeks = weeksOf('2026-11-21');
  expect(weeks).toHaveLength(6);
  expect(weeks[0]?.[0]).toBe('2026-10-26');
  expect(weeks.at(-1)?.at(-1)).toBe('2026-12-06');
  expect(weeks.every((week) => week.length === 7 && weekdayOf(week[0] as string) === 0)).toBe(true);
});

test('a day is understood in every usual way of writing', () => {
  for (const text of [
    '2026-11-02',
    '2026-11-2',
    '2026/11/02',
    '2026.11.2',
    '20261102',
    '2026年11月2日',
    '２０２６－１１－０２',
    ' 2026 年 11 月 2 日 ',
  ]) {
    expect(readDay(text)).toBe('2026-11-02');
  }
  for (const text of ['', '2026', '11-02', '明天', '2026-1', '2026-02-29', '2026-13-01', '2026-11-00'])
    expect(readDay(text)).toBeUndefined();
});

test('today is the day where the county is', () => {
  expect(dayAt(Date.UTC(2026, 10, 21, 16), 480)).toBe('2026-11-22');
  expect(dayAt(Date.UTC(2026, 10, 21, 15, 59), 480)).toBe('2026-11-21');
});
