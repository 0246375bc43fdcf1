/** Codes with a fixed shape or a check digit: telephone, unified social credit code, identity card, investment project. All linear. */
import { isCalendarDay } from './calendar-day.ts';

/** What is wrong with a code, in both languages; undefined when nothing is. */
export interface CodeFault {
  readonly en: string;
  readonly 'zh-CN': string;
}

const MOBILE = /^(?:\+?86)?1[3-9]\d{9}$/;
const LANDLINE = /^0\d{2,3}-?[1-9]\d{6,7}(?:-\d{1,6})?$/;
const SERVICE = /^[48]00-?\d{3}-?\d{4}$/;

/** A mobile (with or without +86), a landline with area code, or a 400/800 number. */
export function isPhone(text: string): boolean {
  return MOBILE.test(text) || LANDLINE.test(text) || SERVICE.test(text);
}

const USCC_SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** What is wrong with a unified social credit code by GB 32100-2015. */
export function usccFault(text: string): CodeFault | undefined {
  if (text.length !== 18) return { en: `it has ${text.length} characters instead of 18`, 'zh-CN': `应为 18 位，现为 ${text.length} 位` };
  let sum = 0;
  for (let index = 0; index < 18; index++) {
    const value = USCC_SIGNS.indexOf(text[index] as string);
    if (value < 0) return { en: `“${text[index]}” is not used in it`, 'zh-CN': `不能含有“${text[index]}”` };
    if (index < 17) sum += value * (USCC_WEIGHTS[index] as number);
  }
  return USCC_SIGNS[(31 - (sum % 31)) % 31] === text[17] ? undefined : CHECK_DIGIT;
}

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** What is wrong with an identity card number by GB 11643-1999. */
export function idNumberFault(text: string): CodeFault | undefined {
  if (text.length !== 18) return { en: `it has ${text.length} characters instead of 18`, 'zh-CN': `应为 18 位，现为 ${text.length} 位` };
  if (!/^[1-9]\d{16}[\dX]$/.test(text)) return { en: 'only digits and a final X are used in it', 'zh-CN': '只能由数字和末位的 X 组成' };
  const birth = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  if (!isCalendarDay(birth) || birth < '1850') return { en: 'the birth date in it does not exist', 'zh-CN': '其中的出生日期不存在' };
  const sum = ID_WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return '10X98765432'[sum % 11] === text[17] ? undefined : CHECK_DIGIT;
}

/** The check character that completes the first 17 of a unified social credit code. */
export function usccCheck(first17: string): string {
  const sum = [...first17].reduce((total, sign, index) => total + USCC_SIGNS.indexOf(sign) * (USCC_WEIGHTS[index] ?? 0), 0);
  return USCC_SIGNS[(31 - (sum % 31)) % 31] as string;
}

/** The check character that completes the first 17 of an identity card number. */
export function idNumberCheck(first17: string): string {
  return '10X98765432'[ID_WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index]), 0) % 11] as string;
}

/** The code of an investment project: `2305-622927-04-01-123456`. */
export function isProjectCode(text: string): boolean {
  return /^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}$/.test(text);
}

const CHECK_DIGIT: CodeFault = {
  en: 'its check digit does not fit, so a character is wrong',
  'zh-CN': '校验码不符，请检查是否有输错的字符',
};
