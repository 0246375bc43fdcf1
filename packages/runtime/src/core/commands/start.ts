/** Starts a case: the process instance is opened and its first nodes are entered (13.2; ST1–ST6). */
import type { Finding } from '@tongban/model';
import { armEventSubProcesses } from '../event-sub-process.ts';
import { enterStarts, isBegunByEvents } from '../open-scope.ts';
import type { PreparedNode } from '../prepared.ts';
import { finding, raise } from '../raise.ts';
import type { Run } from '../run.ts';
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
    run.note({ kind: 'caseStarted', seq: run.nextSeq(), at: run.now, by: command.actor, caseId, releaseId, starter });
    run.headIsStale = true;
    run.setValues(command, 0, process);
    if (process.spec.clocks !== undefined) run.part('time').startClocks(run, process.spec.clocks, 0, process.index);
    armEventSubProcesses(run, process, 0);
    if (first === undefined) enterStarts(run, process, 0);
    else if (first.triggers.length > 0 || first.kind.kind !== 'startEvent') run.part('events').beginAt(run, first, startTrigger ?? 0);
    else run.enterLater(first.index, 0);
    return undefined;
  },
};

function startAt(run: Run, nodeId: string): PreparedNode {
  const node = run.prepared.byId.get(nodeId) as PreparedNode;
  if (node.kind.kind === 'startEvent' || run.prepared.parts.abilities.events?.beginsCases(run.prepared, node) === true) return node;
  throw raise('RUNTIME_START_UNKNOWN', { nodeId });
}

function notByHand(process: PreparedNode): Finding {
  return finding('RUNTIME_START_BY_EVENT', { elementId: process.id, elementName: process.name }, { processName: process.name });
}
