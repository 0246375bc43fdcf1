/** Makes clocks stand still for a reason, or leaves a stretch of the past out of them; CK5, CK6. */
import { excludeTime } from '../clocks.ts';
import { BY_COMMAND, beginHold, isHeldByCommand } from '../holds.ts';
import { finding } from '../raise.ts';
import type { CommandKind } from './command-kind.ts';

export const pauseClocks: CommandKind<'pauseClocks'> = {
  kind: 'pauseClocks',
  whileSuspended: true,
  run(run, { reason, from = run.now, to, comment, actor }) {
    const known = Object.values(run.prepared.limits).some((limit) => limit.pauses?.includes(reason));
    if (!known) return finding('RUNTIME_PAUSE_UNKNOWN', { property: 'reason' }, { reason });
    if (from > (to ?? run.now) || (to ?? from) > run.now)
      return finding('RUNTIME_PAUSE_INSTANT', { property: 'from' }, { reason, from, to: to ?? null, now: run.now });
    if (to !== undefined) {
      run.note({ kind: 'timeExcluded', seq: run.nextSeq(), at: run.now, by: actor, reason, from, to, comment });
      excludeTime(run, { reason, from, to });
      return undefined;
    }
    if (isHeldByCommand(run, reason)) return finding('RUNTIME_PAUSE_LASTS', { property: 'reason' }, { reason });
    run.note({ kind: 'pauseBegan', seq: run.nextSeq(), at: run.now, by: actor, reason, from, comment });
    beginHold(run, reason, BY_COMMAND, from);
    return undefined;
  },
};
