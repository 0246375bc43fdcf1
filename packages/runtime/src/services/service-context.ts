/** For whom a service works, and small words every part of it needs. */
import type { Actor, CommandAnswer, Json, Problem } from '@tongban/model';
import type { CaseActor } from '../core/state.ts';
import { taken } from '../engine/edge.ts';
import type { Engine } from '../engine/engine.ts';
import type { Outcome } from '../engine/execute.ts';
import type { LiveCase } from '../engine/live-case.ts';
import { raise } from '../errors.ts';
import type { StoredTask } from '../store/store.ts';
import type { SeatedActor } from './seats.ts';

/** The engine, and the person who asks. */
export interface ServiceContext {
  readonly engine: Engine;
  readonly actor: SeatedActor;
}

/** The context of a person, who must be one. @throws RUNTIME_ARGUMENT */
export function contextOf(engine: Engine, actor: Actor): ServiceContext {
  return { engine, actor: taken('as', '=actor', [actor], true)[0] as Actor };
}

/** The actor as states and events remember them: no roles, no tenant. */
export function caseActor({ id, name, department, onBehalfOf }: Actor): CaseActor {
  return { id, name, ...(department === undefined ? {} : { department }), ...(onBehalfOf === undefined ? {} : { onBehalfOf }) };
}

/** A refusal. */
export function refuse(...problems: readonly Problem[]): { readonly refused: readonly Problem[] } {
  return { refused: problems };
}

/** How an order came out, as the client hears it. */
export function answerOf<T>(outcome: Outcome, unknown: Problem): CommandAnswer<T> {
  if (outcome.kind === 'done') return outcome.answer as unknown as CommandAnswer<T>;
  if (outcome.kind === 'refused') return { ok: false, problems: outcome.problems };
  if (outcome.kind === 'unknown') return { ok: false, problems: [unknown] };
  const { taskId, revision } = outcome;
  return { ok: false, problems: [raise.problem('RUNTIME_TASK_STALE', { elementId: taskId }, { taskId, taskName: taskId, revision })] };
}

/** An answer as it is kept with its command. */
export function keptAnswer(answer: object): Json {
  return JSON.parse(JSON.stringify({ ok: true, ...answer }));
}

/** That there is no such task for this person. */
export function taskUnknown(taskId: string): Problem {
  return raise.problem('RUNTIME_TASK_UNKNOWN', { elementId: taskId.slice(0, 200) }, { taskId: taskId.slice(0, 200) });
}

/** That there is no such case for this person. */
export function caseUnknown(caseId: string): Problem {
  return raise.problem('RUNTIME_CASE_UNKNOWN', { elementId: caseId.slice(0, 200) }, { caseId: caseId.slice(0, 200) });
}

/** That something at a task is wrong. */
export function taskProblem(code: Parameters<typeof raise>[0], task: StoredTask, details: { readonly [name: string]: Json } = {}): Problem {
  const place = { elementId: task.nodeId, elementName: task.name };
  return raise.problem(code, place, { taskId: task.taskId, taskName: task.name, ...details });
}

/** Whether the host permits it, as a refusal when it does not. */
export async function hostRefuses(
  context: ServiceContext,
  action: string,
  what: string,
  live: LiveCase,
  nodeId?: string,
): Promise<readonly Problem[]> {
  const { engine } = context;
  const { seats: _, ...actor } = context.actor;
  const { measureId, caseId } = live.row;
  const allowed = await engine.authorize({ actor, action, measureId, caseId, ...(nodeId === undefined ? {} : { nodeId }) });
  return allowed ? [] : [raise.problem('RUNTIME_NOT_ALLOWED', {}, { actorName: actor.name, what })];
}
