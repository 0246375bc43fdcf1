/** Operations on a task beside completing it: return, reject, claim, hand over, delegate, add and remove signers, copy; each only where the task allows it. */
import type {
  Actor,
  AllowedOperation,
  CommandAnswer,
  OperationPreview,
  Problem,
  ProgramOperation,
  TaskCommand,
  TaskOperation,
} from '@tongban/model';
import type { CaseCommand } from '../core/command.ts';
import { timesEntered } from '../core/entry-counts.ts';
import type { Decision } from '../engine/execute.ts';
import type { LiveCase } from '../engine/live-case.ts';
import { partsOfTaskId } from '../engine/task-id.ts';
import { raise } from '../errors.ts';
import { type ActedTask, actedTask } from './act-on-task.ts';
import { admitsDepartment, admittedBy } from './admitted-people.ts';
import { openSigners } from './open-signers.ts';
import { operationOrder } from './operation-order.ts';
import { previewOf, refusedPreview } from './operation-preview.ts';
import { answerOf, caseActor, hostRefuses, keptAnswer, refuse, type ServiceContext, taskProblem, taskUnknown } from './service-context.ts';
import { nodeName, OPERATION_NAMES } from './words.ts';

/** What a person asks for. */
export type OperateCommand = TaskCommand & TaskOperation;

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

/** The operations that a task allows now, with what they leave to choose. */
export function allowedOperations(
  live: LiveCase,
  acted: Pick<ActedTask, 'task' | 'spec'>,
  seen: { readonly actor: Actor; readonly now: number },
): readonly AllowedOperation[] {
  return allowedKinds(live, acted).map((operation) => {
    const admitted = admittedBy(live, acted.task, acted.spec.operations, operation.kind, seen);
    if (admitted === undefined) return operation;
    const { departments } = live.ready.release.manifest;
    const offices = departments.filter(({ id }) => admitsDepartment(admitted, id)).map(({ id, name }) => ({ id, name }));
    return { ...operation, who: admitted.who, ...(operation.kind === 'copy' ? { departments: offices } : {}) };
  });
}

function allowedKinds(live: LiveCase, { task, spec }: Pick<ActedTask, 'task' | 'spec'>): readonly AllowedOperation[] {
  return spec.operations.flatMap((operation): readonly AllowedOperation[] => {
    const { kind } = operation;
    const reason = needsReason(operation);
    const many = live.ready.prepared.byId.get(task.nodeId)?.loop;
    // Who was asked answers; a task that stands still leaves only its signers to change.
    if (task.asked !== undefined && !WHEN_ASKED.has(kind)) return [];
    if (task.status === 'waiting' && !WHEN_HELD.has(kind)) return [];
    switch (kind) {
      case 'withdraw':
      case 'withdrawCase':
      case 'urge':
        return [];
      case 'claim':
        return task.assignee === undefined ? [{ kind, reason }] : [];
      case 'return': {
        const targets = returnTargets(live, operation, task.nodeId);
        return targets.length === 0 ? [] : [{ kind, reason, targets }];
      }
      case 'addSigner': {
        const votes = many?.vote === undefined ? {} : { votes: true };
        return [{ kind, reason, positions: many?.kind === 'parallel' ? ['beside', 'before', 'after'] : ['before', 'after'], ...votes }];
      }
      case 'removeSigner': {
        const signers = openSigners(live, task);
        return signers.length === 0 ? [] : [{ kind, reason, signers }];
      }
      default:
        return [{ kind, reason }];
    }
  });
}

