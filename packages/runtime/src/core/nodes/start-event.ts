/** Start event: a token passes at once (10.5.2). The start of an event sub-process begins it when its trigger comes (13.5.4). Rules ES1–ES4. */
import { cancelInside } from '../cancel.ts';
import { disarmEventSubProcesses } from '../event-sub-process.ts';
import { goOnFrom } from '../go-on-from.ts';
import type { NodeKind } from '../node-kind.ts';
import type { PreparedNode } from '../prepared.ts';
import type { Run } from '../run.ts';

export const startEvent: NodeKind = {
  kind: 'startEvent',
  enter: (run, node, scope) => (node.assignsAtEnd.length > 0 ? run.leaveLater(node.index, scope) : run.takeOutgoing(node, scope)),
  triggered,
};

// `owner` is the scope instance that the event sub-process belongs to, or a token that waits here for the rest of what starts its case.
function triggered(run: Run, start: PreparedNode, owner: number): void {
  if (run.token(owner)?.node === start.index) goOnFrom(run, start, owner);
  else beginEventSubProcess(run, start, owner);
}

function beginEventSubProcess(run: Run, start: PreparedNode, owner: number): void {
  if (start.spec.interrupting !== false) {
    disarmEventSubProcesses(run, owner);
    cancelInside(run, owner);
    const instance = run.scope(owner);
    // Nothing more is begun in an ad-hoc sub-process.
    if (instance !== undefined && run.node(instance.node).adHoc !== undefined) run.replaceScope({ ...instance, closing: true });
  }
  run.enterLater(start.spec.scope, owner);
}
