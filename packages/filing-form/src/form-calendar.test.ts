import { expect, test } from 'vitest';
import { workingDaysUntil } from './form-calendar.ts';

const weekends = { isWorkingDay: (day: string) => (day > '2026-12-31' ? undefined : ![0, 6].includes(new Date(day).getUTCDay())) };

test('counts the working days after today up to a day', () => {
  expect(workingDaysUntil(weekends, '2026-11-20', '2026-11-23')).toBe(1);
  expect(workingDaysUntil(weekends, '2026-11-20', '2026-11-22')).toBe(0);
  expect(workingDaysUntil(weekends, '2026-11-20', '2026-12-04')).toBe(10);
});

test('says nothing of the past, of days far away and of years not published', () => {
  expect(workingDaysUntil(weekends, '2026-11-20', '2026-11-20')).toBeUndefined();
  expect(workingDaysUntil(weekends, '2026-11-20', '2027-01-04')).toBeUndefined();
  expect(workingDaysUntil({ isWorkingDay: () => true }, '2026-11-20', '2036-11-20')).toBeUndefined();
});
