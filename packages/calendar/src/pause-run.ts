/** The union of a clock's pauses: overlapping pauses stand still once (CAL9). */
import type { Limit, Pause } from '@tongban/model';

/** A stretch in which a clock stands still, `from` inclusive, `to` exclusive; `Infinity` while it lasts. Runs never touch. */
export interface PauseRun {
  readonly from: number;
  readonly to: number;
}

/**
 * The runs of those pauses that stop this limit, in order, none before `startedAt`. A pause that lasts goes to its planned end, else to
 * `lastsUntil`; one that begins only after that is left out.
 */
export function pauseRuns(
  limit: Limit,
  pauses: readonly Pause[],
  startedAt: number,
  lastsUntil: number = Number.POSITIVE_INFINITY,
): readonly PauseRun[] {
  const stops = (pause: Pause): boolean => limit.pauses?.includes(pause.reason) ?? false;
  const stretches = pauses
    .filter(stops)
    .map(({ from, until = lastsUntil, to = until }) => ({ from: Math.max(from, startedAt), to }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
  const runs: PauseRun[] = [];
  for (const stretch of stretches) {
    const last = runs.at(-1);
    if (last === undefined || stretch.from > last.to) runs.push(stretch);
    else runs[runs.length - 1] = { from: last.from, to: Math.max(last.to, stretch.to) };
  }
  return runs;
}
