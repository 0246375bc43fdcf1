/** What a token or scope instance holds goes with it: its timers, subscriptions and jobs are closed, its clocks stop. */
import { stopClocks } from './clocks.ts';
import type { Run } from './run.ts';

/** Lets go of everything that `owner` holds. */
export function release(run: Run, owner: number): void {
  const { timers, subscriptions, jobs, clocks, incidents } = run.draft;
  if (timers === undefined && subscriptions === undefined && jobs === undefined && clocks === undefined && incidents === undefined) return;
  releaseAll(run, (id) => id === owner);
}

/** Lets go of everything that the owners hold. */
export function releaseAll(run: Run, isOwner: (id: number) => boolean): void {
  releaseTriggers(run, isOwner);
  for (const { id } of run.takeFrom('jobs', ({ token }) => isOwner(token))) {
    run.effects.push({ kind: 'closeJob', jobId: id, how: 'cancelled' });
  }
  run.takeFrom('incidents', ({ token }) => isOwner(token));
  stopClocks(run, isOwner);
}

/** Closes the timers and subscriptions of the owners. */
export function releaseTriggers(run: Run, isOwner: (id: number) => boolean): void {
  for (const timer of run.takeFrom('timers', ({ owner }) => isOwner(owner))) {
    if (timer.dueAt !== undefined) run.effects.push({ kind: 'closeTimer', timerId: timer.id });
  }
  for (const { id } of run.takeFrom('subscriptions', ({ owner }) => isOwner(owner))) {
    run.effects.push({ kind: 'closeSubscription', subscriptionId: id });
  }
}
