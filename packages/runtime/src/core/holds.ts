/**
 * Holds: why the clocks of a case stand still (CK5). A hold is begun and ended by command, or lasts while an activity that names it is open;
 * it stops the clocks whose limit lists its reason, also those that start meanwhile. Holds for one reason count once: the clocks go on when
 * the last of them has ended. One begun by command may end by itself (CK9).
 */
import { pauseClocks, replanClocks, resumeClocks } from './clocks.ts';
import { firePlan, setPlan, unsetPlan } from './planned-holds.ts';
import type { Run } from './run.ts';
import type { Hold, HoldPlan } from './state.ts';

/** The owner of holds begun by command: the case as a whole. */
export const BY_COMMAND = 0;

/** Begins a hold, `from` a moment that may be past. */
export function beginHold(run: Run, reason: string, owner: number, from: number = run.now, plan?: HoldPlan): void {
  const holds = run.draft.holds ?? [];
  run.draft.holds = [...holds, plan === undefined ? { reason, owner } : { reason, owner, plan }];
  if (holds.some((hold) => hold.reason === reason)) replanClocks(run, reason);
  pauseClocks(run, reason, from);
  if (plan !== undefined) setPlan(run, plan);
}

/** The hold for the reason that was begun by command. */
export function heldByCommand(run: Run, reason: string): Hold | undefined {
  return run.draft.holds?.find((hold) => hold.reason === reason && hold.owner === BY_COMMAND);
}

/** Gives a hold another plan, or none; the clocks follow. */
export function replanHold(run: Run, hold: Hold, plan: HoldPlan | undefined): void {
  const { reason, owner } = hold;
  run.draft.holds = run.draft.holds?.map((one) => (one === hold ? { reason, owner, ...(plan === undefined ? {} : { plan }) } : one));
  if (hold.plan !== undefined) unsetPlan(run, hold.plan);
  replanClocks(run, reason);
  if (plan !== undefined) setPlan(run, plan);
}

/** Ends the holds that `goes`, `at` a moment that may be past; clocks whose reason nobody holds any more go on. */
export function endHolds(run: Run, goes: (hold: Hold) => boolean, at: number = run.now): void {
  const holds = run.draft.holds;
  if (holds === undefined || !holds.some(goes)) return;
  const kept = holds.filter((hold) => !goes(hold));
  const gone = holds.filter(goes);
  run.draft.holds = kept.length === 0 ? undefined : kept;
  for (const { plan } of gone) if (plan !== undefined) unsetPlan(run, plan);
  for (const reason of new Set(gone.map((hold) => hold.reason))) resumeClocks(run, reason, at);
}

/** The timer of a hold that ends by itself is due: word is given, or it ends (CK9, CK10). Whether that was so. */
export function endPlannedHold(run: Run, timerId: number): boolean {
  return firePlan(run, timerId, (hold, until) => {
    run.note({ kind: 'pauseEnded', seq: run.nextSeq(), at: run.now, reason: hold.reason, until });
    endHolds(run, (one) => one === hold, until);
  });
}
