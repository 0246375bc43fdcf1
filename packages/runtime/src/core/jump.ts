/**
 * A jump (JP1–JP6): one move from any places where the case waits to any nodes. Everything is found out before anything is changed. What stood at
 * the places is cancelled with all inside it; scopes left empty are cancelled, missing ones are opened as if they had been entered.
 */
import type { Finding } from '@tongban/model';
import { armAnew, interruptedScopes } from './arm-anew.ts';
import { cancelTokens } from './cancel.ts';
import type { JumpCommand } from './command.ts';
import { awaited, canCome, waitingAt } from './inclusive-join.ts';
import { arrivalFlows, type Place, settleJoins } from './jump-joins.ts';
import { abandonInstance } from './loop-signers.ts';
import { type Opened, openWay } from './open-way.ts';
import type { PreparedNode } from './prepared.ts';
import { finding, raise } from './raise.ts';
import type { Run } from './run.ts';
import type { ScopeInstance, Token } from './state.ts';
import { canLand, type TargetScope, targetScope } from './target-scope.ts';

interface Landing extends TargetScope {
  readonly node: PreparedNode;
}

/** What a jump would do. */
export interface JumpPlan {
  readonly from: readonly Token[];
  readonly landings: readonly Landing[];
}

/** Finds out what a jump would do, or why it cannot be. */
export function planJump(run: Run, { from, to }: JumpCommand): JumpPlan | { readonly problem: Finding } {
  const { caseId } = run.draft;
  const tokens = from.map((id) => run.token(id));
  const lost = tokens.indexOf(undefined);
  if (lost >= 0 || from.length === 0) return { problem: finding('RUNTIME_JUMP_SOURCE_UNKNOWN', {}, { caseId, place: from[lost] ?? 0 }) };
  if (to.length === 0) return { problem: finding('RUNTIME_JUMP_TARGET_UNKNOWN', {}, { caseId, target: '' }) };
  const gone = new Set(from);
  const stays = (scope: number): boolean => !tokensAround(run, scope).some(({ id }) => gone.has(id));
  const landings: Landing[] = [];
  for (const { nodeId, scope, calls } of to) {
    const node = run.prepared.byId.get(nodeId);
    if (node === undefined || !canLand(run, node))
      return { problem: finding('RUNTIME_JUMP_TARGET_UNKNOWN', {}, { caseId, target: nodeId }) };
    const place = targetScope(run, node, { stays, scope, calls, many: true });
    if (place === undefined)
      return { problem: finding('RUNTIME_JUMP_TARGET_AMBIGUOUS', { elementId: nodeId }, { caseId, target: node.name }) };
    const landing = { node, ...place };
    if (!landings.some((other) => isSame(other, landing))) landings.push(landing);
  }
  return { from: tokens as readonly Token[], landings };
}

/** Makes the jump. */
export function applyJump(run: Run, { from, landings }: JumpPlan): void {
  const places = from.flatMap((token) => [token, ...tokensAround(run, token.scope)]);
  const interrupted = interruptedScopes(run);
  cancelTokens(
    run,
    from.map(({ id }) => id),
  );
  // A complex gateway to which nothing can come any more because of this begins anew, and takes no further flow.
  run.takeFrom('resets', ({ node: index, scope, flows }) => {
    const node = run.node(index);
    const full = new Set([...flows, ...waitingAt(run, node, scope).map(({ flow }) => flow as number)]);
    const arrives = landings.some((one) => {
      const first = (one.path[0] ?? one.node).index;
      return one.scope === scope && (first === index || canCome(run, node, first, full));
    });
    return !arrives && awaited(run, node, scope, full).length === 0;
  });
  const kept = new Set(landings.flatMap(({ scope }) => [scope, ...tokensAround(run, scope).map((token) => token.scope)]));
  const left: ScopeInstance[] = [];
  const leaveEmpty = (): void => {
    for (const { scope } of places) abandonEmpty(run, scope, kept, left);
  };
  leaveEmpty();
  const opened: Opened = new Map();
  const [targets, passed]: readonly [Place[], Place[]] = [[], []];
  for (const { node, scope, path } of landings) {
    let scopes: readonly number[] = [scope];
    for (const activity of path) {
      passed.push(...placesIn(activity, scopes));
      scopes = scopes.flatMap((outer) => openWay(run, outer, [activity], opened));
    }
    if (scopes.length === 0) throw raise('RUNTIME_JUMP_TARGET_UNKNOWN', { caseId: run.draft.caseId, target: node.name });
    targets.push(...placesIn(node, scopes));
  }
  const landed = [...passed, ...targets];
  const arrivals = targets.map((place) => ({ ...place, flows: arrivalFlows(run, place, places, landed) }));
  // What waits for nothing is taken away, and the scope with it in which nothing else was.
  while (settleJoins(run, places, landed)) leaveEmpty();
  armAnew(run, interrupted);
  for (const { node, scope, flows } of arrivals) for (const flow of flows) run.enterLater(node.index, scope, flow);
  for (const instance of left) if (run.token(instance.owner) !== undefined) abandonInstance(run, run.node(instance.node), instance);
}

// helpers

function placesIn(node: PreparedNode, scopes: readonly number[]): readonly Place[] {
  return scopes.map((scope) => ({ node, scope }));
}

function isSame(one: Landing, other: Landing): boolean {
  const sameWay = one.path.length === other.path.length && one.path.every((node, at) => node === other.path[at]);
  return one.node === other.node && one.scope === other.scope && sameWay;
}

// The tokens around a scope instance, innermost first.
function tokensAround(run: Run, scope: number): readonly Token[] {
  const owner = run.token(run.scope(scope)?.owner ?? -1);
  return owner === undefined ? [] : [owner, ...tokensAround(run, owner.scope)];
}

// A scope in which nothing is left is cancelled, and so on outward; the activity around it does not go on. Instances of many that are `left` are
// counted when all are known: with the last of them, the whole activity goes.
function abandonEmpty(run: Run, from: number, kept: ReadonlySet<number>, left: ScopeInstance[]): void {
  for (let at = from; at !== 0 && !kept.has(at); ) {
    const instance = run.scope(at);
    if (instance === undefined || run.draft.tokens.some(({ scope }) => scope === at)) return;
    if (instance.index !== undefined) {
      run.removeScope(at);
      left.push(instance);
      if (run.draft.scopes?.some(({ owner }) => owner === instance.owner) === true) return;
    }
    const owner = run.token(instance.owner);
    if (owner === undefined) return;
    cancelTokens(run, [owner.id]);
    at = owner.scope;
  }
}
