/** Stops the case for a time (挂起; SU1, SU2): nobody can act, its timers stand still, and the clocks whose limits say so. */
import { SUSPENDED } from '../suspended-reason.ts';
import type { CommandKind } from './command-kind.ts';

export const suspend: CommandKind<'suspend'> = {
  kind: 'suspend',
  run(run, { actor, reason }) {
    run.note({ kind: 'caseSuspended', seq: run.nextSeq(), at: run.now, by: actor, reason });
    run.draft.suspended = { at: run.now, by: actor, reason };
    run.prepared.parts.abilities.time?.pauseClocks(run, SUSPENDED);
    for (const { plan } of run.draft.holds ?? []) if (plan !== undefined) run.order({ kind: 'closeTimer', timerId: plan.timer });
    for (const { id, dueAt } of run.draft.timers ?? []) if (dueAt !== undefined) run.order({ kind: 'closeTimer', timerId: id });
    return undefined;
  },
};
