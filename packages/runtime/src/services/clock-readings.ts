/** Clocks as people see them now. */
import { readClock } from '@tongban/calendar';
import type { CaseClockReading, Clock, ClockReading } from '@tongban/model';
import type { CaseState } from '../core/state.ts';
import type { LiveCase } from '../engine/live-case.ts';
import type { ReadyRelease } from '../engine/ready-release.ts';

/** The reading of a clock; undefined when the release has no such limit. */
export function readingOf(ready: ReadyRelease, clock: Clock | undefined, now: number): ClockReading | undefined {
  const limit = clock && ready.release.manifest.limits.find(({ id }) => id === clock.limitId);
  return limit && readClock(limit, ready.release.calendar, clock, now);
}

/** The readings of all clocks of a case: those that run, and of each limit the one that stopped last. */
export function clockReadings(ready: ReadyRelease, { clocks = [] }: CaseState, now: number): readonly CaseClockReading[] {
  return clocks.flatMap((clock) => {
    const reading = readingOf(ready, clock, now);
    if (reading === undefined) return [];
    const { id: clockId, node, startedAt, stoppedAt } = clock;
    const nodeId = ready.prepared.nodes[node]?.id ?? '';
    return [{ ...reading, clockId, nodeId, startedAt, ...(stoppedAt === undefined ? {} : { stoppedAt }) }];
  });
}

/** The readings of the clocks that run in a case. */
export function runningClocks(live: LiveCase, now: number): readonly ClockReading[] {
  const running = (live.state.clocks ?? []).filter((clock) => clock.stoppedAt === undefined);
  return running.flatMap((clock) => readingOf(live.ready, clock, now) ?? []);
}
