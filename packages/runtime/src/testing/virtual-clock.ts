/** A clock that moves only when it is told to. */
import type { WallClock } from '../engine/engine-options.ts';
import type { Schedule } from '../engine/work-loop.ts';

/** Virtual time: `now` for engines, `schedule` for their loops. */
export interface VirtualClock extends WallClock {
  readonly schedule: Schedule;
  /** Moves to an instant, never back; what was scheduled until then runs in order. */
  advanceTo(instant: number): void;
}

/** A clock that shows `start`. */
export function virtualClock(start: number): VirtualClock {
  let present = start;
  const alarms = new Set<{ readonly at: number; readonly run: () => void }>();
  return {
    now: () => present,
    schedule(ms, run) {
      const alarm = { at: present + ms, run };
      alarms.add(alarm);
      return () => alarms.delete(alarm);
    },
    advanceTo(instant) {
      for (;;) {
        const [next] = [...alarms].filter(({ at }) => at <= instant).sort((a, b) => a.at - b.at);
        if (next === undefined) break;
        alarms.delete(next);
        present = Math.max(present, next.at);
        next.run();
      }
      present = Math.max(present, instant);
    },
  };
}

/** Ids that count: `id-1`, `id-2` … */
export function countingIds(prefix = 'id'): () => string {
  let count = 0;
  return () => `${prefix}-${++count}`;
}
