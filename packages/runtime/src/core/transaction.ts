/** Cancelling a transaction: what runs in it stops, what was completed is undone, and the token goes on from the cancel boundary event (TX1). */
import { cancelInside, cancelTokens } from './cancel.ts';
import { undoIn, undoNext } from './compensation.ts';
import type { PreparedNode } from './prepared.ts';
import { releaseTriggers } from './release-owner.ts';
import type { Run } from './run.ts';
import type { ScopeInstance, Token } from './state.ts';

/** Cancels the innermost transaction around a scope instance. */
export function cancelTransaction(run: Run, scope: number): void {
  const instance = transactionOf(run, scope);
  const token = run.token(instance.owner) as Token;
  const node = run.node(instance.node);
  run.note({ kind: 'transactionCancelled', seq: run.nextSeq(), at: run.now, nodeId: node.id });
  cancelInside(run, instance.id);
  releaseTriggers(run, ({ owner }) => owner === instance.id || owner === token.id);
  if (!undoIn(run, token, instance.id)) goOnFromBoundary(run, node, token);
}

/** One activity has been undone: the next, or the transaction is left. */
export function goOnCancelling(run: Run, node: PreparedNode, token: Token): void {
  if (!undoNext(run, token)) goOnFromBoundary(run, node, token);
}

function transactionOf(run: Run, scope: number): ScopeInstance {
  let instance = run.scope(scope) as ScopeInstance;
  while (run.node(instance.node).kind.kind !== 'transaction' || instance.index !== undefined) {
    instance = run.scope(instance.parent) as ScopeInstance;
  }
  return instance;
}

// Of a transaction that is repeated, all instances go: the event is at the whole.
function goOnFromBoundary(run: Run, node: PreparedNode, token: Token): void {
  const whole = run.instanceOf(node, token.scope)?.owner ?? token.id;
  const { scope } = run.token(whole) as Token;
  const boundary = (node.spec.boundary ?? []).find((index) => run.node(index).triggers.some(({ event }) => event.kind === 'cancel'));
  cancelTokens(run, [whole]);
  if (boundary !== undefined) run.enterLater(boundary, scope);
}
