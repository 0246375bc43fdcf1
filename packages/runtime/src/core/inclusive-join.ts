/**
 * Joins that look at their whole scope, by the rule of BPMN 2.0.2 (13.4.3): an inclusive gateway fires when some incoming flow has a token,
 * and no token elsewhere in the scope could still reach an incoming flow without a token on a way that does not pass the gateway, unless it
 * could as well reach one that has a token. Asked when nothing else moves, so a token is always at a node. A token at an activity may also
 * leave by a boundary event. Joins that wait for nothing but each other would do so for ever: the one whose token is the oldest fires (IG6).
 */
import type { PreparedNode } from './prepared.ts';
import { sourcesOf } from './reach.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';

/** Lets the first gateway go on that can; whether there was one. */
export function fireReadyJoin(run: Run): boolean {
  const places = joiningPlaces(run);
  for (const { node, scope } of places) if (node.kind.join?.(run, node, scope) === true) return true;
  const stuck = waitingForEachOther(run, places);
  if (stuck !== undefined) fire(run, stuck.node, stuck.scope);
  return stuck !== undefined;
}

/** An inclusive gateway fires when it is ready. */
export function joinInclusive(run: Run, gateway: PreparedNode, scope: number): boolean {
  if (awaited(run, gateway, scope, arrivedAt(run, gateway, scope)).length > 0) return false;
  fire(run, gateway, scope);
  return true;
}

/** The tokens of the scope that can still come to a gateway by a flow other than `full`, and not as well by one of `full`. */
export function awaited(run: Run, gateway: PreparedNode, scope: number, full: ReadonlySet<number>): readonly Token[] {
  return run.draft.tokens.filter(({ scope: at, node }) => at === scope && canCome(run, gateway, node, full));
}

/** Whether from a node of its scope something can still come to a gateway by a flow other than `full`, and not as well by one of `full`. */
export function canCome(run: Run, gateway: PreparedNode, node: number, full: ReadonlySet<number>): boolean {
  const reaches = (wanted: boolean): boolean =>
    gateway.incoming.some((flow) => full.has(flow) === wanted && sourcesOf(run.prepared, gateway, flow).has(node));
  return node !== gateway.index && reaches(false) && !reaches(true);
}

/** The tokens that wait at a gateway, each by the flow it came by. */
export function waitingAt(run: Run, gateway: PreparedNode, scope: number): readonly Token[] {
  return run.draft.tokens.filter((token) => token.node === gateway.index && token.scope === scope && isWaiting(run, token));
}

// One that could not go on does not wait for others.
function isWaiting(run: Run, { id, flow }: Token): boolean {
  return flow !== undefined && run.incidentAt(id) === undefined;
}

/** Takes the first token of each flow that `wanted` admits; the flows. */
export function takeOneOfEach(run: Run, gateway: PreparedNode, scope: number, wanted: (flow: number) => boolean): readonly number[] {
  const taken = new Set<number>();
  for (const { id, flow } of waitingAt(run, gateway, scope)) {
    if (flow === undefined || taken.has(flow) || !wanted(flow)) continue;
    taken.add(flow);
    run.removeToken(id);
  }
  return [...taken];
}

interface Place {
  readonly node: PreparedNode;
  readonly scope: number;
}

/** Where tokens wait at a join, and where a complex gateway waits to begin anew; in order of the tokens. */
function joiningPlaces(run: Run): readonly Place[] {
  const places = new Map<string, Place>();
  const note = (node: PreparedNode, scope: number): unknown => places.set(`${node.index}@${scope}`, { node, scope });
  for (const token of run.draft.tokens) {
    const node = run.node(token.node);
    if (node.kind.join !== undefined && node.incoming.length > 1 && isWaiting(run, token)) note(node, token.scope);
  }
  for (const { node, scope } of run.draft.resets ?? []) note(run.node(node), scope);
  return [...places.values()];
}

/** Of the inclusive gateways that wait for nothing but tokens at one another, the first. */
function waitingForEachOther(run: Run, places: readonly Place[]): Place | undefined {
  let circle = places.filter(({ node }) => node.kind.kind === 'inclusiveGateway');
  for (let before = -1; circle.length !== before && circle.length > 1; ) {
    before = circle.length;
    const isInside = ({ node, scope, flow }: Token): boolean =>
      flow !== undefined && circle.some((place) => place.node.index === node && place.scope === scope);
    circle = circle.filter(({ node, scope }) => awaited(run, node, scope, arrivedAt(run, node, scope)).every(isInside));
  }
  return circle.length > 1 ? circle[0] : undefined;
}

function arrivedAt(run: Run, gateway: PreparedNode, scope: number): ReadonlySet<number> {
  return new Set(waitingAt(run, gateway, scope).map(({ flow }) => flow as number));
}

/** One token of each incoming flow that has one is taken, and the gateway splits. */
function fire(run: Run, gateway: PreparedNode, scope: number): void {
  takeOneOfEach(run, gateway, scope, () => true);
  run.leaveLater(gateway.index, scope);
}
