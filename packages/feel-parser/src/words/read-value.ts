/** One value as people write it, as a FEEL literal: 500万, 2026年1月1日, 10天, 是, the label of a choice, or else a text. */
import type { CellKind } from './cell-kind.ts';

/** How sure a reader must be. */
export interface ValueKind extends CellKind {
  /** Only what is clearly a value of the column; a text counts only in quotes or as a choice. */
  readonly exact?: boolean | undefined;
}

const NUMBER = /^([+-]?)(\d+)(?:\.(\d+))?(万|亿)?$/;
const DAY = /^(\d{4})\s*(?:年|-|\/|\.)\s*(\d{1,2})\s*(?:月|-|\/|\.)\s*(\d{1,2})\s*日?$/;
const DURATION = /^(\d+)\s*(年|个月|日|天|小时|分钟|years?|months?|days?|hours?|minutes?)$/i;
const LETTERS: Readonly<Record<string, string>> = {
  年: 'Y',
  个月: 'M',
  日: 'D',
  天: 'D',
  小时: 'H',
  分钟: 'M',
  year: 'Y',
  month: 'M',
  day: 'D',
  hour: 'H',
  minute: 'M',
};
const YES = /^(是|真|true|yes)$/i;
const NO = /^(否|假|false|no)$/i;
const EMPTY = /^(为?空|无|未填写?|null|empty)$/i;
const QUOTED = /^(?:“([^”]*)”|"((?:[^"\\]|\\.)*)")$/;
const FEEL_LIKE = /^[\w.]+\s*\(|["[\]{}]|^(if|for|some|every|function)\b/;

/** The FEEL literal for `words`; undefined when it is none, or not surely one. */
export function readValue(words: string, kind: ValueKind): string | undefined {
  const text = halfWidth(words.trim());
  const choice = kind.choices?.find(({ label, value }) => label === words.trim() || value === words.trim());
  if (choice !== undefined) return quote(choice.value);
  const type = kind.type?.name;
  const quoted = QUOTED.exec(words.trim());
  if (quoted !== null) return quoted[2] === undefined ? quote(quoted[1] ?? '') : words.trim();
  if (type !== 'string') {
    const measured = numberOf(text) ?? dayOf(text) ?? durationOf(text);
    if (measured !== undefined) return measured;
    if (type === undefined || type === 'boolean' || type === 'Any') {
      if (YES.test(text)) return 'true';
      if (NO.test(text)) return 'false';
    }
  }
  if (EMPTY.test(text)) return 'null';
  if (kind.exact === true || FEEL_LIKE.test(text) || (type !== undefined && type !== 'string' && type !== 'Any')) return undefined;
  return text === '' ? undefined : quote(words.trim());
}

function numberOf(text: string): string | undefined {
  const match = NUMBER.exec(text);
  if (match === null) return undefined;
  const [, sign = '', whole = '', fraction = '', unit] = match;
  const shift = unit === '万' ? 4 : unit === '亿' ? 8 : 0;
  const minus = sign === '-' ? '-' : '';
  if (shift === 0) return `${minus}${whole}${fraction === '' ? '' : `.${fraction}`}`;
  const digits = whole + fraction.slice(0, shift).padEnd(shift, '0');
  const rest = fraction.slice(shift);
  return `${minus}${digits.replace(/^0+(?=\d)/, '')}${rest === '' ? '' : `.${rest}`}`;
}

function dayOf(text: string): string | undefined {
  const [, year, month = '', day = ''] = DAY.exec(text) ?? [];
  return year === undefined ? undefined : `date("${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}")`;
}

function durationOf(text: string): string | undefined {
  const [, count, unit = ''] = DURATION.exec(text) ?? [];
  const name = unit.toLowerCase().replace(/s$/, '');
  return count === undefined ? undefined : `duration("P${/小时|分钟|hour|minute/.test(name) ? 'T' : ''}${count}${LETTERS[name]}")`;
}

function quote(text: string): string {
  return `"${text.replace(/[\\"]/g, (sign) => `\\${sign}`)}"`;
}

// full-width digits and signs as typed with a Chinese input method
function halfWidth(text: string): string {
  return text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}
