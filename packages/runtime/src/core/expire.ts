/**
 * What becomes of a task when the clock of its limit is over (EX1–EX5): it is deemed done, returned, its case is closed, it goes to the superior, or
 * its performer hears of it. Each is the operation that people have, given by nobody; an event before it says what the flow asked for.
 */
import type { Finding, TaskExpiry } from '@tongban/model';
import { cancelTokens, isTask } from './cancel.ts';
import type { FireTimerCommand } from './command.ts';
import { assign } from './commands/assign.ts';
import { completeTask } from './commands/complete-task.ts';
import { reject } from './commands/reject.ts';
import { returnTask } from './commands/return-task.ts';
import type { PreparedNode } from './prepared.ts';
import type { Run } from './run.ts';
import type { TaskPerformer, TimerState, Token } from './state.ts';

/** The limit of these tasks is over: of the token that owns the timer, or of each open instance of the loop that it stands for. */
export function expire(run: Run, { node: index, owner }: TimerState, command: FireTimerCommand): void {
  const node = run.node(index);
  const expiry = node.spec.task?.expiry;
  if (expiry === undefined) return;
  const own = (token: Token): boolean => token.node === index && token.asked === undefined && ownerOf(run, node, token) === owner;
  for (const { id } of run.draft.tokens.filter((token) => own(token) && isTask(run, token))) {
    const token = run.token(id);
    if (token !== undefined && run.draft.ended === undefined) expireTask(run, node, token, expiry, command);
  }
}

// helpers

function ownerOf(run: Run, node: PreparedNode, token: Token): number | undefined {
  return node.loop === undefined ? token.id : run.instanceOf(node, token.scope)?.owner;
}

function expireTask(run: Run, node: PreparedNode, token: Token, expiry: TaskExpiry, command: FireTimerCommand): void {
  const { limit: limitId, ...rule } = expiry;
  const to = command.to?.[token.id];
  run.note({ kind: 'limitExpired', seq: run.nextSeq(), at: run.now, nodeId: node.id, taskId: token.id, limitId, ...rule, to });
  if (rule.does === 'remind') notify(run, node, token, performerOf(run, node, token));
  else if (carryOut(run, token, expiry, command) !== undefined) notify(run, node, token, ADMINISTRATORS);
}

const ADMINISTRATORS: TaskPerformer = { role: 'administrator' };

// Undefined when it was done.
function carryOut(
  run: Run,
  token: Token,
  { does, outcome, target, basis }: TaskExpiry,
  command: FireTimerCommand,
): Finding | 'nobody' | undefined {
  const facts = { commandId: command.commandId, now: command.now, taskId: token.id };
  const to = command.to?.[token.id];
  if (does === 'escalate') return to === undefined ? 'nobody' : assign.run(run, { ...facts, kind: 'assign', to });
  // Whoever was asked first is not waited for.
  const asked = run.draft.tokens.filter((other) => other.asked?.task === token.id && other.asked.how !== 'after');
  cancelTokens(
    run,
    asked.map(({ id }) => id),
  );
  if (does === 'return') return returnTask.run(run, { ...facts, kind: 'return', target: target as string, reason: basis });
  if (does === 'reject') return reject.run(run, { ...facts, kind: 'reject', reason: basis });
  return completeTask.run(run, { ...facts, kind: 'completeTask', outcome });
}

function performerOf(run: Run, node: PreparedNode, { assignee, performer }: Token): TaskPerformer {
  if (assignee !== undefined) return { persons: [assignee.id] };
  return performer ?? node.performer.fixed ?? { persons: [run.draft.starter.id] };
}

function notify(run: Run, node: PreparedNode, token: Token, to: TaskPerformer): void {
  const { caseId, title = '', seq } = run.draft;
  const parameters = { title, step: node.name };
  run.order({ kind: 'notify', key: `${caseId}/${seq}/${token.id}`, template: 'task.expired', to, parameters, nodeId: node.id });
}
