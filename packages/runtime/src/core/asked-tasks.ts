/**
 * Tasks that stand beside another one (SN1–SN3): somebody is asked for advice before it, for a signature after it, to do it in its place, or
 * to correct what came before. The other task keeps its token, and with it its clocks, its boundary events and its place in a vote.
 */
import { assignAtStart, openActivity } from './activity.ts';
import { announceTask } from './announce-task.ts';
import { endCorrection } from './correction.ts';
import { finishActivity } from './finish-activity.ts';
import { hold, releaseHeld } from './held-task.ts';
import { beginUserTask } from './nodes/user-task.ts';
import type { PreparedNode } from './prepared.ts';
import { release } from './release-owner.ts';
import type { Run } from './run.ts';
import type { AskedFor, PersonName, Token } from './state.ts';

/** Asks a person; the task stands still until the answer. */
export function ask(run: Run, host: Token, person: PersonName, how: 'before' | 'delegate', comment?: string): void {
  hold(run, host);
  openAsked(run, host, person, { task: host.id, how, by: run.command.actor, comment });
}

/** The task is done itself; the first of those after it signs. */
export function beginAfter(run: Run, host: Token): void {
  const [next, ...rest] = host.after ?? [];
  if (next === undefined) {
    finishActivity(run, host);
    return;
  }
  const { after: _, ...alone } = host;
  run.replaceToken({ ...alone, signed: true, ...(rest.length === 0 ? {} : { after: rest }) });
  openAsked(run, host, next, { task: host.id, how: 'after', by: run.command.actor });
}

/** A task that was asked for is done: the other one goes on. */
export function answer(run: Run, token: Token, asked: AskedFor, outcome: string | undefined, comment: string | undefined): void {
  const { task, how } = asked;
  const node = run.node(token.node);
  if (how === 'return')
    for (const { variable, value } of node.assignsAtEnd) run.setVariable(token.scope, variable, run.evaluate(value, token.scope), node);
  run.removeToken(token.id);
  release(run, token.id);
  endCorrection(run, token.id);
  const host = run.token(task);
  if (host === undefined) return;
  if (how === 'after') {
    beginAfter(run, host);
    return;
  }
  const answers = [...(host.answers ?? []), { by: run.command.actor, at: run.now, how, outcome, comment }];
  run.replaceToken({ ...host, answers });
  releaseHeld(run, task);
}

/** Opens the task that is corrected while the other one stands still (OP9), with its own clocks and boundary events. */
export function askBack(run: Run, host: Token, target: PreparedNode, scope: number): void {
  hold(run, host);
  run.countEntry(target.index);
  const opened = openActivity(run, target, scope, assignAtStart);
  beginUserTask(run, target, run.replaceToken({ ...opened, asked: { task: host.id, how: 'return' } }));
}

function openAsked(run: Run, host: Token, { id, name }: PersonName, asked: AskedFor): void {
  const assignee = { id, name };
  const performer = { persons: [id] };
  const { node, scope } = host;
  const token = run.addToken({ id: run.nextId(), node, scope, assignee, performer, asked });
  announceTask(run, run.node(node), token, performer);
}
