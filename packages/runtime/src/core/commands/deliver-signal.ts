/** A signal was broadcast elsewhere: everything in this case that waits for it is triggered (SG1). */

import { raise } from '../step-errors.ts';
import { receiveSignal } from '../throwing.ts';
import type { CommandKind } from './command-kind.ts';

export const deliverSignal: CommandKind<'deliverSignal'> = {
  kind: 'deliverSignal',
  run(run, command) {
    const waits = (run.draft.subscriptions ?? []).some(({ node }) => {
      const event = run.node(node).trigger?.event;
      return event?.kind === 'signal' && event.name === command.name;
    });
    if (!waits) return raise.problem('RUNTIME_SUBSCRIPTION_CLOSED', {}, { caseId: run.draft.caseId, subscriptionId: command.name });
    run.setValues(command, 0, run.prepared.process);
    receiveSignal(run, command.name);
    return undefined;
  },
};
