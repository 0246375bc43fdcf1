/** Intermediate catch event: the token waits for a message, signal, timer or condition (10.5.4, 13.5.2); a catching link is passed at once. Rules TM1, MS1, SG1. */

import { goOnFrom } from '../go-on-from.ts';
import type { NodeKind } from '../node-kind.ts';
import type { PreparedNode } from '../prepared.ts';
import type { Run } from '../run.ts';
import { arm } from '../triggers.ts';
import { cannotWaitFor, WAITED } from '../waits-for.ts';

export const intermediateCatchEvent: NodeKind = {
  kind: 'intermediateCatchEvent',
  enter,
  triggered: goOnFrom,
  cannotRun: ({ events }) => cannotWaitFor(events, [...WAITED, 'link']),
};

function enter(run: Run, node: PreparedNode, scope: number): void {
  if (node.trigger?.event.kind === 'link') {
    run.takeOutgoing(node, scope);
    return;
  }
  const token = run.standAt(node, scope);
  if (node.spec.clocks !== undefined) run.part('time').startClocks(run, node.spec.clocks, token.id, node.index);
  arm(run, node, token.id, scope);
}
