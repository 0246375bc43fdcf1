/** Clocks as people see them now. */
import { readClock } from '@tongban/calendar';
import type { CaseClockReading, Clock, ClockReading, Light, MovedClock } from '@tongban/model';
import type { CaseState } from '../core/state.ts';
import type { LiveCase } from '../engine/live-case.ts';
import type { ReadyRelease } from '../engine/ready-release.ts';

/** The reading of a clock; undefined when the release has no such limit. */
export function readingOf(ready: ReadyRelease, clock: Clock, now: number): ClockReading | undefined {
  const limit = ready.release.manifest.limits.find(({ id }) => id === clock.limitId);
  return limit && readClock(limit, ready.release.calendar, clock, now);
}

/** What the most urgent of these clocks shows: the worst light, of those whichever is due first; what stands still or has stopped comes last. */
export function mostUrgent(ready: ReadyRelease, clocks: readonly Clock[] = [], now: number): ClockReading | undefined {
  const readings = clocks.flatMap((clock) => readingOf(ready, clock, now) ?? []);
  return readings.sort((a, b) => urgency(a) - urgency(b) || a.dueAt - b.dueAt)[0];
}

/** A clock before and after a change. */
export function movedClock(clockId: number, before: ClockReading, after: ClockReading): MovedClock {
  return { clockId, before, after, movedDays: (after.dueAt - before.dueAt) / DAY_MS };
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

// helpers

const DAY_MS = 86_400_000;

const RANK: Readonly<Record<Light, number>> = { red: 0, yellow: 2, green: 4 };

function urgency({ light, paused, stopped }: ClockReading): number {
  return RANK[light] + (paused || stopped ? 1 : 0);
}
