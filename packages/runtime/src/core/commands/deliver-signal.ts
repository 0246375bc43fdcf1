/** A signal was broadcast elsewhere: everything in this case that waits for it is triggered (SG1). */

import { finding } from '../raise.ts';
import { receiveSignal, waitingForSignal } from '../signals.ts';
import type { CommandKind } from './command-kind.ts';

export const deliverSignal: CommandKind<'deliverSignal'> = {
  kind: 'deliverSignal',
  whileSuspended: true,
  run(run, command) {
    if (waitingForSignal(run, command.name).length === 0)
      return finding('RUNTIME_SUBSCRIPTION_CLOSED', {}, { caseId: run.draft.caseId, subscriptionId: command.name });
    run.setValues(command, 0, run.node(run.draft.process));
    receiveSignal(run, command.name);
    return undefined;
  },
};
