/** What a token or scope instance holds goes with it: its timers, subscriptions and jobs are closed, its clocks stop. */
import type { Run } from './run.ts';
import type { SubscriptionState, TimerState } from './state.ts';

/** Lets go of everything that `owner` holds. */
export function release(run: Run, owner: number): void {
  const { timers, subscriptions, jobs, clocks, incidents, holds } = run.draft;
  if ((timers ?? subscriptions ?? jobs ?? clocks ?? incidents ?? holds) !== undefined) releaseAll(run, (id) => id === owner);
}

/** Lets go of everything that the owners hold. */
export function releaseAll(run: Run, isOwner: (id: number) => boolean): void {
  releaseTriggers(run, ({ owner }) => isOwner(owner));
  for (const { id } of run.takeFrom('jobs', ({ token }) => isOwner(token))) {
    run.order({ kind: 'closeJob', jobId: id, how: 'cancelled' });
  }
  run.takeFrom('incidents', ({ token }) => isOwner(token));
  if (run.draft.clocks !== undefined || run.draft.holds !== undefined) run.part('time').letGo(run, isOwner);
}

/** Closes these timers and subscriptions. */
export function releaseTriggers(run: Run, goes: (armed: TimerState | SubscriptionState) => boolean): void {
  for (const timer of run.takeFrom('timers', goes)) {
    if (timer.dueAt !== undefined) run.order({ kind: 'closeTimer', timerId: timer.id });
  }
  for (const { id, node, which } of run.takeFrom('subscriptions', goes)) {
    // Conditions are asked here: the shell keeps no row for them.
    if (run.node(node).triggers[which ?? 0]?.event.kind !== 'conditional') run.order({ kind: 'closeSubscription', subscriptionId: id });
  }
}
