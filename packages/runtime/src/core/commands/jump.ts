/** Moves the case from any places where it waits to any nodes, at once (跳转; JP1–JP6), and says what is left waiting by it (JP7). */
import { drain } from '../drain.ts';
import type { CaseEvent } from '../event.ts';
import { joinsLeftWaiting } from '../joins-left-waiting.ts';
import { applyJump, planJump } from '../jump.ts';
import type { CommandKind } from './command-kind.ts';

type JumpedEvent = Extract<CaseEvent, { readonly kind: 'jumped' }>;
type Jumped = { -readonly [Key in keyof JumpedEvent]: JumpedEvent[Key] };

export const jump: CommandKind<'jump'> = {
  kind: 'jump',
  run(run, command) {
    const plan = planJump(run, command);
    if ('problem' in plan) return plan.problem;
    const from = plan.from.map(({ node }) => run.node(node).id);
    const to = plan.landings.map(({ node }) => node.id);
    const { actor: by, reason } = command;
    const jumped: Jumped = { kind: 'jumped', seq: run.nextSeq(), at: run.now, by, from, to, reason };
    run.note(jumped);
    applyJump(run, plan);
    drain(run);
    const waits = joinsLeftWaiting(run).map(({ id }) => id);
    if (waits.length > 0) jumped.waits = waits;
    return undefined;
  },
};
