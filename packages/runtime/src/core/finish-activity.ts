/** The activity is done: what its token holds is let go, and the token goes on (or its instance of the loop ends). */
import { endCorrection } from './correction.ts';
import { release } from './release-owner.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';

/** Leaves the activity that the token is at. */
export function finishActivity(run: Run, token: Token): void {
  run.removeToken(token.id);
  release(run, token.id);
  if (run.draft.correction !== undefined) endCorrection(run, token.id);
  run.leaveLater(token.node, token.scope);
}
