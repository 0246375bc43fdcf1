/**
 * Sub-process: opens a scope instance, begins at its none start event (or at every node without an incoming flow when it has none), and is
 * done when no token is left inside (13.3.4). An event sub-process is begun by its trigger and does not go on from here (13.5.4). Rules SP1–SP4, ES1–ES4.
 */
import { activity } from '../activity.ts';
import { finishActivity } from '../finish-activity.ts';
import type { NodeKind } from '../node-kind.ts';
import { openScope } from '../open-scope.ts';
import type { PreparedNode } from '../prepared.ts';
import { release } from '../release-owner.ts';
import type { Run } from '../run.ts';
import type { ScopeInstance, Token } from '../state.ts';

export const subProcess: NodeKind = activity({
  kind: 'subProcess',
  begin: openScope,
  innerDone,
});

function innerDone(run: Run, node: PreparedNode, token: Token, inner: ScopeInstance): void {
  if (node.spec.triggeredByEvent !== true) {
    finishActivity(run, token, inner);
    return;
  }
  run.removeToken(token.id);
  release(run, token.id);
  run.tokenEnded(token.scope);
}
