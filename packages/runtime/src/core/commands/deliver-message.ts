/** A message came for an open subscription: its values are taken over, and its event is triggered (MS1, MS4). */
import { cameFor, scopeOf, triggerOf } from '../armed.ts';
import { finding } from '../raise.ts';
import type { CommandKind } from './command-kind.ts';

export const deliverMessage: CommandKind<'deliverMessage'> = {
  kind: 'deliverMessage',
  whileSuspended: true,
  run(run, command) {
    const { subscriptionId, actor, comment } = command;
    const subscription = run.draft.subscriptions?.find(({ id }) => id === subscriptionId);
    const node = subscription === undefined ? undefined : run.node(subscription.node);
    const event = subscription && triggerOf(run, subscription)?.event;
    if (subscription === undefined || node === undefined || event?.kind !== 'message') {
      return finding('RUNTIME_SUBSCRIPTION_CLOSED', {}, { caseId: run.draft.caseId, subscriptionId });
    }
    const { name } = event;
    run.note({ kind: 'messageReceived', seq: run.nextSeq(), at: run.now, by: actor, nodeId: node.id, name, comment });
    run.setValues(command, scopeOf(run, subscription.owner), node);
    cameFor(run, subscription);
    return undefined;
  },
};
