/** Days as people in China count them, and the instants at which they begin and end. */
import { CHINA_OFFSET_MINUTES } from '@tongban/element-kit';
import { addDays, dayAt } from '@tongban/filing-form';

/** The day, `2026-12-01`, that an instant falls into. */
export function dayOf(instant: number): string {
  return dayAt(instant, CHINA_OFFSET_MINUTES);
}

/** Today. */
export function today(): string {
  return dayOf(Date.now());
}

/** The instant at which a day begins. */
export function startOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) - CHINA_OFFSET_MINUTES * 60_000;
}

/** The last instant of a day. */
export function endOfDay(day: string): number {
  return startOfDay(addDays(day, 1)) - 1;
}
