/** Clocks of a case as rows keep them, and the plan of the light that they show together. */
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

/** The facts of `clocks`. The light is the worst of theirs at every moment (CK13). With `fixed`, it stays as it is at `now`. */
export function clockFacts(ready: ReadyRelease, clocks: readonly KeptClock[], now: number, fixed = false): ClockFacts {
  if (clocks.length === 0) return NONE;
  const planned = clocks.flatMap((clock) => {
    const plan = planOf(ready, clock, now);
    return plan === undefined ? [] : [{ clock, plan }];
  });
  if (planned.length === 0) return NONE;
  const plan = worstOf(
    planned.map((one) => one.plan),
    now,
  );
  const light: LightPlan = fixed ? { ...plan, fixed: lightAt(plan, now) } : plan;
  return { light, clocks: planned.map(({ clock }) => clock) };
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

// Of clocks that run, whichever turns first; one that stands still or has stopped adds the light that it keeps.
function worstOf(plans: readonly LightPlan[], now: number): LightPlan {
  const [first, ...others] = [...plans].sort((a, b) => RANK[a.fixed ?? 'green'] - RANK[b.fixed ?? 'green']) as [LightPlan, ...LightPlan[]];
  if (others.length === 0 || first.fixed === 'red') return first;
  const running = plans.filter(({ fixed }) => fixed === undefined);
  if (running.length === 0) return first;
  const redAt = Math.min(...running.map((plan) => plan.redAt));
  return { yellowAt: first.fixed === 'yellow' ? Math.min(now, redAt) : Math.min(...running.map(({ yellowAt }) => yellowAt)), redAt };
}
