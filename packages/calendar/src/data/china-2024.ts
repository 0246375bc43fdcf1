/** The State Council's arrangement of holidays for 2024 (国务院办公厅关于2024年部分节假日安排的通知, 国办发明电〔2023〕7号). */
import type { YearArrangement } from './year-arrangement.ts';

export const arrangement2024: YearArrangement = {
  year: 2024,
  holidays: [
    { name: { 'zh-CN': '元旦', en: "New Year's Day" }, from: '2024-01-01', to: '2024-01-01' },
    { name: { 'zh-CN': '春节', en: 'Spring Festival' }, from: '2024-02-10', to: '2024-02-17' },
    { name: { 'zh-CN': '清明节', en: 'Tomb-Sweeping Day' }, from: '2024-04-04', to: '2024-04-06' },
    { name: { 'zh-CN': '劳动节', en: 'Labour Day' }, from: '2024-05-01', to: '2024-05-05' },
    { name: { 'zh-CN': '端午节', en: 'Dragon Boat Festival' }, from: '2024-06-10', to: '2024-06-10' },
    { name: { 'zh-CN': '中秋节', en: 'Mid-Autumn Festival' }, from: '2024-09-15', to: '2024-09-17' },
    { name: { 'zh-CN': '国庆节', en: 'National Day' }, from: '2024-10-01', to: '2024-10-07' },
  ],
  makeUpDays: ['2024-02-04', '2024-02-18', '2024-04-07', '2024-04-28', '2024-05-11', '2024-09-14', '2024-09-29', '2024-10-12'],
};