/** What an operation would cancel and open. @throws RUNTIME_TASK_UNKNOWN, RUNTIME_TASK_CLOSED, RUNTIME_TASK_NOT_YOURS, RUNTIME_OPERATION_NOT_ALLOWED */
export async function previewOperation(
  context: ServiceContext,
  operation: TaskOperation & { readonly taskId: string },
): Promise<OperationPreview> {
  const { taskId, kind } = operation;
  const parts = partsOfTaskId(taskId);
  const live = parts && (await context.engine.load(context.actor.tenant, parts.caseId));
  if (live === undefined) throw raise('RUNTIME_TASK_UNKNOWN', { taskId });
  const revision = live.tasks.find((task) => task.taskId === taskId)?.revision ?? 0;
  const acted = actedTask(context, live, { taskId, revision }, WHEN_HELD.has(kind));
  const refused = acted.refused ?? notAllowed(live, acted, operation);
  if (refused.length > 0 || acted.refused !== undefined) throw raise(refused[0]?.code as 'RUNTIME_TASK_UNKNOWN', refused[0]?.details);
  const facts = { commandId: 'preview', now: context.engine.clock.now(), actor: caseActor(acted.as.actor) };
  const order = await operationOrder(acted.as, live, acted, operation, facts);
  return 'problem' in order ? refusedPreview([order.problem]) : previewOf(live, order);
}

// helpers

const WHEN_ASKED: ReadonlySet<string> = new Set(['claim', 'transfer', 'copy']);
const WHEN_HELD: ReadonlySet<string> = new Set(['addSigner', 'removeSigner', 'copy']);
const WITH_REASON: ReadonlySet<string> = new Set(['return', 'reject']);

async function decide(context: ServiceContext, live: LiveCase, command: OperateCommand): Promise<Decision> {
  const { kind, reason, commandId, revision } = command;
  const acted = actedTask(context, live, command, WHEN_HELD.has(kind));
  if (acted.refused !== undefined) return acted;
  const problems = notAllowed(live, acted, command);
  if (problems.length > 0) return refuse(...problems);
  const operation = acted.spec.operations.find((one) => one.kind === kind) as ProgramOperation;
  const what = OPERATION_NAMES[kind];
  if (needsReason(operation) && (reason ?? '').trim() === '') return refuse(taskProblem('RUNTIME_REASON_NEEDED', acted.task, { what }));
  const forbidden = await hostRefuses(acted.as, kind, what, live, acted.task.nodeId);
  if (forbidden.length > 0) return refuse(...forbidden);
  const facts = { commandId, now: context.engine.clock.now(), actor: caseActor(acted.as.actor) };
  const order: CaseCommand | { readonly problem: Problem } = await operationOrder(acted.as, live, acted, command, facts);
  if ('problem' in order) return refuse(order.problem);
  const closes = kind === 'return' || kind === 'reject' ? { acted: { task: acted.number, outcome: kind } } : {};
  return { command: order, guard: acted.guard, answer: () => keptAnswer({ caseId: live.caseId, revision: revision + 1 }), ...closes };
}

function notAllowed(live: LiveCase, acted: ActedTask, { kind, target, position, signer }: TaskOperation): readonly Problem[] {
  const allowed = allowedKinds(live, acted).find((operation) => operation.kind === kind);
  const offered =
    (kind !== 'return' || allowed?.targets?.some(({ nodeId }) => nodeId === target) === true) &&
    (kind !== 'removeSigner' || allowed?.signers?.some(({ id }) => id === signer) === true) &&
    (position === undefined || allowed?.positions?.includes(position) === true);
  const shown = target === undefined ? '' : `（${target}）`;
  const ok = allowed !== undefined && offered;
  return ok ? [] : [taskProblem('RUNTIME_OPERATION_NOT_ALLOWED', acted.task, { operation: OPERATION_NAMES[kind], target: shown })];
}

function needsReason({ kind, reason }: ProgramOperation): boolean {
  return reason ?? WITH_REASON.has(kind);
}

// The targets named, or when none are, every user task the case has been at.
function returnTargets(live: LiveCase, operation: ProgramOperation, own: string): NonNullable<AllowedOperation['targets']> {
  const { nodes, byId } = live.ready.prepared;
  const named = operation.targets?.map((id) => byId.get(id)) ?? nodes.filter((node) => node.spec.kind === 'userTask');
  return named.flatMap((node) => {
    if (node === undefined || node.id === own || timesEntered(live.state, node.index) === 0) return [];
    const back = node.kind.kind === 'userTask' && node.loop === undefined ? { back: true } : {};
    return [{ nodeId: node.id, name: nodeName(live.ready, node.id), ...back }];
  });
}
