/** The errors of this room. */
import { defineErrors, type Raise } from '@tongban/model';

const table = {
  CALENDAR_DAY_INVALID: {
    en: '"{day}" is not a day of the calendar. Write an existing day as YYYY-MM-DD, e.g. 2026-10-01.',
    'zh-CN': '“{day}”不是有效日期。请按 YYYY-MM-DD 填写真实存在的日期，例如 2026-10-01。',
    causes: 'A day that does not exist (2026-02-30), a time behind the day, or another way to write it (2026/2/3).',
  },
  CALENDAR_DURATION_INVALID: {
    en: '"{duration}" is not a duration in years, months, weeks and days. Write e.g. P1Y, P6M or P10D.',
    'zh-CN': '“{duration}”不是以年、月、周、日表示的时长。请写成 P1Y（一年）、P6M（六个月）或 P10D（十天）这样的形式。',
    causes: 'A duration with hours (PT2H), or words in place of the ISO 8601 form.',
  },
  CALENDAR_NO_WORKING_DAY: {
    en: 'Calendar "{calendarId}" has no working day within two years of {day}. Check its weekend and holidays.',
    'zh-CN': '日历“{calendarId}”在 {day} 前后两年内没有任何工作日。请检查周末和节假日设置。',
    causes: 'All seven days of the week are in `weekend`, or a holiday has a wrong last day.',
  },
  CALENDAR_JSON_INVALID: {
    en: 'The calendar file is not valid JSON: {reason}. Correct the file, or export the calendar again.',
    'zh-CN': '日历文件不是有效的 JSON：{reason}。请更正文件，或重新导出日历。',
    causes: 'A file cut short, or a comma or quotation mark too many or too few after editing by hand.',
  },
  CALENDAR_VERSION_UNKNOWN: {
    en: 'The calendar file has the format version {version}; this program reads version 1. Update the program or export the calendar again.',
    'zh-CN': '日历文件的格式版本是 {version}，本程序只能读取版本 1。请升级程序，或重新导出日历。',
    causes: 'The file was written by a newer program.',
  },
  CALENDAR_PROPERTY_INVALID: {
    en: 'Calendar property "{property}" must be {expected}. Correct it in the calendar file.',
    'zh-CN': '日历属性“{property}”的格式不对。请在日历文件中更正：应为 {expected}。',
    causes: 'A property that is missing or of another type.',
  },
  CALENDAR_HOLIDAY_REVERSED: {
    en: 'Holiday "{name}" ends on {to}, before it begins on {from}. Swap the two days or correct one.',
    'zh-CN': '节假日“{name}”的结束日 {to} 早于开始日 {from}。请对调或更正。',
  },
  CALENDAR_HOLIDAYS_OVERLAP: {
    en: 'Holidays "{name}" and "{other}" overlap from {day} on. Shorten one of them, or remove the duplicate.',
    'zh-CN': '节假日“{name}”与“{other}”从 {day} 起重叠。请缩短其中一个，或删除重复项。',
  },
  CALENDAR_MAKE_UP_IN_HOLIDAY: {
    en: '{day} is both a make-up day and a day of holiday "{name}". Remove it from one of the two.',
    'zh-CN': '{day} 既是调休上班日，又在节假日“{name}”内。请只保留一处。',
  },
  CALENDAR_MAKE_UP_NEEDLESS: {
    en: 'Make-up day {day} is a working day anyway, since it is no weekend day. Remove it, or correct the day.',
    'zh-CN': '调休上班日 {day} 本来就不是周末，无须列出。请删除或更正日期。',
  },
  CALENDAR_NOT_PUBLISHED: {
    en: '{day} lies after the last published day {publishedThrough}. Move the last published day once the holidays of that year are complete.',
    'zh-CN': '{day} 晚于“已公布至”日期 {publishedThrough}。该年度节假日录入完整后，请更新“已公布至”。',
  },
  CALENDAR_HOURS_INVALID: {
    en: 'Working hours number {number} ({from} to {to} minutes of the day) are not in order. Give rising, not overlapping times between 0 and 1440.',
    'zh-CN': '第 {number} 段工作时间（当日第 {from} 至 {to} 分钟）顺序有误。各段应在 0 至 1440 之间，依次递增且不重叠。',
  },
} as const;

/** What is wrong with a calendar, in words; reckoning with one gives codes and facts only. */
export const calendarErrors: Raise<CalendarErrorCode> = defineErrors(table);

/** The code of an error of this room. */
export type CalendarErrorCode = keyof typeof table;
