/** Ends a pause that was begun by command; clocks that are held for the same reason by the flow still stand (CK5). */
import { BY_COMMAND, endHolds, heldByCommand } from '../holds.ts';
import { finding } from '../raise.ts';
import type { CommandKind } from './command-kind.ts';

export const resumeClocks: CommandKind<'resumeClocks'> = {
  kind: 'resumeClocks',
  whileSuspended: true,
  run(run, { reason, comment, actor }) {
    if (heldByCommand(run, reason) === undefined) return finding('RUNTIME_PAUSE_OVER', { property: 'reason' }, { reason });
    run.note({ kind: 'pauseEnded', seq: run.nextSeq(), at: run.now, by: actor, reason, comment });
    endHolds(run, (hold) => hold.owner === BY_COMMAND && hold.reason === reason);
    return undefined;
  },
};
