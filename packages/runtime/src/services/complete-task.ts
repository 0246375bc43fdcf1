/** Completes a task: the forms valid and permitted, an outcome chosen, a reason where one is asked. Nothing changes otherwise. */
import type { CaseService, CommandAnswer, JsonObject, Outcome, Problem, TaskCommand } from '@tongban/model';
import type { StepResult } from '../core/result.ts';
import { fileIdsIn } from '../engine/case-commit.ts';
import type { Decision } from '../engine/execute.ts';
import type { LiveCase } from '../engine/live-case.ts';
import { partsOfTaskId, taskIdOf } from '../engine/task-id.ts';
import { isCandidate } from '../store/query-semantics.ts';
import type { TaskDraft } from '../store/store.ts';
import { type ActedTask, actedTask } from './act-on-task.ts';
import { type HandedIn, takeOver } from './form-changes.ts';
import { answerOf, caseActor, hostRefuses, keptAnswer, refuse, type ServiceContext, taskProblem, taskUnknown } from './service-context.ts';
import { nodeName } from './words.ts';

/** What a person hands in. */
export type CompleteCommand = TaskCommand & { readonly values: HandedIn; readonly outcome?: string; readonly comment?: string };

type CompleteAnswer = Awaited<ReturnType<CaseService['complete']>> extends CommandAnswer<infer T> ? T : never;

/** Completes a task for the person of the context. */
export async function completeTask(
  context: ServiceContext,
  command: CompleteCommand,
  variables?: JsonObject,
): Promise<CommandAnswer<CompleteAnswer>> {
  const { engine, actor } = context;
  const { taskId, commandId } = command;
  const parts = partsOfTaskId(taskId);
  if (parts === undefined) return { ok: false, problems: [taskUnknown(taskId)] };
  const outcome = await engine.execute({
    tenant: actor.tenant,
    caseId: parts.caseId,
    commandId,
    actorId: actor.id,
    decide: async (live) => decide(context, live, { ...command, variables }, await engine.storage.cases.draft(actor.tenant, taskId)),
  });
  return answerOf(outcome, taskUnknown(taskId));
}

/** The tasks that a step opened, for who caused it. */
export function openedTasks(context: ServiceContext, live: Pick<LiveCase, 'ready' | 'caseId'>, result: StepResult): CompleteAnswer['next'] {
  const still = new Set(result.state.tokens.map((token) => token.id));
  return result.effects.flatMap((effect) => {
    if (effect.kind !== 'openTask' || !still.has(effect.taskId)) return [];
    const { persons, role, department } = effect.performer;
    const candidates = { ...(persons && { persons }), ...(role && { role }), ...(department && { department }) };
    const task = { taskId: taskIdOf(live.caseId, effect.taskId), name: nodeName(live.ready, effect.nodeId) };
    return [{ ...task, mine: isCandidate(candidates, context.actor) }];
  });
}

// helpers

async function decide(
  context: ServiceContext,
  live: LiveCase,
  command: CompleteCommand & { readonly variables: JsonObject | undefined },
  draft: TaskDraft | undefined,
): Promise<Decision> {
  const acted = actedTask(context, live, command);
  if (acted.refused !== undefined) return acted;
  const { task, spec, guard, number, as } = acted;
  const { commandId, outcome, comment, variables } = command;
  const now = context.engine.clock.now();
  const place = { nodeId: task.nodeId, name: task.name };
  const values = { ...ofForms(draft?.values ?? {}, spec.filings), ...command.values };
  const knownFiles = fileIdsIn(draft?.values ?? {});
  const taken = await takeOver(as, { live, place, filings: spec.filings, values, knownFiles, task, mode: 'submit', now });
  const problems = [...outcomeProblems(acted, outcome, comment), ...taken.problems];
  if (problems.length > 0) return refuse(...problems);
  const forbidden = await hostRefuses(as, 'complete', task.name, live, task.nodeId);
  if (forbidden.length > 0) return refuse(...forbidden);
  return {
    command: {
      kind: 'completeTask',
      commandId,
      now,
      actor: caseActor(as.actor),
      taskId: number,
      outcome,
      comment,
      data: taken.data,
      variables,
    },
    guard,
    acted: { task: number, outcome },
    answer: (result) => keptAnswer({ caseId: live.caseId, next: openedTasks(context, live, result).map((next) => ({ ...next })) }),
  };
}

function ofForms(values: HandedIn, filings: readonly { readonly form: string }[]): HandedIn {
  return Object.fromEntries(Object.entries(values).filter(([formId]) => filings.some((filing) => filing.form === formId)));
}

function outcomeProblems({ task, spec }: ActedTask, outcome: string | undefined, comment: string | undefined): readonly Problem[] {
  const choices: readonly Outcome[] = spec.outcomes?.choices ?? [];
  if (choices.length === 0 && outcome === undefined) return [];
  const chosen = choices.find((choice) => choice.value === outcome);
  if (chosen === undefined) {
    const offered = choices.map((choice) => choice.label).join('、');
    return [taskProblem('RUNTIME_OUTCOME_NEEDED', task, { choices: offered })];
  }
  const missing = chosen.reason === true && (comment ?? '').trim() === '';
  return missing ? [taskProblem('RUNTIME_REASON_NEEDED', task, { what: chosen.label })] : [];
}
