/** Starts a case: the process instance is opened and its first nodes are entered (13.2; ST1–ST6). */
import type { Finding } from '@tongban/model';
import { startClocks } from '../clocks.ts';
import { armEventSubProcesses } from '../event-sub-process.ts';
import { enterStarts, isBegunByEvents } from '../open-scope.ts';
import type { PreparedNode } from '../prepared.ts';
import { finding, raise } from '../raise.ts';
import type { Run } from '../run.ts';
import { startingGateway } from '../start-triggers.ts';
import { armOthers } from '../triggers.ts';
import type { CommandKind } from './command-kind.ts';

export const start: CommandKind<'start'> = {
  kind: 'start',
  run(run, command) {
    const { startNode, startTrigger } = command;
    if (run.draft.process < 0) throw raise('RUNTIME_START_UNKNOWN', { nodeId: startNode ?? command.process ?? '' });
    const process = run.node(run.draft.process);
    const first = startNode === undefined ? undefined : startAt(run, startNode);
    if (first === undefined && isBegunByEvents(run.prepared, process)) return notByHand(process);
    const { caseId, releaseId, starter } = run.draft;
    run.events.push({ kind: 'caseStarted', seq: run.nextSeq(), at: run.now, by: command.actor, caseId, releaseId, starter });
    run.markHeadStale();
    run.setValues(command, 0, process);
    if (process.spec.clocks !== undefined) startClocks(run, process.spec.clocks, 0, process.index);
    armEventSubProcesses(run, process, 0);
    if (first === undefined) enterStarts(run, process, 0);
    else begin(run, first, startTrigger ?? 0);
    return undefined;
  },
};

function startAt(run: Run, nodeId: string): PreparedNode {
  const node = run.prepared.byId.get(nodeId) as PreparedNode;
  const starts = node.kind.kind === 'startEvent' || node.spec.instantiate === true || startingGateway(run.prepared, node) !== undefined;
  if (starts && node.kind.kind !== 'eventBasedGateway') return node;
  throw raise('RUNTIME_START_UNKNOWN', { nodeId });
}

function begin(run: Run, node: PreparedNode, which: number): void {
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
  if (event?.kind === 'message') run.events.push({ kind: 'messageReceived', ...facts, name: event.name });
  else if (event?.kind === 'signal') run.events.push({ kind: 'signalReceived', ...facts, name: event.name });
  else return;
  run.nextSeq();
}

function notByHand(process: PreparedNode): Finding {
  return finding('RUNTIME_START_BY_EVENT', { elementId: process.id, elementName: process.name }, { processName: process.name });
}
