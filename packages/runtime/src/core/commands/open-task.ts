/** Finds the open task that a command is about. */
import type { Finding } from '@tongban/model';
import { isTask } from '../cancel.ts';
import { finding } from '../raise.ts';
import type { Run } from '../run.ts';
import type { Token } from '../state.ts';

/** The task, when it is still open and does not stand still. */
export function openTask(run: Run, taskId: number): Token | undefined {
  const token = taskToken(run, taskId);
  return token?.held === true ? undefined : token;
}

/** The task, be it that it stands still. */
export function taskToken(run: Run, taskId: number): Token | undefined {
  const token = run.token(taskId);
  return token !== undefined && isTask(run, token) ? token : undefined;
}

/** That it is not, or stands still. */
export function taskClosed(run: Run, taskId: number): Finding {
  const token = taskToken(run, taskId);
  if (token !== undefined) {
    const { id, name } = run.node(token.node);
    return finding('RUNTIME_TASK_HELD', { elementId: id, elementName: name }, { taskId, taskName: name });
  }
  return finding('RUNTIME_TASK_CLOSED', {}, { caseId: run.draft.caseId, taskId, taskName: String(taskId) });
}
