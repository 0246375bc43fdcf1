/** Exact decimals as text: reading, one way of writing, comparing. No arithmetic; FEEL does that. */
import { type Json, type WireDecimal, wireNumber, wireTag } from '@tongban/model';
import { FORM_LIMITS } from './form-limits.ts';

const PLAIN = /^(-?)0*(\d+)(?:\.(\d*))?$/;
const SCIENTIFIC = /^(-?)(\d)(?:\.(\d+))?e([+-])(\d{1,3})$/;

/** The decimal text of a wire number in its one way of writing, or undefined when it is no number we keep. */
export function decimalText(value: Json | undefined): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? canonicalDecimal(unscientific(String(value))) : undefined;
  if (wireTag(value) !== '$decimal') return undefined;
  const text = (value as WireDecimal).$decimal;
  return text.length > 200 ? undefined : canonicalDecimal(text);
}

/** `-007.50` as `-7.5`; undefined when `text` is no plain decimal or has more digits than are kept. */
export function canonicalDecimal(text: string): string | undefined {
  const match = PLAIN.exec(text);
  if (match === null) return undefined;
  const whole = match[2] as string;
  const fraction = trimZeros(match[3] ?? '');
  if ((whole === '0' ? 0 : whole.length) + fraction.length > FORM_LIMITS.digits) return undefined;
  const digits = fraction === '' ? whole : `${whole}.${fraction}`;
  return digits === '0' ? '0' : `${match[1]}${digits}`;
}

/** The wire form of canonical decimal text. */
export function wireOfDecimal(text: string): number | WireDecimal {
  return wireNumber(text);
}

/** How many digits stand after the point. */
export function decimalsOf(text: string): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

/** Negative, zero or positive as canonical `a` is less than, equal to or greater than canonical `b`. */
export function compareDecimals(a: string, b: string): number {
  const aNegative = a.startsWith('-');
  if (aNegative !== b.startsWith('-')) return aNegative ? -1 : 1;
  return aNegative ? compareDigits(b.slice(1), a.slice(1)) : compareDigits(a, b);
}

function compareDigits(a: string, b: string): number {
  const [aWhole = '', aFraction = ''] = a.split('.');
  const [bWhole = '', bFraction = ''] = b.split('.');
  if (aWhole.length !== bWhole.length) return aWhole.length - bWhole.length;
  if (aWhole !== bWhole) return aWhole < bWhole ? -1 : 1;
  return aFraction === bFraction ? 0 : aFraction < bFraction ? -1 : 1;
}

function trimZeros(fraction: string): string {
  let end = fraction.length;
  while (end > 0 && fraction.charCodeAt(end - 1) === 48) end--;
  return fraction.slice(0, end);
}

/** JavaScript's `1.5e+21` written out; other text as it is. */
function unscientific(text: string): string {
  const match = SCIENTIFIC.exec(text);
  if (match === null) return text;
  const [, sign = '', first = '', rest = '', direction, exponentText = '0'] = match;
  const exponent = Number(exponentText);
  if (direction === '-') return `${sign}0.${'0'.repeat(exponent - 1)}${first}${rest}`;
  return `${sign}${first}${rest.padEnd(exponent, '0').slice(0, exponent)}${rest.length > exponent ? `.${rest.slice(exponent)}` : ''}`;
}
