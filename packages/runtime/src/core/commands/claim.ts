/** Takes a task for oneself (认领; OP4): refused while a colleague has it. */
import { fault, finding } from '../raise.ts';
import type { CommandKind } from './command-kind.ts';
import { openTask, taskClosed } from './open-task.ts';

export const claim: CommandKind<'claim'> = {
  kind: 'claim',
  run(run, { taskId, actor, holder = actor }) {
    const token = openTask(run, taskId);
    if (token === undefined) return taskClosed(run, taskId);
    const node = run.node(token.node);
    if (actor === undefined || holder === undefined) throw fault('RUNTIME_COMMAND_WITHOUT_ACTOR', { command: 'claim' });
    if (token.assignee?.id === holder.id) return undefined;
    if (token.assignee !== undefined) {
      const details = { taskName: node.name, assigneeName: token.assignee.name };
      return finding('RUNTIME_TASK_CLAIMED', { elementId: node.id, elementName: node.name }, details);
    }
    const assignee = { id: holder.id, name: holder.name };
    run.replaceToken({ ...token, assignee });
    run.note({ kind: 'taskClaimed', seq: run.nextSeq(), at: run.now, by: actor, nodeId: node.id, taskId });
    run.order({ kind: 'assignTask', taskId, assignee });
    return undefined;
  },
};
