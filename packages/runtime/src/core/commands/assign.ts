/** Hands a task to somebody (转办; OP5): from then on it is theirs alone. */
import type { CommandKind } from './command-kind.ts';
import { openTask, taskClosed } from './open-task.ts';

export const assign: CommandKind<'assign'> = {
  kind: 'assign',
  run(run, { taskId, actor, to, comment }) {
    const token = openTask(run, taskId);
    if (token === undefined) return taskClosed(run, taskId);
    const assignee = { id: to.id, name: to.name };
    run.replaceToken({ ...token, assignee });
    const nodeId = run.node(token.node).id;
    run.note({ kind: 'taskAssigned', seq: run.nextSeq(), at: run.now, by: actor, nodeId, taskId, to: assignee, comment });
    run.order({ kind: 'assignTask', taskId, assignee });
    return undefined;
  },
};
