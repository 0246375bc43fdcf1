/** Short ways to write moments, limits and clocks in tests. */
import type { Clock, Limit, LimitUnit, Pause } from '@tongban/model';
import { china2026, dayAt, endOfDay } from '../index.ts';

/** The instant of `2026-03-06 15:00` in China. */
export function at(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
}

/** A limit of `amount` units that stops for the reason `correction`. */
export function limitOf(amount: number, unit: LimitUnit, more: Partial<Limit> = {}): Limit {
  return { id: 'limit', name: { 'zh-CN': '时限' }, amount, unit, pauses: ['correction', 'publicity'], ...more };
}

/** A pause for `correction`. */
export function pause(from: string, to?: string): Pause {
  return { reason: 'correction', from: at(from), ...(to === undefined ? {} : { to: at(to) }) };
}

/** A clock that started at a moment. */
export function clockOf(startedAt: string, more: Partial<Clock> = {}): Clock {
  return { limitId: 'limit', startedAt: at(startedAt), pauses: [], ...more };
}

/** The day of an instant in China. */
export function dayOf(instant: number): string {
  return dayAt(instant, 480);
}

/** The last millisecond of a day in China. */
export function endOf(day: string): number {
  return endOfDay(china2026, day);
}
