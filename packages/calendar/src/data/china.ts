/**
 * The national calendar, put together from the arrangements that have been published. A year that is not here is unknown: due days that reach
 * it are provisional, and are reckoned again when its arrangement has been added (CAL12, CAL21).
 */
import type { CalendarData } from '@tongban/model';
import { arrangement2024 } from './china-2024.ts';
import { arrangement2025 } from './china-2025.ts';
import { arrangement2026 } from './china-2026.ts';
import type { YearArrangement } from './year-arrangement.ts';

/** Mainland China, 2024 to 2026. Counties that work other hours or keep local holidays start from a copy. */
export const china: CalendarData = calendarOf('china', { 'zh-CN': '国家法定工作日', en: 'Statutory working days of China' }, [
  arrangement2024,
  arrangement2025,
  arrangement2026,
]);

/** Mainland China, 2026 alone. */
export const china2026: CalendarData = calendarOf(
  'china-2026',
  { 'zh-CN': '国家法定工作日（2026 年）', en: 'Statutory working days of China, 2026' },
  [arrangement2026],
);

// The years follow one another without a gap.
function calendarOf(id: string, name: CalendarData['name'], years: readonly YearArrangement[]): CalendarData {
  return {
    ...{ formatVersion: 1, id, name, offsetMinutes: 480, weekend: [6, 7] },
    holidays: years.flatMap(({ holidays }) => holidays),
    makeUpDays: years.flatMap(({ makeUpDays }) => makeUpDays),
    hours: [
      [510, 720],
      [870, 1080],
    ],
    publishedFrom: `${years[0]?.year}-01-01`,
    publishedThrough: `${years.at(-1)?.year}-12-31`,
  };
}
