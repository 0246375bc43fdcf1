/**
 * Holds: why the clocks of a case stand still (CK5). A hold is begun and ended by command, or lasts while an activity that names it is open;
 * it stops the clocks whose limit lists its reason, also those that start meanwhile. Holds for one reason count once: the clocks go on when
 * the last of them has ended.
 */
import { pauseClocks, resumeClocks } from './clocks.ts';
import type { Run } from './run.ts';

/** The owner of holds begun by command: the case as a whole. */
export const BY_COMMAND = 0;

/** Begins a hold, `from` a moment that may be past. */
export function beginHold(run: Run, reason: string, owner: number, from: number = run.now): void {
  const holds = run.draft.holds ?? [];
  run.draft.holds = [...holds, { reason, owner }];
  pauseClocks(run, reason, from);
}

/** Whether a hold for the reason was begun by command. */
export function isHeldByCommand(run: Run, reason: string): boolean {
  return run.draft.holds?.some((hold) => hold.reason === reason && hold.owner === BY_COMMAND) === true;
}

/** Ends the holds that `goes`; clocks whose reason nobody holds any more go on. */
export function endHolds(run: Run, goes: (hold: { readonly reason: string; readonly owner: number }) => boolean): void {
  const holds = run.draft.holds;
  if (holds === undefined || !holds.some(goes)) return;
  const kept = holds.filter((hold) => !goes(hold));
  run.draft.holds = kept.length === 0 ? undefined : kept;
  const over = new Set(holds.filter(goes).map(({ reason }) => reason));
  for (const { reason } of kept) over.delete(reason);
  for (const reason of over) resumeClocks(run, reason);
}
