/**
 * Operations on a case: taking back what one submitted (撤回), withdrawing the whole case, urging, copying; for administrators suspending, resuming,
 * ending and jumping. Who may is asked here, what it does in the step.
 */
import type {
  AllowedCaseOperation,
  CaseOperation,
  CaseOperationAnswer,
  CaseOperationCommand,
  CommandAnswer,
  OperationPreview,
  Problem,
} from '@tongban/model';
import type { CaseCommand, CommandFacts } from '../core/command.ts';
import type { CaseEvent } from '../core/event.ts';
import { warned, warningsOf } from '../core/preview-command.ts';
import type { Decision } from '../engine/execute.ts';
import type { LiveCase } from '../engine/live-case.ts';
import { taskIdOf } from '../engine/task-id.ts';
import { raise } from '../errors.ts';
import { maySeeCase, taskSpec } from './case-access.ts';
import { historyOf } from './case-history.ts';
import { copyReceivers } from './copies.ts';
import { jumpChoices, jumpTargetOf } from './jump-choices.ts';
import { previewOf, refusedPreview, warningsInWords } from './operation-preview.ts';
import { isOperator } from './operators.ts';
import { answerOf, caseActor, caseUnknown, hostRefuses, keptAnswer, refuse, type ServiceContext } from './service-context.ts';
import { withdrawable } from './withdrawable.ts';
import { CASE_OPERATION_NAMES } from './words.ts';

/** How long people are left in peace after they were urged. */
const URGE_REST_MS = 4 * 3_600_000;

/** Carries out an operation on a case for the person of the context. */
export async function operateCase(context: ServiceContext, command: CaseOperationCommand): Promise<CommandAnswer<CaseOperationAnswer>> {
  const { engine, actor } = context;
  const { caseId, commandId } = command;
  const outcome = await engine.execute({
    tenant: actor.tenant,
    caseId,
    commandId,
    actorId: actor.id,
    decide: (live) => decide(context, live, command),
  });
  return answerOf(outcome, caseUnknown(caseId));
}

/** What an operation on a case would do. @throws RUNTIME_CASE_UNKNOWN, RUNTIME_CASE_OPERATION_NOT_ALLOWED */
export async function previewCaseOperation(context: ServiceContext, operation: CaseOperation): Promise<OperationPreview> {
  const { caseId, kind } = operation;
  const live = await context.engine.load(context.actor.tenant, caseId);
  if (live === undefined || !maySeeCase(context.actor, live, [])) throw raise('RUNTIME_CASE_UNKNOWN', { caseId: caseId.slice(0, 200) });
  const events = await historyOf(context.engine.storage.cases, live);
  if (!allowedCaseOperations(context, live, events).some((allowed) => allowed.kind === kind))
    throw raise('RUNTIME_CASE_OPERATION_NOT_ALLOWED', notAllowedDetails(context, live, operation));
  const facts = { commandId: 'preview', now: context.engine.clock.now(), actor: caseActor(context.actor) };
  const order = await orderOf(context, live, events, operation, facts);
  return 'problem' in order ? refusedPreview([order.problem]) : previewOf(live, order);
}

/** What the person of the context may do with a case now. */
export function allowedCaseOperations(
  context: ServiceContext,
  live: LiveCase,
  events: readonly CaseEvent[],
): readonly AllowedCaseOperation[] {
  const { actor } = context;
  const { state } = live;
  if (state.ended !== undefined) return [];
  const operator = isOperator(context);
  if (state.suspended !== undefined) return operator ? [allowed('resume'), allowed('terminate'), allowed('void')] : [];
  const step = withdrawable(context, live, events);
  const started = state.starter.id === actor.id;
  const acted = started || operator || live.tasks.some((task) => task.closedBy?.id === actor.id);
  const urgent =
    acted && live.tasks.some((task) => task.status === 'open' && task.assignee?.id !== actor.id && allows(live, task.nodeId, 'urge'));
  return [
    ...(step !== undefined && 'name' in step ? [{ ...allowed('withdraw'), step: step.name }] : []),
    ...(urgent ? [allowed('urge')] : []),
    ...(started && starterMayWithdraw(live) ? [allowed('withdrawCase')] : []),
    ...(operator
      ? [allowed('copy'), allowed('suspend'), { ...allowed('jump'), ...jumpChoices(live) }, allowed('terminate'), allowed('void')]
      : []),
  ];
}

// helpers

const WITH_REASON: ReadonlySet<string> = new Set(['withdrawCase', 'suspend', 'terminate', 'void', 'jump']);

