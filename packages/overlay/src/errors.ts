/** The codes of this room: what a copy changed though the measure it was made from locks it. */
import { defineErrors, type ErrorText, type Raise } from '@tongban/model';

type Terms = NonNullable<ErrorText['terms']>;

/** What of a measure can be locked, in words. */
export const LOCKED_PARTS: Terms = {
  part: {
    element: { en: 'step', 'zh-CN': '环节' },
    line: { en: 'line', 'zh-CN': '连线' },
    limit: { en: 'limit', 'zh-CN': '时限' },
    parameter: { en: 'setting', 'zh-CN': '设置项' },
    form: { en: 'form', 'zh-CN': '表单' },
    field: { en: 'field', 'zh-CN': '字段' },
    table: { en: 'decision table', 'zh-CN': '规则表' },
    document: { en: 'document', 'zh-CN': '文书' },
  },
};

const table = {
  OVERLAY_LOCKED_CHANGED: {
    en: 'The {part} "{name}" is locked by {base} and was changed in this copy. Reason of the lock: {reason}. Restore what the base says.',
    'zh-CN': '{part}“{name}”由{base}锁定，本级不能修改，但已被改动。锁定依据：{reason}。请恢复为上级的内容。',
    causes:
      'A part that the law or the province fixes was edited in a copy, or the file was changed by hand; or the province locked it later.',
    terms: LOCKED_PARTS as Terms,
  },
  OVERLAY_LOCKED_REMOVED: {
    en: 'The {part} "{name}" is locked by {base} and is missing in this copy. Reason of the lock: {reason}. Put it back.',
    'zh-CN': '{part}“{name}”由{base}锁定，本级不能去掉，但已不在。锁定依据：{reason}。请恢复。',
    causes: 'A locked part was deleted or given another id in a copy.',
    terms: LOCKED_PARTS as Terms,
  },
  OVERLAY_LOCKED_LONGER: {
    en: 'The limit "{name}" may only be made shorter: {base} says {most} {unit}. Reason of the lock: {reason}. Enter {most} or less, and leave its unit.',
    'zh-CN': '时限“{name}”只能缩短：{base}规定为 {most} {unit}。锁定依据：{reason}。请填写不超过 {most} 的数，单位不变。',
    causes: 'A copy lengthened a limit of the law or changed its unit.',
    terms: {
      unit: {
        workingDay: { en: 'working days', 'zh-CN': '个工作日' },
        calendarDay: { en: 'days', 'zh-CN': '日' },
        month: { en: 'months', 'zh-CN': '个月' },
        year: { en: 'years', 'zh-CN': '年' },
        hour: { en: 'hours', 'zh-CN': '小时' },
      },
    },
  },
  OVERLAY_LOCKED_PASSED: {
    en: 'The step "{name}" is locked by {base}, but a case can now reach "{end}" without it. Reason of the lock: {reason}. Lead every way to that end through the step.',
    'zh-CN': '环节“{name}”由{base}锁定，但现在不经过它也能到达“{end}”。锁定依据：{reason}。请让通往该处的每条路都经过这个环节。',
    causes: 'A copy drew a line past a step that must stay.',
  },
  OVERLAY_LOCK_DROPPED: {
    en: 'The lock of the {part} "{name}", set by {base}, is missing or weaker in measure.json of this copy. Put it back, so that copies of this copy keep it.',
    'zh-CN': '{base}对{part}“{name}”的锁定在本级的 measure.json 中缺少或被放宽。请恢复，使再下一级同样遵守。',
    causes: 'The list of locks was edited by hand, or the province locked something after the copy was made.',
    terms: LOCKED_PARTS as Terms,
  },
  OVERLAY_BASE_UNKNOWN: {
    en: 'This measure is a copy of the release {release}, which is not here, so what it may change cannot be checked. Bring that release here.',
    'zh-CN': '本办件是版本 {release} 的副本，但这里没有该版本，无法核对哪些内容不能修改。请先导入该版本。',
    causes: 'The copy was brought to another server without the measure that it was made from.',
  },
} as const;

/** A code of this room. */
export type OverlayCode = keyof typeof table;

/** Makes the errors and problems of this room. */
export const raise: Raise<OverlayCode> = defineErrors(table);
