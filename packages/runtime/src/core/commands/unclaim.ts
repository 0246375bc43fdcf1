/** Puts a claimed task back (OP4). */
import type { CommandKind } from './command-kind.ts';
import { openTask, taskClosed } from './open-task.ts';

export const unclaim: CommandKind<'unclaim'> = {
  kind: 'unclaim',
  run(run, { taskId, actor }) {
    const token = openTask(run, taskId);
    if (token === undefined) return taskClosed(run, taskId);
    if (token.assignee === undefined) return undefined;
    const { assignee: _, ...free } = token;
    run.replaceToken(free);
    run.note({ kind: 'taskUnclaimed', seq: run.nextSeq(), at: run.now, by: actor, nodeId: run.node(token.node).id, taskId });
    run.order({ kind: 'assignTask', taskId });
    return undefined;
  },
};
