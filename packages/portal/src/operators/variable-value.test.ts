import { describe, expect, it } from 'vitest';
import { kindOf, shownValue, typedValue } from './variable-value.ts';

describe('values of variables', () => {
  it.each([
    ['text', '王一', '王一'],
    ['number', 450, '450'],
    ['number', { $decimal: '0.5' }, '0.5'],
    ['yesNo', false, 'false'],
    ['day', { $date: '2026-11-23' }, '2026-11-23'],
    ['structured', ['a', 1], '[\n  "a",\n  1\n]'],
    ['structured', null, 'null'],
  ] as const)('are shown and typed as %s', (kind, value, text) => {
    expect(kindOf(value)).toBe(kind);
    expect(shownValue(value)).toBe(text);
    expect(typedValue(kind, text)).toEqual(value);
  });

  it.each([
    ['number', '12a'],
    ['yesNo', ''],
    ['day', '下周一'],
    ['structured', '{'],
  ] as const)('that are no %s are not taken', (kind, text) => {
    expect(typedValue(kind, text)).toBeUndefined();
  });
});
