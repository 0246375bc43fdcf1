/** Intermediate throw event: throws, and the token goes on (10.5.4); a link goes on at the catching link of the same name (LK1). */
import type { NodeKind } from '../node-kind.ts';
import type { PreparedNode } from '../prepared.ts';
import { linkTarget } from '../reach.ts';
import type { Run } from '../run.ts';
import { throwEach } from '../throwing.ts';

const RUNS: ReadonlySet<string> = new Set(['message', 'signal', 'escalation', 'link', 'compensate']);

export const intermediateThrowEvent: NodeKind = {
  kind: 'intermediateThrowEvent',
  enter,
  innerDone: (run, node, token) => run.part('compensation').undoNextOrGoOn(run, node, token),
  cannotRun: ({ events }) => {
    const kind = events?.find((event) => !RUNS.has(event.kind) || (event.kind === 'link' && events.length > 1))?.kind;
    return kind === undefined ? undefined : { what: 'throws', by: kind };
  },
};

function enter(run: Run, node: PreparedNode, scope: number): void {
  const event = node.trigger?.event;
  if (event?.kind === 'link') {
    const target = linkTarget(run.prepared, node) as PreparedNode;
    run.enterLater(target.index, scope);
    return;
  }
  // What catches a signal or escalation may take this token's scope away: leave first, so that the work goes with it.
  const compensation = node.triggers.find(({ event: { kind } }) => kind === 'compensate')?.event;
  if (compensation === undefined) run.leaveLater(node.index, scope);
  else run.part('compensation').throwEvent(run, node, scope, compensation);
  throwEach(run, node, scope);
}
