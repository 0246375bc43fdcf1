/** The times of scenarios: `YYYY-MM-DDTHH:MM` in the calendar's offset, and ISO 8601 durations. */
import { instantAfter, instantOf } from '../core/iso-time.ts';

/** The instant of a local time. */
export function scenarioInstant(text: string, offsetMinutes: number): number {
  const instant = instantOf(text, offsetMinutes);
  if (instant === undefined) throw new Error(`“${text}” is no time; write for instance 2026-03-02T09:00.`);
  return instant;
}

/** The instant a duration later. */
export function laterBy(instant: number, duration: string, offsetMinutes: number): number {
  const later = instantAfter(instant, duration, offsetMinutes);
  if (later === undefined) throw new Error(`“${duration}” is no duration; write for instance P1D or PT2H.`);
  return later;
}
