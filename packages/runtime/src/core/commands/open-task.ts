/** Finds the open task that a command is about. */
import type { Problem } from '@tongban/model';
import { isTask } from '../cancel.ts';
import type { Run } from '../run.ts';
import type { Token } from '../state.ts';
import { raise } from '../step-errors.ts';

/** The task, when it is still open. */
export function openTask(run: Run, taskId: number): Token | undefined {
  const token = run.token(taskId);
  return token !== undefined && isTask(run, token) ? token : undefined;
}

/** That it is not. */
export function taskClosed(run: Run, taskId: number): Problem {
  return raise.problem('RUNTIME_TASK_CLOSED', {}, { caseId: run.draft.caseId, taskId, taskName: String(taskId) });
}
