/** The codes of faults at evaluation. */
import { defineErrors, type Raise } from '@tongban/model';

const table = {
  FEEL_NAME_UNKNOWN: {
    en: 'There is no “{name}” here; its value counts as null. Correct the name.',
    'zh-CN': '此处没有“{name}”，按空值处理。请更正名称。',
  },
  FEEL_FUNCTION_UNKNOWN: {
    en: 'There is no function “{name}”. Correct the name.',
    'zh-CN': '没有名为“{name}”的函数。请更正名称。',
  },
  FEEL_OPERANDS: {
    en: '“{op}” does not work on {left} and {right}. Convert one of them first.',
    'zh-CN': '运算符“{op}”不能用于 {left} 与 {right}。请先转换类型。',
    causes: 'A text where a number was meant: "5" instead of 5; a date given as text.',
  },
  FEEL_NOT_A_NUMBER: {
    en: 'The result of “{op}” is not a number that can be represented. Check for a division by zero or a very large value.',
    'zh-CN': '“{op}”的结果无法表示为数字。请检查是否除以零或数值过大。',
  },
  FEEL_ARGUMENTS: {
    en: 'The function “{name}” does not take these arguments: {given}. It takes {takes}.',
    'zh-CN': '函数“{name}”不接受这些参数：{given}。应为：{takes}。',
  },
  FEEL_ARGUMENT_VALUE: {
    en: 'The function “{name}” has no result for these values. Check the arguments.',
    'zh-CN': '函数“{name}”对这些值没有结果。请检查参数。',
    causes: 'A date that does not exist, a text that is no number, a position outside of the list.',
  },
  FEEL_CONDITION: {
    en: 'The condition is {kind}, not true or false. Compare it with something.',
    'zh-CN': '条件的结果是 {kind}，不是真或假。请写成比较式。',
  },
  FEEL_NOT_ITERABLE: {
    en: 'A {kind} cannot be gone through. Give a list or a range of numbers.',
    'zh-CN': '{kind} 不能逐项遍历。请给出列表或数字区间。',
  },
  FEEL_NO_ENTRY: {
    en: 'A {kind} has no “{name}”. Correct the name.',
    'zh-CN': '{kind} 没有“{name}”。请更正名称。',
  },
  FEEL_LITERAL: {
    en: '“{text}” is no date, time or duration. Write it like 2026-11-21, 08:30:00 or P3D.',
    'zh-CN': '“{text}”不是日期、时间或时长。请写成 2026-11-21、08:30:00 或 P3D 这样的形式。',
  },
  FEEL_LIMIT: {
    en: 'The expression does too much (limit: {limit}). Simplify it or give it less data.',
    'zh-CN': '表达式的计算量过大（限制：{limit}）。请简化表达式或减少数据。',
    kind: 'tooLarge',
  },
  FEEL_RESULT: {
    en: 'The result is a {kind}, which cannot be stored. Return plain data.',
    'zh-CN': '结果是 {kind}，无法保存。请返回普通数据。',
  },
} as const;

/** The faults in words; an evaluation gives codes and facts only. */
export const feelErrors: Raise<keyof typeof table> = defineErrors(table);

/** The code of a fault of this package. */
export type FeelErrorCode = keyof typeof table;
