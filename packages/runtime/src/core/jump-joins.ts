/**
 * What a jump means where branches meet (JP5): a token moved onto a join is an arrival, what cannot come to one any more counts as arrived, and
 * where nothing can come any more, what waits there is taken away. Inclusive gateways see by themselves what can still come (IG3).
 */
import type { PreparedNode } from './prepared.ts';
import { downstreamOf, sourcesOf } from './reach.ts';
import { fillJoins, joins } from './return-region.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';
import { NO_FLOW } from './work-list.ts';

/** A node in a scope instance. */
export interface Place {
  readonly node: PreparedNode;
  readonly scope: number;
}

/** By which flows a target is entered: a join by each that one of the places leads to (else by one that is free), and by those that nothing can come by. */
export function arrivalFlows(run: Run, { node, scope }: Place, from: readonly Token[], landed: readonly Place[]): readonly number[] {
  if (!joins(node)) return [NO_FLOW];
  const free = node.incoming.filter((flow) => !waits(run, node, scope, flow));
  const led = free.filter((flow) => isLed(run, node, scope, flow, from));
  const arrived = led.length > 0 ? led : [free[0] ?? (node.incoming[0] as number)];
  const lost =
    node.kind.kind === 'parallelGateway' ? free.filter((flow) => !arrived.includes(flow) && !comes(run, node, scope, flow, landed)) : [];
  return [...arrived, ...lost];
}

/** Makes good at parallel joins what the jump took from them; whether there was anything. The places it goes to are not stood on yet. */
export function settleJoins(run: Run, from: readonly Token[], landed: readonly Place[]): boolean {
  const nodesIn = (scope: number): readonly number[] => landed.flatMap((place) => (place.scope === scope ? [place.node.index] : []));
  const scopes = [...new Set(from.map(({ scope }) => scope))].filter((scope) => scope === 0 || run.scope(scope) !== undefined);
  // A join that gives up its tokens sends none to the next.
  const settleOne = (): boolean => scopes.some((scope) => joinsIn(run, scope).some((join) => settle(run, join, scope, from, landed)));
  const changed = settleOne();
  while (settleOne());
  for (const scope of new Set(landed.map((place) => place.scope))) fillJoins(run, scope, nodesIn(scope));
  return changed;
}

// helpers

function settle(run: Run, join: PreparedNode, scope: number, from: readonly Token[], landed: readonly Place[]): boolean {
  if (landed.some((place) => place.node === join && place.scope === scope)) return false;
  const isUnderWay = (flow: number): boolean => comes(run, join, scope, flow, []);
  const taken = join.incoming.filter((flow) => isLed(run, join, scope, flow, from) && !waits(run, join, scope, flow) && !isUnderWay(flow));
  if (taken.length === 0) return false;
  const anew = new Set(landed.flatMap((place) => (place.scope === scope ? [...downstreamOf(run.prepared, place.node.index)] : [])));
  const isAnew = (flow: number): boolean => anew.has(run.prepared.flows[flow]?.source as number);
  const goesOn = join.incoming.some((flow) => isUnderWay(flow) || isAnew(flow));
  const gone = run.draft.tokens.filter(
    ({ node, scope: at, flow }) => node === join.index && at === scope && (!goesOn || isAnew(flow as number)),
  );
  for (const { id } of gone) run.removeToken(id);
  const lost = goesOn ? taken.filter((flow) => !isAnew(flow)) : [];
  for (const flow of lost) run.addToken({ id: run.nextId(), node: join.index, scope, flow });
  return gone.length + lost.length > 0;
}

function joinsIn(run: Run, scope: number): readonly PreparedNode[] {
  const holder = run.scope(scope)?.node ?? run.draft.process;
  return run.prepared.nodes.filter((node) => node.spec.scope === holder && node.kind.kind === 'parallelGateway' && joins(node));
}

// Whether one of the places that are left leads to the join by a flow, or waited there.
function isLed(run: Run, join: PreparedNode, scope: number, flow: number, from: readonly Token[]): boolean {
  const sources = sourcesOf(run.prepared, join, flow);
  return from.some((token) => token.scope === scope && (token.node === join.index ? token.flow === flow : sources.has(token.node)));
}

function waits(run: Run, join: PreparedNode, scope: number, flow: number): boolean {
  return run.draft.tokens.some((token) => token.node === join.index && token.scope === scope && token.flow === flow);
}

function comes(run: Run, join: PreparedNode, scope: number, flow: number, landed: readonly Place[]): boolean {
  const sources = sourcesOf(run.prepared, join, flow);
  const under = (place: Place): boolean => place.scope === scope && sources.has(place.node.index);
  return landed.some(under) || run.draft.tokens.some((token) => token.scope === scope && sources.has(token.node));
}
