/** Clocks of a case as rows keep them, and the light plan of the most urgent one. */
import { lightPlanOf } from '@tongban/calendar';
import type { Clock, Light } from '@tongban/model';
import type { CaseClock } from '../core/state.ts';
import { lightAt } from '../store/query-semantics.ts';
import type { KeptClock, LightPlan } from '../store/store.ts';
import type { ReadyRelease } from './ready-release.ts';

/** What a row says about clocks. */
export interface ClockFacts {
  readonly light?: LightPlan;
  readonly clocks?: readonly KeptClock[];
}

/** The facts of `clocks`, the most urgent first. With `fixed`, the light stays as it is at `now`. */
export function clockFacts(ready: ReadyRelease, clocks: readonly KeptClock[], now: number, fixed = false): ClockFacts {
  if (clocks.length === 0) return NONE;
  const planned = clocks.flatMap((clock) => {
    const plan = planOf(ready, clock, now);
    return plan === undefined ? [] : [{ clock, plan }];
  });
  const sorted = planned.sort((a, b) => urgency(a.plan, now) - urgency(b.plan, now) || a.clock.id - b.clock.id);
  const first = sorted[0];
  if (first === undefined) return NONE;
  const light: LightPlan = fixed ? { ...first.plan, fixed: lightAt(first.plan, now) } : first.plan;
  return { light, clocks: sorted.map(({ clock }) => clock) };
}

/** A clock of the state as a row keeps it. */
export function keptClock({ id, limitId, startedAt, stoppedAt, pauses }: CaseClock): KeptClock {
  return { id, limitId, startedAt, pauses, ...(stoppedAt === undefined ? {} : { stoppedAt }) };
}

// helpers

const NONE: ClockFacts = {};

function planOf(ready: ReadyRelease, clock: Clock, now: number): LightPlan | undefined {
  const limit = ready.release.manifest.limits.find(({ id }) => id === clock.limitId);
  return limit && lightPlanOf(limit, ready.release.calendar, clock, now);
}

const RANK: Readonly<Record<Light, number>> = { red: 0, yellow: 1, green: 2 };

// What is paused or stopped comes after what runs with the same light.
function urgency(plan: LightPlan, now: number): number {
  return RANK[lightAt(plan, now)] * 1e15 + (plan.fixed === undefined ? plan.redAt : 9e14);
}
