/** What people and administrators do with a case besides completing a task: from claiming and returning to migration and paper cases. */
import { answer, beginAfter } from '../asked-tasks.ts';
import { addSigner } from '../commands/add-signer.ts';
import { assign } from '../commands/assign.ts';
import { claim } from '../commands/claim.ts';
import { copy } from '../commands/copy.ts';
import { delegate } from '../commands/delegate.ts';
import { enter } from '../commands/enter.ts';
import { jump } from '../commands/jump.ts';
import { migrate } from '../commands/migrate.ts';
import { readCopy } from '../commands/read-copy.ts';
import { reject } from '../commands/reject.ts';
import { removeSigner } from '../commands/remove-signer.ts';
import { resume } from '../commands/resume.ts';
import { retryIncident } from '../commands/retry-incident.ts';
import { returnTask } from '../commands/return-task.ts';
import { startActivity } from '../commands/start-activity.ts';
import { suspend } from '../commands/suspend.ts';
import { terminate } from '../commands/terminate.ts';
import { unclaim } from '../commands/unclaim.ts';
import { urge } from '../commands/urge.ts';
import { withdraw } from '../commands/withdraw.ts';
import { beginCorrection, endCorrection } from '../correction.ts';
import { expire } from '../expire.ts';
import { releaseHeld } from '../held-task.ts';
import type { AblePart } from './part.ts';

export const operations: AblePart<'operations'> = {
  name: 'operations',
  commands: [
    claim,
    unclaim,
    assign,
    delegate,
    addSigner,
    removeSigner,
    returnTask,
    withdraw,
    reject,
    jump,
    copy,
    readCopy,
    urge,
    suspend,
    resume,
    startActivity,
    enter,
    migrate,
    retryIncident,
    terminate,
  ],
  ability: { answer, beginAfter, releaseHeld, beginCorrection, endCorrection, expire },
};
