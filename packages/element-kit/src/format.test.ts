import { expect, test } from 'vitest';
import { formatAmount, formatBytes, formatDay, formatDuration, formatInstant, formatMoneyWan, formatRemaining } from './format.ts';

test('days and instants, at a fixed offset', () => {
  expect(formatDay('2026-11-21')).toBe('2026年11月21日');
  expect(formatDay('2026-03-05', 'en')).toBe('5 Mar 2026');
  expect(formatDay('soon')).toBe('soon');
  const eveOfNewYear = Date.UTC(2025, 11, 31, 16, 5);
  expect(formatInstant(eveOfNewYear)).toBe('2026年1月1日 00:05');
  expect(formatInstant(eveOfNewYear, 0, 'en')).toBe('31 Dec 2025, 16:05');
  expect(formatInstant(Number.NaN)).toBe('');
});

test('amounts and money are exact, whatever their length', () => {
  expect(formatAmount('12345678901234567890.120')).toBe('12,345,678,901,234,567,890.120');
  expect(formatAmount(-1234.5)).toBe('-1,234.5');
  expect(formatAmount('n/a')).toBe('n/a');
  expect(formatMoneyWan('1234.5')).toBe('1,234.5 万元');
  expect(formatMoneyWan('1234.56789', 'en')).toBe('CNY 12,345,678.9');
  expect(formatMoneyWan('0.00001', 'en')).toBe('CNY 0.1');
  expect(formatMoneyWan(-3, 'en')).toBe('CNY -30,000');
});

test('what is left of a limit', () => {
  expect(formatRemaining(2, 'workingDay')).toBe('剩 2 个工作日');
  expect(formatRemaining(2.7, 'workingDay')).toBe('剩 2 个工作日');
  expect(formatRemaining(0.5, 'workingDay')).toBe('剩不足 1 个工作日');
  expect(formatRemaining(0, 'calendarDay')).toBe('今天到期');
  expect(formatRemaining(0, 'hour', 'en')).toBe('due now');
  expect(formatRemaining(-0.2, 'workingDay')).toBe('已超 1 个工作日');
  expect(formatRemaining(-3, 'workingDay', 'en')).toBe('3 working days overdue');
  expect(formatRemaining(1, 'workingDay', 'en')).toBe('1 working day left');
  expect(formatDuration(15, 'calendarDay')).toBe('15 天');
});

test('bytes', () => {
  expect([formatBytes(12), formatBytes(1536), formatBytes(20 * 1024 * 1024)]).toEqual(['12 B', '1.5 KB', '20 MB']);
});
