/** Completes a user task: its values are taken over, its outcome goes into the variable that the flow names (UT2). */

import { elementOf } from '../element-of.ts';
import { finishActivity } from '../finish-activity.ts';
import type { CommandKind } from './command-kind.ts';
import { openTask, taskClosed } from './open-task.ts';

export const completeTask: CommandKind<'completeTask'> = {
  kind: 'completeTask',
  run(run, command) {
    const token = openTask(run, command.taskId);
    if (token === undefined) return taskClosed(run, command.taskId);
    const node = run.node(token.node);
    const { taskId, outcome, comment } = command;
    run.note({
      kind: 'taskCompleted',
      seq: run.nextSeq(),
      at: run.now,
      by: command.actor,
      nodeId: node.id,
      taskId,
      round: run.draft.round,
      outcome,
      comment,
      of: token.scope === 0 ? undefined : elementOf(run.prepared, run.draft, token.scope),
    });
    run.order({ kind: 'closeTask', taskId, how: 'completed' });
    run.setValues(command, token.scope, node);
    const advice = token.asked?.how === 'before' || token.asked?.how === 'delegate';
    if (outcome !== undefined && node.outcomes !== undefined && !advice) run.setVariable(token.scope, node.outcomes.result, outcome, node);
    if (token.asked !== undefined) run.part('operations').answer(run, token, token.asked, outcome, comment);
    else if (token.after !== undefined) run.part('operations').beginAfter(run, token);
    else finishActivity(run, token);
    return undefined;
  },
};
