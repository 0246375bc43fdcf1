/** Why the clocks of a case stand still now, since when, and until when where that is planned. */
import type { LastingPause, Pause } from '@tongban/model';
import { BY_COMMAND } from '../core/holds.ts';
import type { LiveCase } from '../engine/live-case.ts';
import { pauseName } from './words.ts';

/** The pauses of a case that last. Holds say why, pauses of clocks since when; a correction or a suspension holds no reason and shows in the clocks alone. */
export function lastingPauses({ state, ready }: LiveCase): readonly LastingPause[] {
  const holds = state.holds ?? [];
  const open = (state.clocks ?? []).flatMap((clock) => (clock.stoppedAt === undefined ? clock.pauses.filter(lasts) : []));
  const reasons = [...new Set([...holds, ...open].map(({ reason }) => reason))];
  return reasons.map((reason) => {
    const starts = open.filter((pause) => pause.reason === reason).map(({ from }) => from);
    const held = holds.find((hold) => hold.reason === reason && hold.owner === BY_COMMAND);
    return {
      ...{ reason, name: pauseName(ready, reason), byCommand: held !== undefined },
      ...(starts.length === 0 ? {} : { since: Math.min(...starts) }),
      ...(held?.plan === undefined ? {} : { until: held.plan.until }),
    };
  });
}

/** Whether a pause lasts. */
export function lasts({ to }: Pause): boolean {
  return to === undefined;
}
