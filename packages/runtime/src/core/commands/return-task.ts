/**
 * Sends the case back to an earlier node (退回补正). Step by step, what came out of the target is taken back and the rest of the case stays (OP1,
 * OP2); straight back, the target is corrected while this task stands still, and then goes on here (OP9).
 */
import type { Finding } from '@tongban/model';
import { askBack } from '../asked-tasks.ts';
import type { ReturnCommand } from '../command.ts';
import { finding } from '../raise.ts';
import { applyReturn, planReturn, type ReturnPlan } from '../return-region.ts';
import type { Run } from '../run.ts';
import type { Token } from '../state.ts';
import type { CommandKind } from './command-kind.ts';
import { openTask, taskClosed } from './open-task.ts';

export const returnTask: CommandKind<'return'> = {
  kind: 'return',
  run(run, command) {
    const { taskId, target, reason, actor, goOn, since, to } = command;
    const token = openTask(run, taskId);
    if (token === undefined) return taskClosed(run, taskId);
    const plan = planReturn(run, token, target, since);
    if ('problem' in plan) return plan.problem;
    const { forStarter } = plan.target;
    const from = run.node(token.node).id;
    const round = forStarter ? run.draft.round + 1 : undefined;
    const back = goOn === 'back' ? true : undefined;
    run.note({ kind: 'returned', seq: run.nextSeq(), at: run.now, by: actor, nodeId: from, taskId, target, reason, round, back });
    if (round !== undefined) run.draft.round = round;
    run.returnTo = { node: plan.target.index, note: { reason, by: actor, at: run.now, from }, assignee: to };
    if (goOn === 'back') return giveBack(run, token, plan, command);
    applyReturn(run, plan);
    return undefined;
  },
};

function giveBack(run: Run, token: Token, { target, scope, path }: ReturnPlan, { target: targetId }: ReturnCommand): Finding | undefined {
  if (target.kind.kind === 'userTask' && target.loop === undefined && path.length === 0 && token.asked === undefined) {
    askBack(run, token, target, scope);
    return undefined;
  }
  const { id, name } = run.node(token.node);
  const details = { taskName: name, target: targetId, targetName: target.name };
  return finding('RUNTIME_RETURN_BACK', { elementId: id, elementName: name }, details);
}
