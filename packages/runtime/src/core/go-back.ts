/** A called process is over: it gives back what the call takes out, and the call goes on (CA3). */
import { finishActivity } from './finish-activity.ts';
import { release } from './release-owner.ts';
import type { Run } from './run.ts';
import type { ScopeInstance, Token } from './state.ts';

/** Ends the scope instance of a called process. */
export function goBack(run: Run, scope: number): void {
  const inner = run.scope(scope) as ScopeInstance;
  const { owner, variables } = inner;
  const token = run.token(owner) as Token;
  const call = run.node(token.node);
  if (call.spec.call?.out === 'all') {
    for (const name of Object.keys(variables)) run.setVariable(token.scope, name, variables[name] ?? null, call);
  }
  for (const { variable, value } of call.assignsOut) run.setVariable(token.scope, variable, run.evaluate(value, scope), call);
  run.removeScope(scope);
  release(run, scope);
  finishActivity(run, token, inner);
}
