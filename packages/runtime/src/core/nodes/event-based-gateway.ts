/** Event-based gateway: waits for whichever of the events after it comes first; the others are then given up (13.4.4, exclusive). Rules EG1–EG3. */
import type { Program, ProgramNode } from '@tongban/model';
import type { CannotRun, NodeKind } from '../node-kind.ts';
import type { PreparedNode } from '../prepared.ts';
import type { Run } from '../run.ts';
import { arm } from '../triggers.ts';

export const eventBasedGateway: NodeKind = { kind: 'eventBasedGateway', enter, cannotRun };

function enter(run: Run, node: PreparedNode, scope: number): void {
  const token = run.standAt(node, scope);
  for (const { target } of node.outgoing) arm(run, run.node(target), token.id, scope);
}

function cannotRun(node: ProgramNode, program: Program): CannotRun | undefined {
  const waits = ({ kind, events }: ProgramNode): boolean =>
    kind === 'receiveTask' || (kind === 'intermediateCatchEvent' && events?.[0]?.kind !== 'link');
  const other = node.outgoing
    .map((flow) => program.nodes[program.flows[flow]?.target as number] as ProgramNode)
    .find((target) => !waits(target));
  if (node.outgoing.length === 0) return { what: 'noEvents' };
  return other === undefined ? undefined : { what: 'notWaiting', by: other.id };
}
