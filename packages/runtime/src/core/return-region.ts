/**
 * The region of a return (OP1): in the innermost scope that holds both the task and the target, every token that stands downstream of the
 * target is taken back with all that is inside it, and one token is put on the target. The target must lie upstream of the task.
 * Where branches meet again, a branch that was done and is not done anew counts as arrived, so that the case cannot get stuck (OP2).
 */
import type { Finding } from '@tongban/model';
import { armAnew, interruptedScopes } from './arm-anew.ts';
import { cancelTokens } from './cancel.ts';
import { timesEntered } from './entry-counts.ts';
import { openWay } from './open-way.ts';
import type { PreparedNode } from './prepared.ts';
import { finding } from './raise.ts';
import { downstreamOf, sourcesOf } from './reach.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';
import { callersOf, canLand } from './target-scope.ts';

/** What a return would do. */
export interface ReturnPlan {
  readonly target: PreparedNode;
  /** The scope instance that holds both task and target. */
  readonly scope: number;
  /** Sub-processes and calls to open on the way in from there, outermost first. */
  readonly path: readonly PreparedNode[];
  /** Ids of the tokens to take back. */
  readonly cancelled: readonly number[];
}

/** Works out what returning a task would do, or why it cannot be. */
export function planReturn(run: Run, task: Token, targetId: string, since = 0): ReturnPlan | { readonly problem: Finding } {
  const node = run.node(task.node);
  const target = run.prepared.byId.get(targetId);
  const refuse = (code: Parameters<typeof finding>[0]): { readonly problem: Finding } => ({
    problem: finding(
      code,
      { elementId: node.id, elementName: node.name },
      { taskName: node.name, target: targetId, targetName: target?.name ?? targetId },
    ),
  });
  if (target === undefined || !canLand(run, target) || joins(target)) return refuse('RUNTIME_RETURN_TARGET_UNKNOWN');
  if (target === node || timesEntered(run.draft, target.index) === 0) return refuse('RUNTIME_RETURN_TARGET_AHEAD');
  const { scope, anchor } = commonScope(run, task, target);
  const path = pathInto(run, run.scope(scope)?.node ?? run.draft.process, target);
  if (path === undefined || path.some(({ loop, spec }) => loop !== undefined || spec.triggeredByEvent === true))
    return refuse('RUNTIME_RETURN_TARGET_AMBIGUOUS');
  const region = downstreamOf(run.prepared, (path[0] ?? target).index);
  const fromEventSubProcess = run.node(anchor.node).spec.triggeredByEvent === true;
  if (!region.has(anchor.node) && !fromEventSubProcess) return refuse('RUNTIME_RETURN_TARGET_AHEAD');
  const came = tokensIn(run, region, scope, since);
  return { target, scope, path, cancelled: came.includes(anchor.id) ? came : [...came, anchor.id] };
}

/** Whether it is a gateway at which branches meet: what had arrived there before a return would be counted twice, or never. */
export function joins({ kind, incoming }: PreparedNode): boolean {
  return incoming.length > 1 && /^(parallel|inclusive|complex)/.test(kind.kind);
}

/** The tokens of a scope instance that stand in a region and are not older than `since`. */
export function tokensIn(run: Run, region: ReadonlySet<number>, scope: number, since: number): readonly number[] {
  return run.draft.tokens.filter((token) => token.scope === scope && token.id >= since && isIn(run, region, token)).map(({ id }) => id);
}

/** Takes back the region and puts a token on the target. */
export function applyReturn(run: Run, { target, scope, path, cancelled }: ReturnPlan): void {
  const interrupted = interruptedScopes(run);
  cancelTokens(run, cancelled);
  armAnew(run, interrupted);
  const region = downstreamOf(run.prepared, (path[0] ?? target).index);
  run.takeFrom('resets', (reset) => reset.scope === scope && region.has(reset.node));
  const way = [...path, target];
  for (const inner of openWay(run, scope, path)) {
    // Also where branches meet inside what is opened again.
    for (let at = inner, depth = path.length; depth >= 0; depth--) {
      fillJoins(run, at, [(way[depth] as PreparedNode).index]);
      at = run.scope(at)?.parent ?? 0;
    }
    run.enterLater(target.index, inner);
  }
}

// A token that waits at a join came by a flow; it is downstream only when that flow is. One that could not begin stands where it is.
function isIn(run: Run, region: ReadonlySet<number>, token: Token): boolean {
  const waits = token.flow !== undefined && run.incidentAt(token.id) === undefined;
  const at = !waits ? token.node : (run.prepared.flows[token.flow]?.source as number);
  return region.has(at);
}

/** The innermost scope instance around the task that also holds the target, and the token in it that leads to the task. */
function commonScope(run: Run, task: Token, target: PreparedNode): { readonly scope: number; readonly anchor: Token } {
  const holders = holdersOf(run, target);
  let anchor = task;
  while (anchor.scope !== 0) {
    const instance = run.scope(anchor.scope);
    if (instance === undefined) break;
    // What is undone is over: it holds nothing to go back to.
    if (instance.index === undefined && instance.undoes !== true && holders.has(instance.node)) break;
    anchor = run.token(instance.owner) as Token;
  }
  return { scope: anchor.scope, anchor };
}

/** What the target is in, at any depth, also through the calls of its process. */
function holdersOf(run: Run, { spec }: PreparedNode, found: Set<number> = new Set()): ReadonlySet<number> {
  for (let at = spec.scope; at >= 0 && !found.has(at); at = run.node(at).spec.scope) {
    found.add(at);
    if (run.node(at).spec.scope < 0) for (const call of callersOf(run, run.node(at))) holdersOf(run, call, found);
  }
  return found;
}

/** The activities to open on the way from a scope to the target; undefined when more than one way, or none, was gone. */
function pathInto(run: Run, outer: number, target: PreparedNode, called: readonly number[] = []): readonly PreparedNode[] | undefined {
  const path: PreparedNode[] = [];
  let holder = run.node(target.spec.scope);
  for (; holder.index !== outer && holder.spec.scope >= 0; holder = run.node(holder.spec.scope)) path.unshift(holder);
  if (holder.index === outer) return path;
  if (called.includes(holder.index)) return undefined;
  const callers = callersOf(run, holder).filter(({ index }) => timesEntered(run.draft, index) > 0);
  const ways = callers.flatMap((call) => {
    const way = pathInto(run, outer, call, [...called, holder.index]);
    return way === undefined ? [] : [[...way, call, ...path]];
  });
  return ways.length === 1 ? ways[0] : undefined;
}

/** Behind the nodes that are done anew, a branch that is not and has no token under way counts as arrived where branches meet (OP2). */
export function fillJoins(run: Run, scope: number, from: readonly number[]): void {
  const region = new Set(from.flatMap((node) => [...downstreamOf(run.prepared, node)]));
  for (const index of region) {
    const join = run.node(index);
    if (join.kind.kind === 'parallelGateway' && join.incoming.length > 1) fillJoin(run, scope, join, region);
  }
}

function fillJoin(run: Run, scope: number, join: PreparedNode, region: ReadonlySet<number>): void {
  const { incoming } = join;
  const comes = (flow: number): boolean => region.has(run.prepared.flows[flow]?.source as number);
  if (!incoming.some(comes)) return;
  for (const flow of incoming) {
    const stays = run.draft.tokens.some(
      (token) =>
        token.scope === scope && (token.node === join.index ? token.flow === flow : sourcesOf(run.prepared, join, flow).has(token.node)),
    );
    if (!comes(flow) && !stays) run.addToken({ id: run.nextId(), node: join.index, scope, flow });
  }
}
