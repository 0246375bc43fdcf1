/** Money as officials write it: `1,234.50`, and capital amounts `壹仟贰佰叁拾肆元伍角整`. */
import type { Json } from '@tongban/model';
import { decimalText } from './decimal-text.ts';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿', '万亿', '亿亿'];

/** A wire number as plain text without separators, e.g. `12.5`; empty when it is none. */
export function numberText(value: Json | undefined): string {
  return decimalText(value) ?? '';
}

/** A wire number with separators of thousands and at least `decimals` digits after the point. */
export function moneyText(value: Json | undefined, decimals: number = 2): string {
  const text = decimalText(value);
  if (text === undefined) return '';
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const digits = fraction.padEnd(decimals, '0');
  return `${text.startsWith('-') ? '-' : ''}${grouped}${digits === '' ? '' : `.${digits}`}`;
}

/**
 * The capital amount (大写金额) of a wire number in 元, or in 万元 with `unit`; undefined when it is no amount in 分,
 * negative, or beyond 20 digits.
 */
export function capitalAmount(value: Json | undefined, unit: '元' | '万元' = '元'): string | undefined {
  const text = decimalText(value);
  if (text === undefined || text.startsWith('-')) return undefined;
  const [whole = '', fraction = ''] = unit === '万元' ? shiftFour(text) : text.split('.');
  if (fraction.length > 2 || whole.length > 20) return undefined;
  const yuan = wholeText(whole);
  const jiao = Number(fraction[0] ?? 0);
  const fen = Number(fraction[1] ?? 0);
  if (jiao === 0 && fen === 0) return `${yuan === '' ? '零' : yuan}元整`;
  const head = yuan === '' ? '' : `${yuan}元`;
  const middle = jiao === 0 ? (head === '' ? '' : '零') : `${DIGITS[jiao]}角`;
  return `${head}${middle}${fen === 0 ? '整' : `${DIGITS[fen]}分`}`;
}

/** `12.5` (万元) as the whole and fraction of 元. */
function shiftFour(text: string): readonly [whole: string, fraction: string] {
  const [whole = '', fraction = ''] = text.split('.');
  const shifted = `${whole}${fraction.padEnd(4, '0').slice(0, 4)}`.replace(/^0+(?=\d)/, '');
  return [shifted, fraction.slice(4)];
}

function wholeText(whole: string): string {
  const groups: string[] = [];
  for (let end = whole.length; end > 0; end -= 4) groups.unshift(whole.slice(Math.max(0, end - 4), end));
  let result = '';
  let gap = false;
  groups.forEach((group, index) => {
    const words = groupText(group);
    if (words === '') {
      gap = result !== '';
      return;
    }
    const leadsWithZero = group.startsWith('0') && result !== '';
    result += `${gap || leadsWithZero ? '零' : ''}${words}${GROUPS[groups.length - 1 - index] ?? ''}`;
    gap = false;
  });
  return result;
}

/** Up to four digits in words, inner zeros once, no zero in front. */
function groupText(group: string): string {
  let words = '';
  let zero = false;
  [...group].forEach((digit, index) => {
    if (digit === '0') {
      zero = words !== '';
      return;
    }
    words += `${zero ? '零' : ''}${DIGITS[Number(digit)]}${PLACES[group.length - 1 - index]}`;
    zero = false;
  });
  return words;
}
