/** Gives a pause begun by command another end, later or earlier, or takes its end away (延长、提前); the clocks know it from now on (CK12). */
import { heldByCommand, replanHold } from '../holds.ts';
import { isEnd, planOf } from '../planned-holds.ts';
import { finding } from '../raise.ts';
import type { CommandKind } from './command-kind.ts';

export const movePause: CommandKind<'movePause'> = {
  kind: 'movePause',
  whileSuspended: true,
  run(run, command) {
    const { reason, until, comment, actor } = command;
    const hold = heldByCommand(run, reason);
    if (hold === undefined) return finding('RUNTIME_PAUSE_OVER', { property: 'reason' }, { reason });
    const { until: before, from = run.now } = hold.plan ?? {};
    if (until !== undefined && !isEnd(run, until))
      return finding('RUNTIME_PAUSE_END', { property: 'until' }, { reason, from, now: run.now });
    run.note({ kind: 'pauseMoved', seq: run.nextSeq(), at: run.now, by: actor, reason, until, before, comment });
    replanHold(run, hold, until === undefined ? undefined : planOf(run, command, from, until));
    return undefined;
  },
};
