/** The State Council's arrangement of holidays for 2026 (国务院办公厅关于2026年部分节假日安排的通知). */
import type { CalendarData } from '@tongban/model';

/** Mainland China, 2026. Counties that work other hours or keep local holidays start from a copy. */
export const china2026: CalendarData = {
  formatVersion: 1,
  id: 'china-2026',
  name: { 'zh-CN': '国家法定工作日（2026 年）', en: 'Statutory working days of China, 2026' },
  offsetMinutes: 480,
  weekend: [6, 7],
  holidays: [
    { name: { 'zh-CN': '元旦', en: "New Year's Day" }, from: '2026-01-01', to: '2026-01-03' },
    { name: { 'zh-CN': '春节', en: 'Spring Festival' }, from: '2026-02-15', to: '2026-02-23' },
    { name: { 'zh-CN': '清明节', en: 'Tomb-Sweeping Day' }, from: '2026-04-04', to: '2026-04-06' },
    { name: { 'zh-CN': '劳动节', en: 'Labour Day' }, from: '2026-05-01', to: '2026-05-05' },
    { name: { 'zh-CN': '端午节', en: 'Dragon Boat Festival' }, from: '2026-06-19', to: '2026-06-21' },
    { name: { 'zh-CN': '中秋节', en: 'Mid-Autumn Festival' }, from: '2026-09-25', to: '2026-09-27' },
    { name: { 'zh-CN': '国庆节', en: 'National Day' }, from: '2026-10-01', to: '2026-10-07' },
  ],
  makeUpDays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  hours: [
    [510, 720],
    [870, 1080],
  ],
  publishedThrough: '2026-12-31',
};
