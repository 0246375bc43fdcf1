/**
 * A timer is due: its event is triggered; a cycle is set again first (TM1–TM4). That of a task's own limit expires the task (EX1), that of a
 * pause ends it (CK9).
 */
import { cameFor } from '../armed.ts';
import { endPlannedHold } from '../holds.ts';
import { finding } from '../raise.ts';
import { repeatTimer } from '../timers.ts';
import type { CommandKind } from './command-kind.ts';

export const fireTimer: CommandKind<'fireTimer'> = {
  kind: 'fireTimer',
  run(run, command) {
    const { timerId, actor } = command;
    const timer = run.draft.timers?.find(({ id }) => id === timerId);
    if (timer?.dueAt === undefined)
      return endPlannedHold(run, timerId) ? undefined : finding('RUNTIME_TIMER_CLOSED', {}, { caseId: run.draft.caseId, timerId });
    run.takeFrom('timers', ({ id }) => id === timerId);
    run.order({ kind: 'closeTimer', timerId });
    const node = run.node(timer.node);
    if (node.kind.kind === 'userTask') {
      run.part('operations').expire(run, timer, command);
      return undefined;
    }
    run.note({ kind: 'timerFired', seq: run.nextSeq(), at: run.now, by: actor, nodeId: node.id, timerId });
    if (node.spec.parallel !== true) repeatTimer(run, timer);
    cameFor(run, timer);
    return undefined;
  },
};
