/** What every command on a task asks first: is it there, open, this person's, and as they last saw it. */
import type { Problem, ProgramTask, TaskCommand } from '@tongban/model';
import type { LiveCase } from '../engine/live-case.ts';
import { partsOfTaskId } from '../engine/task-id.ts';
import type { StoredTask } from '../store/store.ts';
import { taskSpec } from './case-access.ts';
import { actingAt, mayDo } from './seats.ts';
import { type ServiceContext, taskProblem, taskUnknown } from './service-context.ts';
import { whoDoes } from './words.ts';

/** A task that the person may act on now. */
export interface ActedTask {
  readonly refused?: undefined;
  readonly task: StoredTask;
  /** Its number in the case. */
  readonly number: number;
  readonly spec: ProgramTask;
  /** With whose right: the person's own, or as a deputy. */
  readonly as: ServiceContext;
  readonly guard: { readonly taskId: string; readonly revision: number };
}

/** The task of a command, or why it may not be acted on. */
export function actedTask(
  context: ServiceContext,
  live: LiveCase,
  command: Pick<TaskCommand, 'taskId' | 'revision'>,
  heldToo = false,
): ActedTask | { readonly refused: readonly Problem[] } {
  const { taskId, revision } = command;
  const { actor } = context;
  const task = live.tasks.find((one) => one.taskId === taskId);
  const number = partsOfTaskId(taskId)?.task;
  const spec = task && taskSpec(live, task.nodeId);
  if (task === undefined || number === undefined || spec === undefined) return { refused: [taskUnknown(taskId)] };
  const held = task.status === 'waiting';
  if (held && !heldToo && mayDo(actor, live, task)) return { refused: [taskProblem('RUNTIME_TASK_HELD', task)] };
  if (task.status !== 'open' && !held) return { refused: [taskProblem('RUNTIME_TASK_CLOSED', task)] };
  if (!mayDo(actor, live, task))
    return { refused: [taskProblem('RUNTIME_TASK_NOT_YOURS', task, { who: whoDoes(live, task.candidates, task.assignee) })] };
  if (task.revision !== revision) return { refused: [taskProblem('RUNTIME_TASK_STALE', task, { revision: task.revision })] };
  return { task, number, spec, as: actingAt(context, live, task), guard: { taskId, revision } };
}
