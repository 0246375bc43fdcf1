/** Receive task: the token waits for a message (13.3.3). Rule MS1. */
import { activity } from '../activity.ts';
import { goOnFrom } from '../go-on-from.ts';
import type { NodeKind } from '../node-kind.ts';
import { arm } from '../triggers.ts';
import { cannotWaitFor } from '../waits-for.ts';

export const receiveTask: NodeKind = activity({
  kind: 'receiveTask',
  begin: (run, node, token) => arm(run, node, token.id, token.scope),
  triggered: goOnFrom,
  cannotRun: ({ events }) => cannotWaitFor(events, ['message']),
});
