/** A task that stands still until others have answered (SN1): it keeps its clocks and boundary events, and nobody can act on it. */
import type { Run } from './run.ts';
import type { Token } from './state.ts';

/** The task stands still from now on. */
export function hold(run: Run, token: Token): void {
  if (token.held === true) return;
  run.replaceToken({ ...token, held: true });
  run.order({ kind: 'holdTask', taskId: token.id, held: true });
}

/** It goes on, unless somebody else is still asked for it. */
export function releaseHeld(run: Run, taskId: number): void {
  const token = run.token(taskId);
  if (token?.held !== true || run.draft.tokens.some(({ asked }) => asked?.task === taskId)) return;
  const { held: _, ...free } = token;
  run.replaceToken(free);
  run.order({ kind: 'holdTask', taskId, held: false });
}
