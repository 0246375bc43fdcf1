/** Sends the case back to an earlier node (退回补正; OP1, OP2): what came out of the target is taken back, the rest of the case stays. */
import { applyReturn, planReturn } from '../return-region.ts';
import type { CommandKind } from './command-kind.ts';
import { openTask, taskClosed } from './open-task.ts';

export const returnTask: CommandKind<'return'> = {
  kind: 'return',
  run(run, { taskId, target, reason, actor }) {
    const token = openTask(run, taskId);
    if (token === undefined) return taskClosed(run, taskId);
    const plan = planReturn(run, token, target);
    if ('problem' in plan) return plan.problem;
    const { forStarter } = plan.target;
    const from = run.node(token.node).id;
    const round = forStarter ? run.draft.round + 1 : undefined;
    run.events.push({ kind: 'returned', seq: run.nextSeq(), at: run.now, by: actor, nodeId: from, taskId, target, reason, round });
    if (round !== undefined) run.draft.round = round;
    run.returnTo = { node: plan.target.index, note: { reason, by: actor, at: run.now, from } };
    applyReturn(run, plan);
    return undefined;
  },
};
