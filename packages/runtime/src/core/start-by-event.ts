/** A case that begins by a message, a signal or an instant, at the start event, receive task or gateway that waits for it (ST4–ST6). */
import type { PreparedNode, PreparedRelease } from './prepared.ts';
import type { Run } from './run.ts';
import { startingGateway } from './start-triggers.ts';
import { armOthers } from './triggers.ts';

/** Whether cases may begin at a node that is no start event. */
export function beginsCases(prepared: PreparedRelease, node: PreparedNode): boolean {
  if (node.kind.kind === 'eventBasedGateway') return false;
  return node.spec.instantiate === true || startingGateway(prepared, node) !== undefined;
}

/** Begins the case at a node, whose definition number `which` has come. */
export function beginAt(run: Run, node: PreparedNode, which: number): void {
  noteArrival(run, node, which);
  if (node.kind.kind === 'startEvent') {
    if (node.spec.parallel === true && node.triggers.length > 1) waitForOthers(run, node, which);
    else run.enterLater(node.index, 0);
    return;
  }
  const gateway = startingGateway(run.prepared, node);
  if (gateway !== undefined) run.countEntry(gateway.index);
  run.countEntry(node.index);
  run.leaveLater(node.index, 0);
  if (gateway?.spec.parallel !== true) return;
  for (const { target, index } of gateway.outgoing) if (target !== node.index) run.enterLater(target, 0, index);
}

// A token stands at the start event until the rest has come (ST6).
function waitForOthers(run: Run, node: PreparedNode, which: number): void {
  run.countEntry(node.index);
  const token = run.addToken({ id: run.nextId(), node: node.index, scope: 0 });
  armOthers(run, node, which, token.id);
}

function noteArrival(run: Run, node: PreparedNode, which: number): void {
  const event = node.triggers[which]?.event;
  const facts = { seq: run.draft.seq + 1, at: run.now, nodeId: node.id };
  if (event?.kind === 'message') run.note({ kind: 'messageReceived', ...facts, name: event.name });
  else if (event?.kind === 'signal') run.note({ kind: 'signalReceived', ...facts, name: event.name });
  else return;
  run.nextSeq();
}
