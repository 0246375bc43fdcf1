/** Functions on texts (DMN 1.5, 10.3.4.3). Positions and lengths count characters, not UTF-16 units. */
import type { FeelNumber } from '../decimal.ts';
import { Pattern } from '../pattern.ts';
import { LimitReached, RUN_LIMITS, type Run } from '../run.ts';
import { textOf } from '../text.ts';
import type { FeelValue } from '../value.ts';
import { type Family, overload } from './built-in.ts';

export const textFunctions: Family = {
  substring: [
    overload('string: string, start position: number, length?: number', (text: string, start: FeelNumber, length?: FeelNumber) => {
      const characters = [...text];
      if (typeof start !== 'number' || start === 0) return undefined;
      if (length !== undefined && (typeof length !== 'number' || length < 1)) return undefined;
      const from = start > 0 ? start - 1 : characters.length + start;
      if (from < 0 || from >= characters.length) return start > 0 ? '' : undefined;
      return characters.slice(from, length === undefined ? undefined : from + length).join('');
    }),
  ],
  'string length': [overload('string: string', (text: string) => [...text].length)],
  'upper case': [overload('string: string', (text: string) => text.toUpperCase())],
  'lower case': [overload('string: string', (text: string) => text.toLowerCase())],
  'substring before': [
    overload('string: string, match: string', (text: string, match: string) => text.slice(0, Math.max(0, text.indexOf(match)))),
  ],
  'substring after': [
    overload('string: string, match: string', (text: string, match: string) => {
      const at = text.indexOf(match);
      return at < 0 ? '' : text.slice(at + match.length);
    }),
  ],
  contains: [overload('string: string, match: string', (text: string, match: string) => text.includes(match))],
  'starts with': [overload('string: string, match: string', (text: string, match: string) => text.startsWith(match))],
  'ends with': [overload('string: string, match: string', (text: string, match: string) => text.endsWith(match))],
  trim: [overload('string: string', (text: string) => text.trim())],
  matches: [
    overload('input: string, pattern: string, flags?: string', (text: string, pattern: string, flags: string | undefined, run: Run) =>
      Pattern.parse(pattern, flags)?.test(text, run),
    ),
  ],
  replace: [
    overload(
      'input: string, pattern: string, replacement: string, flags?: string',
      (text: string, pattern: string, replacement: string, flags: string | undefined, run: Run) =>
        Pattern.parse(pattern, flags)?.replace(text, replacement, run),
    ),
  ],
  split: [
    overload('string: string, delimiter: string', (text: string, delimiter: string, run: Run) =>
      Pattern.parse(delimiter)?.split(text, run),
    ),
  ],
  'string join': [
    overload(
      'list: list, delimiter?: string, prefix?: string, suffix?: string',
      (list: readonly FeelValue[], delimiter = '', prefix = '', suffix = '') => {
        const texts = list.filter((item) => item !== null);
        if (!texts.every((item) => typeof item === 'string')) return undefined;
        return prefix + joined(texts, delimiter) + suffix;
      },
    ),
  ],
  string: [overload('from: any', (value: FeelValue) => (value === null ? null : textOf(value)))],
};

function joined(texts: readonly string[], delimiter: string): string {
  const length = texts.reduce((sum, text) => sum + text.length + delimiter.length, 0);
  if (length > RUN_LIMITS.textLength) throw new LimitReached('textLength');
  return texts.join(delimiter);
}
