/** The State Council's arrangement of holidays for 2025 (国务院办公厅关于2025年部分节假日安排的通知, 国办发明电〔2024〕12号). */
import type { YearArrangement } from './year-arrangement.ts';

export const arrangement2025: YearArrangement = {
  year: 2025,
  holidays: [
    { name: { 'zh-CN': '元旦', en: "New Year's Day" }, from: '2025-01-01', to: '2025-01-01' },
    { name: { 'zh-CN': '春节', en: 'Spring Festival' }, from: '2025-01-28', to: '2025-02-04' },
    { name: { 'zh-CN': '清明节', en: 'Tomb-Sweeping Day' }, from: '2025-04-04', to: '2025-04-06' },
    { name: { 'zh-CN': '劳动节', en: 'Labour Day' }, from: '2025-05-01', to: '2025-05-05' },
    { name: { 'zh-CN': '端午节', en: 'Dragon Boat Festival' }, from: '2025-05-31', to: '2025-06-02' },
    { name: { 'zh-CN': '国庆节、中秋节', en: 'National Day and Mid-Autumn Festival' }, from: '2025-10-01', to: '2025-10-08' },
  ],
  makeUpDays: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
};
