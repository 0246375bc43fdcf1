/** Keeps what a person has filled in so far. It may be incomplete; it may not hold what could never be kept. */
import type { CommandAnswer, Json, TaskCommand } from '@tongban/model';
import { fileIdsIn } from '../engine/case-commit.ts';
import { partsOfTaskId } from '../engine/task-id.ts';
import { actedTask } from './act-on-task.ts';
import { type HandedIn, takeOver } from './form-changes.ts';
import { hostRefuses, keptAnswer, type ServiceContext, taskProblem, taskUnknown } from './service-context.ts';

/** What a person keeps. */
export type DraftCommand = TaskCommand & { readonly values: HandedIn; readonly outcome?: string; readonly comment?: string };

type DraftAnswer = CommandAnswer<{ readonly revision: number; readonly savedAt: number }>;

/** Saves a draft for the person of the context. */
export async function saveDraft(context: ServiceContext, command: DraftCommand): Promise<DraftAnswer> {
  const { engine, actor } = context;
  const { cases } = engine.storage;
  const { taskId, commandId, values, outcome, comment, revision } = command;
  const { tenant, id, name } = actor;
  const seen = await cases.seen(tenant, id, commandId);
  if (seen !== undefined) return answered(seen);
  const parts = partsOfTaskId(taskId);
  const live = parts && (await engine.load(tenant, parts.caseId));
  if (live === undefined) return { ok: false, problems: [taskUnknown(taskId)] };
  const acted = actedTask(context, live, command);
  if (acted.refused !== undefined) return { ok: false, problems: acted.refused };
  const { task, spec, as } = acted;
  const savedAt = engine.clock.now();
  const knownFiles = fileIdsIn((await cases.draft(tenant, taskId))?.values ?? {});
  const place = { nodeId: task.nodeId, name: task.name };
  const taken = await takeOver(as, { live, place, filings: spec.filings, values, knownFiles, task, mode: 'draft', now: savedAt });
  const problems = taken.problems.length > 0 ? taken.problems : await hostRefuses(as, 'draft', task.name, live, task.nodeId);
  if (problems.length > 0) return { ok: false, problems };
  const answer = keptAnswer({ revision: revision + 1, savedAt });
  const written = { ...(outcome === undefined ? {} : { outcome }), ...(comment === undefined ? {} : { comment }) };
  const result = await cases.saveDraft({
    draft: { tenant, taskId, values, ...written, savedAt, savedBy: { id, name } },
    expectedRevision: revision,
    command: { commandId, actorId: id, answer },
  });
  if (result.kind === 'stale') return { ok: false, problems: [taskProblem('RUNTIME_TASK_STALE', task, { revision: result.revision })] };
  return answered(result.kind === 'repeated' ? result.answer : answer);
}

// helpers

function answered(answer: Json): DraftAnswer {
  return answer as unknown as DraftAnswer;
}
