import { describe, expect, test } from 'vitest';
import { checkCalendar, china, dayNumber, dayOfNumber, deadlineOf, isWorkingDay, workingDaysBetween } from './index.ts';
import { at, limitOf } from './testing/moments.ts';

// Every day of the year off or worked otherwise than the weekend says, as `MM-DD`.
function exceptions(year: number): { readonly off: readonly string[]; readonly worked: readonly string[] } {
  const [off, worked]: [string[], string[]] = [[], []];
  for (let day = dayNumber(`${year}-01-01`); day <= dayNumber(`${year}-12-31`); day++) {
    const text = dayOfNumber(day);
    const weekend = (day + 3) % 7 >= 5;
    if (isWorkingDay(china, text) === weekend) (weekend ? worked : off).push(text.slice(5));
  }
  return { off, worked };
}

describe('the national calendar', () => {
  test('CAL21 2024 has the days off and the worked weekend days of the State Council', () => {
    expect(exceptions(2024)).toEqual({
      off: '01-01 02-12 02-13 02-14 02-15 02-16 04-04 04-05 05-01 05-02 05-03 06-10 09-16 09-17 10-01 10-02 10-03 10-04 10-07'.split(' '),
      worked: '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12'.split(' '),
    });
    expect(workingDaysBetween(china, '2023-12-31', '2024-12-31')).toBe(251);
  });

  test('CAL21 2025 has the days off and the worked weekend days of the State Council', () => {
    expect(exceptions(2025)).toEqual({
      off: '01-01 01-28 01-29 01-30 01-31 02-03 02-04 04-04 05-01 05-02 05-05 06-02 10-01 10-02 10-03 10-06 10-07 10-08'.split(' '),
      worked: '01-26 02-08 04-27 09-28 10-11'.split(' '),
    });
    expect(workingDaysBetween(china, '2024-12-31', '2025-12-31')).toBe(248);
  });

  test('CAL21 2026 has the days off and the worked weekend days of the State Council', () => {
    expect(exceptions(2026)).toEqual({
      off: '01-01 01-02 02-16 02-17 02-18 02-19 02-20 02-23 04-06 05-01 05-04 05-05 06-19 09-25 10-01 10-02 10-05 10-06 10-07'.split(' '),
      worked: '01-04 02-14 02-28 05-09 09-20 10-10'.split(' '),
    });
  });

  test('CAL20 has no problem', () => {
    expect(checkCalendar(china)).toEqual([]);
    expect(checkCalendar({ ...china, publishedFrom: '2024' })).toMatchObject([{ code: 'CALENDAR_PROPERTY_INVALID' }]);
  });

  test('CAL12 does not know 2023 and 2027, and says so', () => {
    const provisional = (start: string) => deadlineOf(limitOf(5, 'workingDay'), china, { startedAt: at(start) }).provisional;
    expect(provisional('2023-12-29 09:00')).toBe(true);
    expect(provisional('2024-01-02 09:00')).toBe(false);
    expect(provisional('2026-12-24 09:00')).toBe(false);
    expect(provisional('2026-12-25 09:00')).toBe(true);
    expect(deadlineOf(limitOf(5, 'calendarDay'), china, { startedAt: at('2026-12-30 09:00') }).provisional).toBe(false);
  });
});
