/** Finds tasks of a case by their ids. */
import type { StoredTask } from '../store/store.ts';

/** Up to so many are looked for one by one; for more of them a map is worth its making. */
const FEW = 8;

/** What finds a task among `tasks`, when about `wanted` of them are looked for. */
export function taskFinder(tasks: readonly StoredTask[], wanted: number): (taskId: string) => StoredTask | undefined {
  if (wanted <= FEW) return (taskId) => tasks.find((task) => task.taskId === taskId);
  const byId = new Map(tasks.map((task) => [task.taskId, task]));
  return (taskId) => byId.get(taskId);
}
