/** Operations on a task beside completing it: return (退回补正), reject (退件), claim (认领), transfer (转办); each only where the task allows it. */
import {
  type AllowedOperation,
  type CommandAnswer,
  EXECUTABLE_OPERATIONS,
  type Operation,
  type OperationKind,
  type OperationPreview,
  type TaskCommand,
} from '@tongban/model';
import { timesEntered } from '../core/entry-counts.ts';
import { previewCommand } from '../core/preview-command.ts';
import type { Decision } from '../engine/execute.ts';
import type { LiveCase } from '../engine/live-case.ts';
import { partsOfTaskId, taskIdOf } from '../engine/task-id.ts';
import { raise } from '../errors.ts';
import { isCandidate } from '../store/query-semantics.ts';
import { type ActedTask, actedTask } from './act-on-task.ts';
import { answerOf, caseActor, hostRefuses, keptAnswer, refuse, type ServiceContext, taskProblem, taskUnknown } from './service-context.ts';
import { nodeName, OPERATION_NAMES, whoDoes } from './words.ts';

/** What a person asks for. */
export type OperateCommand = TaskCommand & {
  readonly kind: OperationKind;
  readonly target?: string;
  readonly reason?: string;
  readonly to?: string;
};

/** Carries out an operation for the person of the context. */
export async function operateTask<T>(context: ServiceContext, command: OperateCommand): Promise<CommandAnswer<T>> {
  const { engine, actor } = context;
  const { taskId, commandId } = command;
  const parts = partsOfTaskId(taskId);
  if (parts === undefined) return { ok: false, problems: [taskUnknown(taskId)] };
  const outcome = await engine.execute({
    tenant: actor.tenant,
    caseId: parts.caseId,
    commandId,
    actorId: actor.id,
    decide: (live) => decide(context, live, command),
  });
  return answerOf(outcome, taskUnknown(taskId));
}

/** The operations that a task allows now, with the nodes it may go back to. */
export function allowedOperations(live: LiveCase, { task, spec }: Pick<ActedTask, 'task' | 'spec'>): readonly AllowedOperation[] {
  return spec.operations.flatMap((operation): readonly AllowedOperation[] => {
    const { kind } = operation;
    if (!EXECUTABLE_OPERATIONS.includes(kind) || (kind === 'claim' && task.assignee !== undefined)) return [];
    const reason = needsReason(operation);
    if (kind !== 'return') return [{ kind, reason }];
    const targets = returnTargets(live, operation, task.nodeId);
    return targets.length === 0 ? [] : [{ kind, reason, targets }];
  });
}

/** What an operation would cancel and open. @throws RUNTIME_TASK_UNKNOWN, RUNTIME_TASK_CLOSED, RUNTIME_TASK_NOT_YOURS, RUNTIME_OPERATION_NOT_ALLOWED */
export async function previewOperation(
  context: ServiceContext,
  operation: { readonly taskId: string; readonly kind: OperationKind; readonly target?: string },
): Promise<OperationPreview> {
  const { taskId, kind, target } = operation;
  const parts = partsOfTaskId(taskId);
  const live = parts && (await context.engine.load(context.actor.tenant, parts.caseId));
  if (live === undefined || parts === undefined) throw raise('RUNTIME_TASK_UNKNOWN', { taskId });
  const revision = live.tasks.find((task) => task.taskId === taskId)?.revision ?? 0;
  const acted = actedTask(context, live, { taskId, revision });
  const refused = acted.refused ?? notAllowed(live, acted, kind, target);
  if (refused.length > 0 || acted.refused !== undefined) throw raise(refused[0]?.code as 'RUNTIME_TASK_UNKNOWN', refused[0]?.details);
  if (kind !== 'return' && kind !== 'reject') return { cancels: [], opens: [] };
  const facts = { commandId: 'preview', now: context.engine.clock.now(), taskId: parts.task };
  const { cancels, opens } = previewCommand(
    live.ready.prepared,
    live.state,
    kind === 'return' ? { kind, ...facts, target: target ?? '' } : { kind, ...facts },
  );
  return {
    cancels: cancels.map((cancelled) => {
      const task = live.tasks.find((one) => one.taskId === taskIdOf(live.caseId, cancelled.taskId));
      const who = task === undefined ? {} : { who: whoDoes(live, task.candidates, task.assignee) };
      return { nodeId: cancelled.nodeId, name: nodeName(live.ready, cancelled.nodeId), ...who };
    }),
    opens: opens.map(({ nodeId }) => ({ nodeId, name: nodeName(live.ready, nodeId) })),
  };
}

