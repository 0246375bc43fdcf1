/** A handler is done: its result goes into the variable that the flow names, and the token goes on (JB2). */
import { isTongbanError } from '@tongban/model';
import { finishActivity } from '../finish-activity.ts';
import { raiseIncident } from '../incident.ts';
import type { CommandKind } from './command-kind.ts';
import { closeJob, jobClosed, waitingFor } from './waiting-job.ts';

export const finishJob: CommandKind<'finishJob'> = {
  kind: 'finishJob',
  whileSuspended: true,
  run(run, command) {
    const { jobId, result } = command;
    const token = waitingFor(run, jobId);
    if (token === undefined) return jobClosed(run, jobId);
    const node = run.node(token.node);
    closeJob(run, jobId, 'finished');
    run.note({ kind: 'jobFinished', seq: run.nextSeq(), at: run.now, by: command.actor, nodeId: node.id, jobId });
    run.setValues(command, token.scope, node);
    const variable = node.handler?.result;
    try {
      if (variable !== undefined) run.setVariable(token.scope, variable, result ?? null, node);
    } catch (error) {
      if (!isTongbanError(error)) throw error;
      raiseIncident(run, node, token.id, 'job', error);
      return undefined;
    }
    finishActivity(run, token);
    return undefined;
  },
};
