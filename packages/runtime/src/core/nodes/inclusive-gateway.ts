/**
 * Inclusive gateway: as a split, takes every outgoing flow whose condition holds, else the default flow; as a join, waits for every token that
 * can still come (13.4.3; the rule is in `inclusive-join.ts`). Rules IG1–IG5.
 */
import { joinInclusive } from '../inclusive-join.ts';
import type { NodeKind } from '../node-kind.ts';
import type { PreparedNode } from '../prepared.ts';
import type { Run } from '../run.ts';

export const inclusiveGateway: NodeKind = { kind: 'inclusiveGateway', enter, leave: split, join: joinInclusive };

function enter(run: Run, node: PreparedNode, scope: number, flow: number): void {
  if (node.incoming.length < 2 || flow < 0) {
    split(run, node, scope);
    return;
  }
  run.addToken({ id: run.nextId(), node: node.index, scope, flow });
}

function split(run: Run, node: PreparedNode, scope: number): void {
  if (node.outgoing.length === 0) {
    run.tokenEnded(scope);
    return;
  }
  const taken = node.outgoing.filter((flow) => flow !== node.default && (flow.condition === undefined || run.test(flow.condition, scope)));
  if (taken.length === 0 && node.default !== undefined) taken.push(node.default);
  if (taken.length === 0) throw run.noFlowTaken(node);
  for (const flow of taken) run.enterLater(flow.target, scope, flow.index);
}
