/** Starts a case: the process instance is opened and its first nodes are entered (13.2; ST1–ST3). */
import { startClocks } from '../clocks.ts';
import { armEventSubProcesses } from '../event-sub-process.ts';
import { enterStarts } from '../open-scope.ts';
import type { Run } from '../run.ts';
import { raise } from '../step-errors.ts';
import type { CommandKind } from './command-kind.ts';

export const start: CommandKind<'start'> = {
  kind: 'start',
  run(run, command) {
    const { process } = run.prepared;
    const { startNode } = command;
    const first = startNode === undefined ? undefined : startAt(run, startNode);
    const { caseId, releaseId, starter } = run.draft;
    run.events.push({ kind: 'caseStarted', seq: run.nextSeq(), at: run.now, by: command.actor, caseId, releaseId, starter });
    run.markHeadStale();
    run.setValues(command, 0, process);
    if (process.spec.clocks !== undefined) startClocks(run, process.spec.clocks, 0, process.index);
    armEventSubProcesses(run, process, 0);
    if (first === undefined) enterStarts(run, process, 0);
    else run.enterLater(first, 0);
    return undefined;
  },
};

function startAt(run: Run, nodeId: string): number {
  const node = run.prepared.byId.get(nodeId);
  if (node?.kind.kind === 'startEvent' && node.spec.scope === run.prepared.process.index) return node.index;
  throw raise('RUNTIME_START_UNKNOWN', { nodeId });
}
