/**
 * Correction (补正): while the case is back with its starter, the clocks of limits that list this pause stand still (CK3),
 * and the timers that hang on them with them.
 */
import { CORRECTION } from './correction-reason.ts';
import type { Run } from './run.ts';

/** The starter's task was opened by a return. */
export function beginCorrection(run: Run, task: number): void {
  if (run.draft.correction === undefined) run.prepared.parts.abilities.time?.pauseClocks(run, CORRECTION);
  run.draft.correction = { task };
}

/** A token is gone; when it was the starter's task, the clocks go on. */
export function endCorrection(run: Run, token: number): void {
  if (run.draft.correction?.task !== token) return;
  const other = run.draft.tokens.find(({ asked, node }) => asked?.how === 'return' && run.node(node).forStarter);
  run.draft.correction = other && { task: other.id };
  if (other !== undefined) return;
  run.prepared.parts.abilities.time?.resumeClocks(run, CORRECTION);
}
