/** Service task: a job for the handler that the host registered under this name; the token waits until it is finished (13.3.3). Rules JB1–JB5. */
import { activity } from '../activity.ts';
import { createJob } from '../jobs.ts';
import type { NodeKind } from '../node-kind.ts';

export const serviceTask: NodeKind = activity({
  kind: 'serviceTask',
  begin: createJob,
  cannotRun: ({ handler }) => (handler === undefined ? { what: 'noHandler' } : undefined),
});