// helpers

async function decide(context: ServiceContext, live: LiveCase, command: OperateCommand): Promise<Decision> {
  const acted = actedTask(context, live, command);
  if (acted.refused !== undefined) return acted;
  const { kind, target, reason } = command;
  const problems = notAllowed(live, acted, kind, target);
  if (problems.length > 0) return refuse(...problems);
  const operation = acted.spec.operations.find((one) => one.kind === kind) as Operation;
  const what = OPERATION_NAMES[kind];
  if (needsReason(operation) && (reason ?? '').trim() === '') return refuse(taskProblem('RUNTIME_REASON_NEEDED', acted.task, { what }));
  const forbidden = await hostRefuses(context, kind, what, live, acted.task.nodeId);
  return forbidden.length > 0 ? refuse(...forbidden) : ordered(context, live, acted, command);
}

async function ordered(context: ServiceContext, live: LiveCase, acted: ActedTask, command: OperateCommand): Promise<Decision> {
  const { kind, commandId, reason, target = '', revision } = command;
  const { number: taskId, guard } = acted;
  const facts = { commandId, now: context.engine.clock.now(), actor: caseActor(context.actor), taskId };
  const answer = () => keptAnswer({ caseId: live.caseId, revision: revision + 1 });
  if (kind === 'claim') return { command: { kind, ...facts }, guard, answer };
  if (kind === 'return') return { command: { kind, ...facts, target, reason }, guard, answer, acted: { task: taskId, outcome: kind } };
  if (kind === 'reject') return { command: { kind, ...facts, reason }, guard, answer, acted: { task: taskId, outcome: kind } };
  const to = await receiver(context, acted, command.to);
  if (to === undefined) return refuse(taskProblem('RUNTIME_TRANSFER_TARGET', acted.task, { to: command.to ?? '' }));
  return { command: { kind: 'assign', ...facts, to, comment: reason }, guard, answer };
}

// Whoever gets a task must be somebody who may do it.
async function receiver({ engine, actor }: ServiceContext, { task }: ActedTask, to: string | undefined) {
  const person = to === undefined ? undefined : await engine.directory?.person(actor.tenant, to);
  if (person === undefined || person.tenant !== actor.tenant || !isCandidate(task.candidates, person)) return undefined;
  return { id: person.id, name: person.name };
}

function notAllowed(live: LiveCase, acted: ActedTask, kind: OperationKind, target: string | undefined) {
  const allowed = allowedOperations(live, acted).find((operation) => operation.kind === kind);
  const ok = allowed !== undefined && (kind !== 'return' || allowed.targets?.some(({ nodeId }) => nodeId === target) === true);
  const shown = target === undefined ? '' : `（${target}）`;
  return ok ? [] : [taskProblem('RUNTIME_OPERATION_NOT_ALLOWED', acted.task, { operation: OPERATION_NAMES[kind], target: shown })];
}

function needsReason({ kind, reason }: Operation): boolean {
  return reason ?? (kind === 'return' || kind === 'reject');
}

// The targets named, or when none are, every user task the case has been at.
function returnTargets(live: LiveCase, operation: Operation, own: string): readonly { readonly nodeId: string; readonly name: string }[] {
  const { nodes, byId } = live.ready.prepared;
  const named = operation.targets?.map((id) => byId.get(id)) ?? nodes.filter((node) => node.spec.kind === 'userTask');
  return named.flatMap((node) =>
    node !== undefined && node.id !== own && timesEntered(live.state, node.index) > 0
      ? [{ nodeId: node.id, name: nodeName(live.ready, node.id) }]
      : [],
  );
}
