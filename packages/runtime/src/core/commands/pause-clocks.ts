/** Makes clocks stand still for a reason, until somebody ends it or by a plan, or leaves a stretch of the past out of them; CK5, CK6, CK9. */
import { excludeTime } from '../clocks.ts';
import { BY_COMMAND, beginHold, heldByCommand } from '../holds.ts';
import { isInstant } from '../instant.ts';
import { isEnd, plannedEnd, planOf } from '../planned-holds.ts';
import { finding } from '../raise.ts';
import type { CommandKind } from './command-kind.ts';

export const pauseClocks: CommandKind<'pauseClocks'> = {
  kind: 'pauseClocks',
  whileSuspended: true,
  run(run, command) {
    const { reason, from = run.now, to, comment, actor } = command;
    const known = Object.values(run.prepared.limits).some((limit) => limit.pauses?.includes(reason));
    if (!known) return finding('RUNTIME_PAUSE_UNKNOWN', { property: 'reason' }, { reason });
    const given = [command.from, to].filter((at) => at !== undefined);
    if (!given.every(isInstant) || from > (to ?? run.now) || (to ?? from) > run.now)
      return finding('RUNTIME_PAUSE_INSTANT', { property: 'from' }, { reason, from, to: to ?? null, now: run.now });
    if (to !== undefined) {
      run.note({ kind: 'timeExcluded', seq: run.nextSeq(), at: run.now, by: actor, reason, from, to, comment });
      excludeTime(run, { reason, from, to });
      return undefined;
    }
    if (heldByCommand(run, reason) !== undefined) return finding('RUNTIME_PAUSE_LASTS', { property: 'reason' }, { reason });
    const until = plannedEnd(run, command, from);
    if (until !== undefined && !isEnd(run, until))
      return finding('RUNTIME_PAUSE_END', { property: 'until' }, { reason, from, now: run.now });
    run.note({ kind: 'pauseBegan', seq: run.nextSeq(), at: run.now, by: actor, reason, from, until, comment });
    beginHold(run, reason, BY_COMMAND, from, until === undefined ? undefined : planOf(run, command, from, until));
    return undefined;
  },
};
