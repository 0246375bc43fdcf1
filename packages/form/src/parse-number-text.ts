/** A number as people type it, exactly: `1,234.50`, `１２．５`, `-3`. */
import type { WireDecimal } from '@tongban/model';
import { canonicalDecimal, wireOfDecimal } from './decimal-text.ts';

/**
 * The number typed, `null` when nothing was typed, undefined when it is no number.
 * Full-width digits and signs, spaces and separators of thousands are understood.
 */
export function parseNumberText(text: string): number | WireDecimal | null | undefined {
  if (text.length > 200) return undefined;
  const plain = halfWidth(text).replace(/[\s\u3000]/g, '');
  if (plain === '') return null;
  const grouped = /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(plain) ? plain.replaceAll(',', '') : plain;
  const unsigned = grouped.startsWith('+') ? grouped.slice(1) : grouped;
  const decimal = canonicalDecimal(/^-?\./.test(unsigned) ? unsigned.replace('.', '0.') : unsigned);
  return decimal === undefined || !/\d/.test(unsigned) ? undefined : wireOfDecimal(decimal);
}

function halfWidth(text: string): string {
  return text.replace(/[\uff0b-\uff19]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/[−–]/g, '-');
}
