/** Cancels tokens with everything inside them: nested scope instances, tasks, jobs, timers, subscriptions, clocks, and work not yet done. */
import { elementOf } from './element-of.ts';
import { releaseAll } from './release-owner.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';

/** Cancels these tokens, and all that is inside them. */
export function cancelTokens(run: Run, ids: readonly number[]): void {
  if (ids.length > 0) cancel(run, new Set(ids), new Set());
}

/** Cancels all that is inside a scope instance; the instance itself stays. */
export function cancelInside(run: Run, scope: number): void {
  cancel(run, new Set(), new Set([scope]));
}

/** Cancels all that is inside the scope instances of a token; the token stays. */
export function cancelBelow(run: Run, token: number): void {
  const scopes = (run.draft.scopes ?? []).filter((scope) => scope.owner === token).map((scope) => scope.id);
  cancel(run, new Set(), new Set(scopes));
  run.takeFrom('scopes', (scope) => scope.owner === token);
}

// Scope instances stand in order of their ids, and an instance is younger than what it is in: one pass finds all that is below.
function cancel(run: Run, tokens: Set<number>, scopes: Set<number>): void {
  const nested = new Set<number>();
  for (const scope of run.draft.scopes ?? []) {
    if (tokens.has(scope.owner) || scopes.has(scope.parent) || nested.has(scope.parent)) nested.add(scope.id);
  }
  const goes = (scope: number): boolean => scopes.has(scope) || nested.has(scope);
  const kept: Token[] = [];
  const gone: Token[] = [];
  for (const token of run.draft.tokens) {
    const cancelled = tokens.has(token.id) || goes(token.scope) || (token.asked !== undefined && isGone(gone, token.asked.task));
    (cancelled ? gone : kept).push(token);
  }
  for (const token of gone) noteCancelledTask(run, token);
  run.setTokens(kept);
  const owners = new Set([...nested, ...gone.map((token) => token.id)]);
  releaseAll(run, (id) => owners.has(id));
  run.takeFrom('loops', (loop) => owners.has(loop.token));
  run.takeFrom('compensations', ({ token }) => owners.has(token));
  run.takeFrom('resets', ({ scope }) => goes(scope));
  run.takeFrom('scopes', (scope) => nested.has(scope.id));
  run.work = run.work.without(goes);
  for (const token of gone) {
    if (run.draft.correction !== undefined) run.part('operations').endCorrection(run, token.id);
    if (token.asked !== undefined) run.part('operations').releaseHeld(run, token.asked.task);
  }
}

// A task that was asked for another one is younger than it, so that one has been looked at before.
function isGone(gone: readonly Token[], id: number): boolean {
  return gone.some((token) => token.id === id);
}

function noteCancelledTask(run: Run, token: Token): void {
  const node = run.node(token.node);
  if (!isTask(run, token)) return;
  const of = elementOf(run.prepared, run.draft, token.scope);
  run.order({ kind: 'closeTask', taskId: token.id, how: 'cancelled' });
  run.note({
    kind: 'taskCancelled',
    seq: run.nextSeq(),
    at: run.now,
    by: run.command.actor,
    nodeId: node.id,
    taskId: token.id,
    of,
  });
}

/** Whether a token is an open user task: not one that failed, or waits for more tokens to come, nor a multi-instance activity as a whole. */
export function isTask(run: Run, token: Token): boolean {
  const node = run.node(token.node);
  if (node.kind.kind !== 'userTask' || token.flow !== undefined || token.signed === true) return false;
  if (run.incidentAt(token.id) !== undefined) return false;
  return node.loop === undefined || run.instanceOf(node, token.scope) !== undefined;
}
