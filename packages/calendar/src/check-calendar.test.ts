import { describe, expect, test } from 'vitest';
import { checkCalendar, china2026, readCalendarJson } from './index.ts';

describe('checking a calendar', () => {
  test('CAL20 the national calendar has no problem and reads back as it is', () => {
    expect(checkCalendar(china2026)).toEqual([]);
    expect(readCalendarJson(JSON.stringify(china2026))).toEqual({ calendar: china2026, problems: [] });
  });

  test.each([
    ['not JSON', '{', 'CALENDAR_JSON_INVALID', undefined],
    ['not an object', '[]', 'CALENDAR_PROPERTY_INVALID', ''],
    ['a newer format', text({ formatVersion: 2 }), 'CALENDAR_VERSION_UNKNOWN', 'formatVersion'],
    ['no name', text({ name: '国庆' }), 'CALENDAR_PROPERTY_INVALID', 'name'],
    ['weekday 0', text({ weekend: [0, 6] }), 'CALENDAR_PROPERTY_INVALID', 'weekend'],
    ['an offset in hours and minutes', text({ offsetMinutes: '+08:00' }), 'CALENDAR_PROPERTY_INVALID', 'offsetMinutes'],
    ['holidays missing', text({ holidays: undefined }), 'CALENDAR_PROPERTY_INVALID', 'holidays'],
    ['a holiday as text', text({ holidays: ['2026-10-01'] }), 'CALENDAR_PROPERTY_INVALID', 'holidays[0]'],
    ['a day that does not exist', text({ makeUpDays: ['2026-02-30'] }), 'CALENDAR_DAY_INVALID', 'makeUpDays[0]'],
    ['an unreal last published day', text({ publishedThrough: '2026' }), 'CALENDAR_PROPERTY_INVALID', 'publishedThrough'],
    ['a reversed holiday', text({ holidays: [holiday('2026-10-07', '2026-10-01')] }), 'CALENDAR_HOLIDAY_REVERSED', 'holidays'],
    ['a make-up day in a holiday', text({ makeUpDays: ['2026-10-03'] }), 'CALENDAR_MAKE_UP_IN_HOLIDAY', 'makeUpDays[0]'],
    [
      'hours out of order',
      text({
        hours: [
          [870, 1080],
          [510, 720],
        ],
      }),
      'CALENDAR_HOURS_INVALID',
      'hours[1]',
    ],
    ['no working day', text({ weekend: [1, 2, 3, 4, 5, 6, 7] }), 'CALENDAR_NO_WORKING_DAY', 'weekend'],
  ])('CAL20 %s is an error with its place', (_, json, code, property) => {
    const { calendar, problems } = readCalendarJson(json);
    expect(calendar).toBeUndefined();
    const problem = problems.find((found) => found.code === code);
    expect(problem).toMatchObject({ severity: 'error' });
    expect(problem?.place.property).toBe(property);
    expect(problem?.sentences['zh-CN']).not.toMatch(/[{]\w+[}]/);
  });

  test.each([
    ['a needless make-up day', text({ makeUpDays: ['2026-03-09'] }), 'CALENDAR_MAKE_UP_NEEDLESS'],
    [
      'overlapping holidays',
      text({ holidays: [holiday('2026-10-01', '2026-10-07'), holiday('2026-09-30', '2026-10-01')] }),
      'CALENDAR_HOLIDAYS_OVERLAP',
    ],
    ['a holiday that is not published', text({ publishedThrough: '2026-09-30' }), 'CALENDAR_NOT_PUBLISHED'],
  ])('CAL20 %s is a warning, the calendar works', (_, json, code) => {
    const { calendar, problems } = readCalendarJson(json);
    expect(calendar).toBeDefined();
    expect(problems).toMatchObject([{ code, severity: 'warning' }]);
  });

  test('CAL20 unknown properties are left out', () => {
    const { calendar } = readCalendarJson(text({ __proto__x: 1, note: 'x' }));
    expect(calendar).toEqual(china2026);
  });
});

function text(change: Record<string, unknown>): string {
  return JSON.stringify({ ...china2026, ...change });
}

function holiday(from: string, to: string): unknown {
  return { name: { 'zh-CN': '国庆节' }, from, to };
}
