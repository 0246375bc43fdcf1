import { describe, expect, test } from 'vitest';
import { chineseDay, dayFromNumber, dayOn, isCalendarDay } from './calendar-day.ts';
import { changesBetween } from './changes-between.ts';
import { idNumberFault, isPhone, isProjectCode, usccFault } from './code-checks.ts';
import { canonicalDecimal, compareDecimals, decimalText } from './decimal-text.ts';
import { emptyValues } from './empty-values.ts';
import { application } from './forms.fixture.ts';
import { capitalAmount, moneyText, numberText } from './money-text.ts';
import { parseNumberText } from './parse-number-text.ts';
import { sampleValues } from './sample-values.ts';
import { parsePath } from './value-path.ts';

describe('codes', () => {
  test('FC1 unified social credit codes by GB 32100', () => {
    // The worked example of the standard's annex, and one with letters at its end.
    expect(usccFault('91350100M000100Y43')).toBeUndefined();
    expect(usccFault('9144030071526726XG')).toBeUndefined();
    expect(usccFault('91350100M000100Y44')?.['zh-CN']).toContain('校验码');
    expect(usccFault('91350100M000100I43')?.['zh-CN']).toBe('不能含有“I”');
    expect(usccFault('1')?.['zh-CN']).toBe('应为 18 位，现为 1 位');
  });

  test('FC2 identity card numbers by GB 11643', () => {
    expect(idNumberFault('11010519491231002X')).toBeUndefined();
    expect(idNumberFault('440524188001010014')).toBeUndefined();
    expect(idNumberFault('110105194912310021')?.en).toContain('check digit');
    expect(idNumberFault('11010519490231002X')?.['zh-CN']).toContain('出生日期');
    expect(idNumberFault('1101051949123100X2')?.['zh-CN']).toContain('数字');
  });

  test('FC3 telephones and project codes', () => {
    for (const good of ['13893012345', '+8613893012345', '0930-7721234', '02088888888', '010-66555555-8001', '400-123-4567'])
      expect(isPhone(good)).toBe(true);
    for (const bad of ['1389301234', '12893012345', '7721234', '110', 'abc']) expect(isPhone(bad)).toBe(false);
    expect(isProjectCode('2305-622927-04-01-123456')).toBe(true);
    expect(isProjectCode('2305-622927-04-01-12345x')).toBe(false);
  });
});

describe('numbers and days', () => {
  test('FC4 decimals have one way of writing, and compare exactly', () => {
    expect(['007.50', '-0.0', '.5', '5.', '1e5', '', 'x', '1'.repeat(35)].map(canonicalDecimal)).toEqual([
      '7.5',
      '0',
      undefined,
      '5',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect([1e21, 1.5e-7, 0.1, Number.NaN, { $decimal: '12.30' }, '3'].map((value) => decimalText(value))).toEqual([
      '1000000000000000000000',
      '0.00000015',
      '0.1',
      undefined,
      '12.3',
      undefined,
    ]);
    const sorted = ['-10.5', '-9', '-0.1', '0', '0.09', '0.1', '2', '10', '10.01'];
    for (const [index, low] of sorted.entries()) {
      for (const [other, high] of sorted.entries()) expect(Math.sign(compareDecimals(low, high))).toBe(Math.sign(index - other));
    }
  });

  test('FC5 numbers are read as people type them', () => {
    expect(
      ['12.5', '1,234,567.80', '１２．５', ' 1 200 ', '+3', '-.5', '−7', '', '12,5', 'abc', '.', '1.2.3', '-'].map(parseNumberText),
    ).toEqual([
      { $decimal: '12.5' },
      { $decimal: '1234567.8' },
      { $decimal: '12.5' },
      1200,
      3,
      { $decimal: '-0.5' },
      -7,
      null,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('FC6 money in figures and in capitals', () => {
    expect([moneyText({ $decimal: '-1234567.5' }), moneyText(12, 0), moneyText('x'), numberText({ $decimal: '1.50' })]).toEqual([
      '-1,234,567.50',
      '12',
      '',
      '1.5',
    ]);
    const cases = {
      '0': '零元整',
      '0.5': '伍角整',
      '0.05': '伍分',
      '10': '壹拾元整',
      '1234.56': '壹仟贰佰叁拾肆元伍角陆分',
      '1001.05': '壹仟零壹元零伍分',
      '100000': '壹拾万元整',
      '120500': '壹拾贰万零伍佰元整',
      '100000001': '壹亿零壹元整',
      '10203000': '壹仟零贰拾万叁仟元整',
    };
    for (const [figures, words] of Object.entries(cases)) expect(capitalAmount({ $decimal: figures })).toBe(words);
    expect(capitalAmount({ $decimal: '1200.5' }, '万元')).toBe('壹仟贰佰万伍仟元整');
    expect([capitalAmount({ $decimal: '0.001' }), capitalAmount(-1), capitalAmount('x')]).toEqual([undefined, undefined, undefined]);
  });

  test('FC7 days of the calendar', () => {
    expect(['2024-02-29', '2026-02-29', '1900-02-29', '2026-13-01', '2026-1-1'].map(isCalendarDay)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
    expect([dayFromNumber(0), dayFromNumber(-1), dayFromNumber(20_778), dayFromNumber(11_016)]).toEqual([
      '1970-01-01',
      '1969-12-31',
      '2026-11-21',
      '2000-02-29',
    ]);
    expect(dayOn({ now: Date.UTC(2026, 10, 21, 16), offsetMinutes: 480 })).toBe('2026-11-22');
    expect(chineseDay('2026-01-05')).toBe('2026年1月5日');
  });
});

describe('around values', () => {
  test('FC8 changes are told by path, rows by their id', () => {
    const before = {
      projectName: 'a',
      contacts: [
        { rowId: 'r1', name: 'x' },
        { rowId: 'r2', name: 'y' },
      ],
    };
    const after = {
      projectName: 'a',
      phone: '1',
      contacts: [
        { rowId: 'r3', name: 'z' },
        { rowId: 'r1', name: 'X' },
      ],
    };
    expect(changesBetween(before, after, application)).toEqual([
      { path: 'phone', before: null, after: '1' },
      { path: 'contacts[0]', before: null, after: { rowId: 'r3', name: 'z' } },
      { path: 'contacts[1].name', before: 'x', after: 'X' },
      { path: 'contacts[1]', before: { rowId: 'r2', name: 'y' }, after: null },
    ]);
    expect(changesBetween(after, after, application)).toEqual([]);
  });

  test('FC9 an empty form has the rows it needs; samples are the same for the same seed', () => {
    expect(emptyValues(application)).toEqual({ contacts: [{ rowId: 'r1' }, { rowId: 'r2' }] });
    expect(sampleValues(application, 3)).toEqual(sampleValues(application, 3));
    expect(sampleValues(application, 3)).not.toEqual(sampleValues(application, 4));
  });

  test('FC10 paths', () => {
    expect([parsePath('a'), parsePath('a[2]'), parsePath('a[2].b'), parsePath('a.b'), parsePath('')]).toEqual([
      { key: 'a' },
      { key: 'a', row: 2 },
      { key: 'a', row: 2, column: 'b' },
      undefined,
      undefined,
    ]);
  });
});
