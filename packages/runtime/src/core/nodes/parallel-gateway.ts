/**
 * Parallel gateway: waits until every incoming flow has brought a token, takes one of each, and puts one on every outgoing flow, whatever
 * its condition (13.4.1). A second token by the same flow waits for the next round. Rules PG1–PG3.
 */
import type { NodeKind } from '../node-kind.ts';
import type { PreparedNode } from '../prepared.ts';
import type { Run } from '../run.ts';
import type { Token } from '../state.ts';

export const parallelGateway: NodeKind = { kind: 'parallelGateway', enter };

function enter(run: Run, node: PreparedNode, scope: number, flow: number): void {
  const { incoming } = node;
  if (incoming.length > 1 && !joined(run, node, scope, flow)) return;
  if (node.outgoing.length === 0) {
    run.tokenEnded(scope);
    return;
  }
  for (let at = 0; at < node.outgoing.length; at++) {
    const out = node.outgoing[at] as PreparedNode['outgoing'][number];
    run.enterLater(out.target, scope, out.index);
  }
}

function joined(run: Run, node: PreparedNode, scope: number, flow: number): boolean {
  const { incoming } = node;
  // Counted first: to ask flow by flow is only worth it when enough are there.
  if (countWaiting(run, node, scope) < incoming.length - 1) {
    run.addToken({ id: run.nextId(), node: node.index, scope, flow });
    return false;
  }
  for (let at = 0; at < incoming.length; at++) {
    if (incoming[at] !== flow && waitingBy(run, node, scope, incoming[at] as number) === undefined) {
      run.addToken({ id: run.nextId(), node: node.index, scope, flow });
      return false;
    }
  }
  for (const other of incoming) {
    if (other !== flow) run.removeToken((waitingBy(run, node, scope, other) as Token).id);
  }
  return true;
}

function countWaiting(run: Run, node: PreparedNode, scope: number): number {
  const { tokens } = run.draft;
  let count = 0;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.node === node.index && token.scope === scope) count += 1;
  }
  return count;
}

/** The first token that waits at a join and came by this flow. */
function waitingBy(run: Run, node: PreparedNode, scope: number, flow: number): Token | undefined {
  const { tokens } = run.draft;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.node === node.index && token.scope === scope && token.flow === flow) return token;
  }
  return undefined;
}
