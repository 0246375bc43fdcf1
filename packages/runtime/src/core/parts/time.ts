/** Timers of the flow, and the clocks of legal limits with their pauses. */
import { pauseClocks, resumeClocks, startClocks, stopClocks } from '../clocks.ts';
import { fireTimer } from '../commands/fire-timer.ts';
import { giveNotice } from '../commands/give-notice.ts';
import { movePause } from '../commands/move-pause.ts';
import { pauseClocks as pauseClocksCommand } from '../commands/pause-clocks.ts';
import { reschedule } from '../commands/reschedule.ts';
import { resumeClocks as resumeClocksCommand } from '../commands/resume-clocks.ts';
import { beginHold, endHolds } from '../holds.ts';
import { setPlans } from '../planned-holds.ts';
import { armLimit, armTimer } from '../timers.ts';
import type { AblePart } from './part.ts';

export const time: AblePart<'time'> = {
  name: 'time',
  commands: [fireTimer, pauseClocksCommand, resumeClocksCommand, movePause, reschedule, giveNotice],
  ability: {
    startClocks,
    pauseClocks,
    resumeClocks,
    beginHold,
    setPlans,
    letGo(run, isOwner) {
      stopClocks(run, isOwner);
      endHolds(run, ({ owner }) => isOwner(owner));
    },
    armTimer,
    armLimit,
  },
};
