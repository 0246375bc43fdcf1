/** A handler raises a BPMN error: the nearest matching event catches it, else it is an incident (ER1–ER3, JB5). */
import { isTongbanError } from '@tongban/model';
import { raiseIncident } from '../incident.ts';
import { throwError } from '../throwing.ts';
import type { CommandKind } from './command-kind.ts';
import { closeJob, jobClosed, waitingFor } from './waiting-job.ts';

export const raiseError: CommandKind<'raiseError'> = {
  kind: 'raiseError',
  whileSuspended: true,
  run(run, command) {
    const { jobId, code, message } = command;
    const token = waitingFor(run, jobId);
    if (token === undefined) return jobClosed(run, jobId);
    const node = run.node(token.node);
    closeJob(run, jobId, 'failed');
    run.setValues(command, token.scope, node);
    try {
      throwError(run, node, code, token.scope, { token, message });
    } catch (error) {
      if (!isTongbanError(error, 'RUNTIME_ERROR_UNCAUGHT')) throw error;
      raiseIncident(run, node, token.id, 'job', error);
    }
    return undefined;
  },
};
