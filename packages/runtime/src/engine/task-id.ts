/** Task ids as people's pages use them: the case and the task's number in it. */

/** `<caseId>.<number>`. */
export function taskIdOf(caseId: string, task: number): string {
  return `${caseId}.${task}`;
}

/** The parts of a task id, or undefined when it is none. */
export function partsOfTaskId(taskId: string): { readonly caseId: string; readonly task: number } | undefined {
  const match = /^(.{1,200})\.(\d{1,15})$/s.exec(taskId);
  return match === null ? undefined : { caseId: match[1] as string, task: Number(match[2]) };
}
