/** Closes the file from a task (退件; OP3): the case ends as rejected, and says why. */
import { endCase } from '../end-case.ts';
import type { CommandKind } from './command-kind.ts';
import { openTask, taskClosed } from './open-task.ts';

export const reject: CommandKind<'reject'> = {
  kind: 'reject',
  run(run, { taskId, actor, reason }) {
    const token = openTask(run, taskId);
    if (token === undefined) return taskClosed(run, taskId);
    const nodeId = run.node(token.node).id;
    run.note({ kind: 'rejected', seq: run.nextSeq(), at: run.now, by: actor, nodeId, taskId, reason });
    endCase(run, 'rejected', reason, nodeId);
    return undefined;
  },
};
