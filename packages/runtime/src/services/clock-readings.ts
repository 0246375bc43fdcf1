/** Clocks as people see them now. */
import { readClock } from '@tongban/calendar';
import type { Clock, ClockReading } from '@tongban/model';
import type { LiveCase } from '../engine/live-case.ts';
import type { ReadyRelease } from '../engine/ready-release.ts';

/** The reading of a clock; undefined when the release has no such limit. */
export function readingOf(ready: ReadyRelease, clock: Clock | undefined, now: number): ClockReading | undefined {
  const limit = clock && ready.release.manifest.limits.find(({ id }) => id === clock.limitId);
  return limit && readClock(limit, ready.release.calendar, clock, now);
}

/** The readings of the clocks that run in a case. */
export function runningClocks(live: LiveCase, now: number): readonly ClockReading[] {
  const running = (live.state.clocks ?? []).filter((clock) => clock.stoppedAt === undefined);
  return running.flatMap((clock) => readingOf(live.ready, clock, now) ?? []);
}