function allowed(kind: AllowedCaseOperation['kind']): AllowedCaseOperation {
  return { kind, reason: WITH_REASON.has(kind) };
}

async function decide(context: ServiceContext, live: LiveCase, command: CaseOperationCommand): Promise<Decision> {
  const { kind, reason, commandId, caseId } = command;
  if (!maySeeCase(context.actor, live, [])) return refuse(caseUnknown(caseId));
  const events = await historyOf(context.engine.storage.cases, live);
  const what = CASE_OPERATION_NAMES[kind];
  const problem = whyNot(context, live, events, command);
  if (problem !== undefined) return refuse(problem);
  if (WITH_REASON.has(kind) && (reason ?? '').trim() === '')
    return refuse(raise.problem('RUNTIME_REASON_NEEDED', {}, { taskId: '', taskName: live.row.title, what }));
  const forbidden = await hostRefuses(context, kind, what, live);
  if (forbidden.length > 0) return refuse(...forbidden);
  const facts = { commandId, now: context.engine.clock.now(), actor: caseActor(context.actor) };
  const order = await orderOf(context, live, events, command, facts);
  if ('problem' in order) return refuse(order.problem);
  const warningsIn = (found: readonly CaseEvent[]): Pick<CaseOperationAnswer, 'warnings'> =>
    warned(warningsInWords(live, warningsOf(live.ready.prepared, found)));
  return { command: order, answer: (result) => keptAnswer({ caseId, ...warningsIn(result.events) }) };
}

// What cannot be taken back any more says why; everything else was never allowed.
function whyNot(context: ServiceContext, live: LiveCase, events: readonly CaseEvent[], operation: CaseOperation): Problem | undefined {
  if (allowedCaseOperations(context, live, events).some((one) => one.kind === operation.kind)) return undefined;
  if (live.state.ended !== undefined) return raise.problem('RUNTIME_CASE_ENDED', {}, { caseId: live.caseId });
  const step = operation.kind === 'withdraw' ? withdrawable(context, live, events) : undefined;
  if (step !== undefined && 'problem' in step) return step.problem;
  return raise.problem('RUNTIME_CASE_OPERATION_NOT_ALLOWED', {}, notAllowedDetails(context, live, operation));
}

function notAllowedDetails({ actor }: ServiceContext, live: LiveCase, { kind }: CaseOperation): { readonly [name: string]: string } {
  return { caseId: live.caseId, actorName: actor.name, operation: CASE_OPERATION_NAMES[kind] };
}

async function orderOf(
  context: ServiceContext,
  live: LiveCase,
  events: readonly CaseEvent[],
  operation: CaseOperation,
  facts: CommandFacts,
): Promise<CaseCommand | { readonly problem: Problem }> {
  const { kind, reason, places = [], targets = [] } = operation;
  switch (kind) {
    case 'withdraw': {
      const step = withdrawable(context, live, events);
      if (step === undefined || 'problem' in step) return { problem: step?.problem ?? caseUnknown(live.caseId) };
      return { kind, ...facts, taskId: step.number, nodeId: step.nodeId, reason, to: step.of };
    }
    case 'withdrawCase':
      return { kind: 'terminate', ...facts, ending: 'withdrawn', reason };
    case 'void':
      return { kind: 'terminate', ...facts, ending: 'voided', reason };
    case 'urge': {
      const taskIds = live.state.tokens.filter(({ id }) => mayBeUrged(live, taskIdOf(live.caseId, id))).map(({ id }) => id);
      return { kind, ...facts, taskIds, comment: reason, restMs: URGE_REST_MS };
    }
    case 'copy': {
      const to = await copyReceivers(context, live, operation);
      const nodeId = live.ready.prepared.process.id;
      return { kind, ...facts, nodeId, to: to ?? [], comment: reason };
    }
    case 'jump':
      return { kind, ...facts, from: places.map(Number), to: targets.map(jumpTargetOf), reason };
    default:
      return { kind, ...facts, reason };
  }
}

function mayBeUrged(live: LiveCase, taskId: string): boolean {
  const task = live.tasks.find((one) => one.taskId === taskId);
  return task !== undefined && allows(live, task.nodeId, 'urge');
}

function starterMayWithdraw(live: LiveCase): boolean {
  return live.ready.prepared.nodes.some(({ id, forStarter }) => forStarter && allows(live, id, 'withdrawCase'));
}

function allows(live: LiveCase, nodeId: string, kind: 'urge' | 'withdrawCase'): boolean {
  return taskSpec(live, nodeId)?.operations.some((operation) => operation.kind === kind) === true;
}
