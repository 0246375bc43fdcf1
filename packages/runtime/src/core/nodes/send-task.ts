/** Send task: sends its message and passes, or does a job when it names a handler (13.3.3). Rule MS3. */
import { activity } from '../activity.ts';
import { finishActivity } from '../finish-activity.ts';
import { createJob } from '../jobs.ts';
import type { NodeKind } from '../node-kind.ts';
import { sendMessage } from '../throwing.ts';

export const sendTask: NodeKind = activity({
  kind: 'sendTask',
  begin(run, node, token) {
    if (node.handler !== undefined) return createJob(run, node, token);
    sendMessage(run, node, token.scope);
    finishActivity(run, token);
  },
  cannotRun: ({ handler, events }) => (handler === undefined && events?.[0]?.kind !== 'message' ? { what: 'nothingSent' } : undefined),
});
