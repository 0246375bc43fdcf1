/**
 * Boundary event: while its activity is open it waits for a message, signal, timer or condition, or catches an error or escalation; interrupting, the
 * activity is cancelled and the token goes on here, else a second token does (10.5.4, 13.5.3). Rules BE1–BE4.
 */
import { cancelTokens } from '../cancel.ts';
import type { NodeKind } from '../node-kind.ts';
import type { PreparedNode } from '../prepared.ts';
import type { Run } from '../run.ts';
import { cannotWaitFor, WAITED } from '../waits-for.ts';

const CAUGHT = [...WAITED, 'error', 'escalation', 'compensate', 'cancel'] as const;

export const boundaryEvent: NodeKind = {
  kind: 'boundaryEvent',
  enter: (run, node, scope) => (node.assignsAtEnd.length > 0 ? run.leaveLater(node.index, scope) : run.takeOutgoing(node, scope)),
  triggered,
  cannotRun: ({ events }) => cannotWaitFor(events, CAUGHT),
};

// `owner` is the token of the activity.
function triggered(run: Run, node: PreparedNode, owner: number): void {
  const token = run.token(owner);
  if (token === undefined) return;
  run.enterLater(node.index, token.scope);
  const error = node.triggers.some(({ event }) => event.kind === 'error');
  if (error || node.spec.interrupting !== false) cancelTokens(run, [owner]);
}
