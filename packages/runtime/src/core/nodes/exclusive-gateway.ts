/**
 * Exclusive gateway: takes the first outgoing flow whose condition holds, else the default flow (13.4.2). Conditions are asked in
 * document order; a flow without a condition holds. Every token that arrives passes by itself. Rules XG1–XG4.
 */
import type { NodeKind } from '../node-kind.ts';
import type { PreparedNode } from '../prepared.ts';
import type { Run } from '../run.ts';

export const exclusiveGateway: NodeKind = { kind: 'exclusiveGateway', enter: chooseOne };

function chooseOne(run: Run, node: PreparedNode, scope: number): void {
  const { outgoing } = node;
  if (outgoing.length === 0) {
    run.tokenEnded(scope);
    return;
  }
  let chosen = node.default;
  for (let at = 0; at < outgoing.length; at++) {
    const flow = outgoing[at] as PreparedNode['outgoing'][number];
    if (flow !== node.default && (flow.condition === undefined || run.test(flow.condition, scope))) {
      chosen = flow;
      break;
    }
  }
  if (chosen === undefined) throw run.noFlowTaken(node);
  run.enterLater(chosen.target, scope, chosen.index);
}
