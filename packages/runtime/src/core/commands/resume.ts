/** Lets a suspended case go on (激活; SU2): its timers run again, and the clocks that stood still. */
import { finding } from '../raise.ts';
import { SUSPENDED } from '../suspended-reason.ts';
import type { CommandKind } from './command-kind.ts';

export const resume: CommandKind<'resume'> = {
  kind: 'resume',
  whileSuspended: true,
  run(run, { actor, reason }) {
    const { suspended, timers = [], caseId } = run.draft;
    if (suspended === undefined) return finding('RUNTIME_CASE_NOT_SUSPENDED', {}, { caseId });
    run.note({ kind: 'caseResumed', seq: run.nextSeq(), at: run.now, by: actor, reason });
    run.draft.suspended = undefined;
    for (const { id, node, dueAt } of timers)
      if (dueAt !== undefined) run.order({ kind: 'createTimer', timerId: id, nodeId: run.node(node).id, dueAt });
    run.prepared.parts.abilities.time?.resumeClocks(run, SUSPENDED);
    run.prepared.parts.abilities.time?.setPlans(run);
    return undefined;
  },
};
