/**
 * Joining inclusive gateways, by the rule of BPMN 2.0.2 (13.4.3): it fires when some incoming flow has a token, and no token elsewhere in
 * the scope could still reach an incoming flow without a token on a way that does not pass the gateway, unless it could as well reach one
 * that has a token. Asked when nothing else moves, so a token is always at a node. A token at an activity may also leave by a boundary event.
 */
import type { PreparedNode } from './prepared.ts';
import { sourcesOf } from './reach.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';

/** Fires the first gateway that is ready; whether there was one. */
export function fireReadyJoin(run: Run): boolean {
  const asked = new Set<string>();
  for (const token of run.draft.tokens) {
    const node = run.node(token.node);
    const place = `${token.node}@${token.scope}`;
    if (node.kind.joinsByReach !== true || node.incoming.length < 2 || token.flow === undefined || asked.has(place)) continue;
    asked.add(place);
    if (isReady(run, node, token.scope)) {
      fire(run, node, token.scope);
      return true;
    }
  }
  return false;
}

function isReady(run: Run, gateway: PreparedNode, scope: number): boolean {
  const waiting = waitingAt(run, gateway, scope);
  const arrived = new Set(waiting.map((token) => token.flow));
  const others = run.draft.tokens.filter((token) => token.scope === scope && token.node !== gateway.index);
  const reaches = (flows: readonly number[], node: number): boolean =>
    flows.some((flow) => sourcesOf(run.prepared, gateway, flow).has(node));
  const empty = gateway.incoming.filter((flow) => !arrived.has(flow));
  const full = gateway.incoming.filter((flow) => arrived.has(flow));
  return !others.some((token) => reaches(empty, token.node) && !reaches(full, token.node));
}

/** One token of each incoming flow that has one is taken, and the gateway splits. */
function fire(run: Run, gateway: PreparedNode, scope: number): void {
  const taken = new Set<number>();
  for (const token of waitingAt(run, gateway, scope)) {
    if (taken.has(token.flow as number)) continue;
    taken.add(token.flow as number);
    run.removeToken(token.id);
  }
  run.leaveLater(gateway.index, scope);
}

function waitingAt(run: Run, gateway: PreparedNode, scope: number): readonly Token[] {
  return run.draft.tokens.filter((token) => token.node === gateway.index && token.scope === scope && token.flow !== undefined);
}
