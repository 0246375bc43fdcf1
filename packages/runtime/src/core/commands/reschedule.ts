/** Reckons the clocks of a case by another edition of its calendar (CK7). The program handed in must have been prepared with it. */
import { moveClocks } from '../clocks.ts';
import type { CommandKind } from './command-kind.ts';

export const reschedule: CommandKind<'reschedule'> = {
  kind: 'reschedule',
  whileSuspended: true,
  run(run, { calendar, actor }) {
    run.draft.calendar = calendar;
    run.note({ kind: 'calendarChanged', seq: run.nextSeq(), at: run.now, by: actor, calendar });
    moveClocks(run);
    return undefined;
  },
};
