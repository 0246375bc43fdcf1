/** Moves the case from any places where it waits to any nodes, at once (跳转; JP1–JP6). */
import { applyJump, planJump } from '../jump.ts';
import type { CommandKind } from './command-kind.ts';

export const jump: CommandKind<'jump'> = {
  kind: 'jump',
  run(run, command) {
    const plan = planJump(run, command);
    if ('problem' in plan) return plan.problem;
    const from = plan.from.map(({ node }) => run.node(node).id);
    const to = plan.landings.map(({ node }) => node.id);
    run.note({ kind: 'jumped', seq: run.nextSeq(), at: run.now, by: command.actor, from, to, reason: command.reason });
    applyJump(run, plan);
    return undefined;
  },
};
