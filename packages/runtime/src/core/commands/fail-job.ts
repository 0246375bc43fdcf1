/** A handler failed: it is tried again later, or the token stands still with an incident (JB3, JB4). */
import { raiseIncident } from '../incident.ts';
import { fault } from '../raise.ts';
import type { CommandKind } from './command-kind.ts';
import { closeJob, jobClosed, waitingFor } from './waiting-job.ts';

export const failJob: CommandKind<'failJob'> = {
  kind: 'failJob',
  whileSuspended: true,
  run(run, { jobId, reason, retryAt, actor }) {
    const token = waitingFor(run, jobId);
    if (token === undefined) return jobClosed(run, jobId);
    const node = run.node(token.node);
    run.note({ kind: 'jobFailed', seq: run.nextSeq(), at: run.now, by: actor, nodeId: node.id, jobId, reason, retryAt });
    if (retryAt !== undefined) {
      run.order({ kind: 'retryJob', jobId, at: retryAt });
      return undefined;
    }
    closeJob(run, jobId, 'failed');
    raiseIncident(run, node, token.id, 'job', fault('RUNTIME_JOB_FAILED', { nodeId: node.id, nodeName: node.name, reason }));
    return undefined;
  },
};
