import { expect, test } from 'vitest';
import { dayOf, wireDate, wireNumber, wireTag } from './wire.ts';

test('a tagged value has its tag as its only key, and text in it', () => {
  expect(wireTag({ $date: '2026-11-21' })).toBe('$date');
  for (const plain of [{ $date: '2026-11-21', more: 1 }, { $date: 1 }, { $other: 'x' }, {}, ['$date'], '$date', null, undefined]) {
    expect(wireTag(plain)).toBeUndefined();
  }
});

test('decimal text is a JSON number exactly where it is a safe integer', () => {
  expect(wireNumber('42')).toBe(42);
  expect(wireNumber('-9007199254740991')).toBe(-9007199254740991);
  for (const text of ['9007199254740992', '0.1', '1e3', '12345678901234567']) expect(wireNumber(text)).toEqual({ $decimal: text });
});

test('the day of a wire date, and of nothing else', () => {
  expect(dayOf(wireDate('2026-11-21'))).toBe('2026-11-21');
  for (const other of ['2026-11-21', { $time: '08:00:00' }, null, undefined]) expect(dayOf(other)).toBeUndefined();
});
