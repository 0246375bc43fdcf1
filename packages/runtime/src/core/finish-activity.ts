/** The activity is done: what its token holds is let go, and the token goes on (or its instance of the loop ends). */
import { release } from './release-owner.ts';
import type { Run } from './run.ts';
import type { ScopeInstance, Token } from './state.ts';

/** Leaves the activity that the token is at; `inner`: the scope instance that it had, as it was at the end. */
export function finishActivity(run: Run, token: Token, inner?: ScopeInstance): void {
  if (run.prepared.compensates) run.part('compensation').noteCompleted(run, token, inner);
  run.removeToken(token.id);
  release(run, token.id);
  if (run.draft.correction !== undefined) run.part('operations').endCorrection(run, token.id);
  run.leaveLater(token.node, token.scope);
}
