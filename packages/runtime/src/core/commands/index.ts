/** Every command. A new command is a file here and a line below. */
import type { CaseCommand } from '../command.ts';
import { addSigner } from './add-signer.ts';
import { assign } from './assign.ts';
import { claim } from './claim.ts';
import type { CommandKind } from './command-kind.ts';
import { completeTask } from './complete-task.ts';
import { copy } from './copy.ts';
import { delegate } from './delegate.ts';
import { deliverMessage } from './deliver-message.ts';
import { deliverSignal } from './deliver-signal.ts';
import { enter } from './enter.ts';
import { failJob } from './fail-job.ts';
import { finishJob } from './finish-job.ts';
import { fireTimer } from './fire-timer.ts';
import { giveNotice } from './give-notice.ts';
import { migrate } from './migrate.ts';
import { pauseClocks } from './pause-clocks.ts';
import { reschedule } from './reschedule.ts';
import { resumeClocks } from './resume-clocks.ts';
import { jump } from './jump.ts';
import { raiseError } from './raise-error.ts';
import { readCopy } from './read-copy.ts';
import { reject } from './reject.ts';
import { removeSigner } from './remove-signer.ts';
import { resume } from './resume.ts';
import { retryIncident } from './retry-incident.ts';
import { returnTask } from './return-task.ts';
import { setData } from './set-data.ts';
import { start } from './start.ts';
import { startActivity } from './start-activity.ts';
import { suspend } from './suspend.ts';
import { terminate } from './terminate.ts';
import { unclaim } from './unclaim.ts';
import { urge } from './urge.ts';
import { withdraw } from './withdraw.ts';

/** The commands, by name. */
export const commandKinds: { readonly [Kind in CaseCommand['kind']]: CommandKind<Kind> } = {
  start,
  enter,
  completeTask,
  claim,
  unclaim,
  assign,
  addSigner,
  removeSigner,
  delegate,
  setData,
  return: returnTask,
  copy,
  jump,
  readCopy,
  resume,
  suspend,
  urge,
  withdraw,
  reject,
  startActivity,
  terminate,
  finishJob,
  failJob,
  raiseError,
  fireTimer,
  deliverMessage,
  deliverSignal,
  retryIncident,
  pauseClocks,
  resumeClocks,
  reschedule,
  giveNotice,
  migrate,
};
