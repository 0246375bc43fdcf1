/** Reckons the clocks of a case by another edition of its calendar (CK7, CK11). The program handed in must have been prepared with it. */
import { moveClocks } from '../clocks.ts';
import { moveHolds } from '../planned-holds.ts';
import type { CommandKind } from './command-kind.ts';

export const reschedule: CommandKind<'reschedule'> = {
  kind: 'reschedule',
  whileSuspended: true,
  run(run, { calendar, actor }) {
    run.draft.calendar = calendar;
    run.note({ kind: 'calendarChanged', seq: run.nextSeq(), at: run.now, by: actor, calendar });
    moveHolds(run);
    moveClocks(run);
    return undefined;
  },
};
