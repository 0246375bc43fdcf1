/**
 * Does the work of a step until nothing moves any more: enters and leaves nodes, ends scope instances that became empty, fires the
 * gateways that join by looking at their whole scope, and ends the case when no token is left. A token that cannot go on stays with an incident.
 */
import { isTongbanError, type TongbanError } from '@tongban/model';
import { cancelTokens } from './cancel.ts';
import { endCase } from './end-case.ts';
import { raiseIncident } from './incident.ts';
import type { PreparedNode } from './prepared.ts';
import { fault } from './raise.ts';
import { release } from './release-owner.ts';
import type { Run } from './run.ts';
import type { ScopeInstance, Token } from './state.ts';
import { LEAVE } from './work-list.ts';

/** Does all the work there is. */
export function drain(run: Run): void {
  let steps = 0;
  do {
    steps = doWork(run, steps);
  } while (
    endEmptyScopes(run) ||
    (run.prepared.joinsByReach && run.part('joins').fireReady(run)) ||
    (run.changed !== undefined && run.part('events').fireConditions(run))
  );
  if (run.draft.tokens.length === 0 && run.draft.ended === undefined) endCase(run, run.draft.ending ?? 'completed');
}

/** Does what can be done without looking at whole scopes; `steps` were taken before, the answer counts all. */
export function doWork(run: Run, steps: number = 0): number {
  const most = run.prepared.stepLimit;
  let taken = steps;
  while (run.work.length > 0) {
    const { work } = run;
    const { scope, flow } = work;
    const node = run.node(work.node);
    work.takeFirst();
    taken += 1;
    // What is still to be done stands still as well, with the first of it (IN3).
    if (taken > most) {
      const details = { nodeId: node.id, nodeName: node.name, steps: most, tokens: work.length + 1 };
      park(run, node, scope, flow, fault('RUNTIME_TOO_MANY_STEPS', details), taken > most + 1);
    } else doOne(run, node, scope, flow);
  }
  return taken;
}

function doOne(run: Run, node: PreparedNode, scope: number, flow: number): void {
  const lastId = run.draft.lastId;
  const { work } = run;
  const { length, last } = work;
  try {
    if (flow === LEAVE) leave(run, node, scope);
    else enter(run, node, scope, flow);
  } catch (fault) {
    if (!isTongbanError(fault)) throw fault;
    // What this piece of work had begun is taken back.
    if (run.work === work) work.cutTo(length, last);
    cancelTokens(
      run,
      run.draft.tokens.flatMap(({ id }) => (id > lastId ? [id] : [])),
    );
    park(run, node, scope, flow, fault);
  }
}

function enter(run: Run, node: PreparedNode, scope: number, flow: number): void {
  if (flow >= 0 && node.startQuantity > 1) {
    run.part('joins').gather(run, node, scope, flow);
    return;
  }
  if (node.loop === undefined || run.instanceOf(node, scope) === undefined) run.countEntry(node.index);
  node.kind.enter(run, node, scope, flow);
}

function leave(run: Run, node: PreparedNode, scope: number): void {
  if (node.leavesPlainly) {
    run.takeOutgoing(node, scope);
    return;
  }
  const instance = node.loop === undefined ? undefined : run.instanceOf(node, scope);
  if (node.assignsAtEnd.length > 0 && (node.loop === undefined || instance !== undefined)) {
    for (const { variable, value } of node.assignsAtEnd) run.setVariable(scope, variable, run.evaluate(value, scope), node);
  }
  if (instance !== undefined) run.part('loops').finishInstance(run, node, instance);
  else if (node.kind.leave !== undefined) node.kind.leave(run, node, scope);
  else for (let left = node.completionQuantity; left > 0; left--) run.takeOutgoing(node, scope);
  if (node.inAdHoc && instance === undefined) run.part('scopes').doneInAdHoc(run, scope);
}

function park(run: Run, node: PreparedNode, scope: number, flow: number, error: TongbanError, quiet?: boolean): void {
  const token = run.addToken({ id: run.nextId(), node: node.index, scope, ...(flow >= 0 ? { flow } : {}) });
  raiseIncident(run, node, token.id, flow === LEAVE ? 'leave' : 'enter', error, quiet);
}

/** Ends the first scope instance that is empty. One at a time: its owner goes on, so what is around it may not be empty after all. */
function endEmptyScopes(run: Run): boolean {
  if (run.emptied === undefined) return false;
  for (let id = run.emptied.shift(); id !== undefined; id = run.emptied.shift()) {
    const scope = run.scope(id);
    if (scope === undefined || isInUse(run, scope)) continue;
    if (run.node(scope.node).spec.scope < 0) run.leaveLater(scope.node, id);
    else {
      run.removeScope(id);
      release(run, id);
      const owner = run.token(scope.owner);
      const node = owner && run.node(owner.node);
      node?.kind.innerDone?.(run, node, owner as Token, scope);
    }
    return true;
  }
  return false;
}

function isInUse(run: Run, scope: ScopeInstance): boolean {
  const node = run.node(scope.node);
  return (
    run.draft.tokens.some((token) => token.scope === scope.id) ||
    (run.draft.compensations !== undefined && run.part('compensation').isBeingUndone(run, scope)) ||
    run.draft.resets?.some((reset) => reset.scope === scope.id) === true ||
    (scope.index === undefined && scope.undoes !== true && node.kind.staysOpen?.(node, scope) === true)
  );
}
