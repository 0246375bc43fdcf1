/**
 * Parallel gateway: waits until every incoming flow has brought a token, takes one of each, and puts one on every outgoing flow, whatever
 * its condition (13.4.1). A second token by the same flow waits for the next round. Rules PG1–PG3.
 */
import type { NodeKind } from '../node-kind.ts';
import type { PreparedNode } from '../prepared.ts';
import type { Run } from '../run.ts';

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
  const taken: number[] = [];
  for (const other of incoming) {
    if (other === flow) continue;
    const waiting = run.draft.tokens.find((token) => token.node === node.index && token.scope === scope && token.flow === other);
    if (waiting === undefined) {
      run.addToken({ id: run.nextId(), node: node.index, scope, flow });
      return false;
    }
    taken.push(waiting.id);
  }
  for (const id of taken) run.removeToken(id);
  return true;
}
