/** Who gets the tasks of a limit that goes to the superior when it is over (EX4): resolved before the command, so that a replay finds the same. */
import type { PersonName } from '../core/state.ts';
import type { Directory } from './engine-options.ts';
import type { LiveCase } from './live-case.ts';
import { partsOfTaskId } from './task-id.ts';

/** The superiors of whoever has the tasks of a timer, by the tasks' numbers; undefined when the timer asks for none. */
export async function superiorsOf(
  directory: Directory | undefined,
  live: LiveCase,
  timerId: number,
): Promise<Readonly<Record<number, PersonName>> | undefined> {
  const timer = live.state.timers?.find(({ id }) => id === timerId);
  const node = live.ready.prepared.nodes[timer?.node ?? -1];
  if (node?.spec.task?.expiry?.does !== 'escalate') return undefined;
  const found: Record<number, PersonName> = {};
  for (const { taskId, nodeId, status, assignee, candidates } of live.tasks) {
    const [person] = assignee === undefined ? (candidates.persons ?? []) : [assignee.id];
    const number = partsOfTaskId(taskId)?.task;
    if (nodeId !== node.id || (status !== 'open' && status !== 'waiting') || person === undefined || number === undefined) continue;
    const superior = await directory?.superior?.(live.tenant, person);
    if (superior !== undefined && superior.tenant === live.tenant) found[number] = { id: superior.id, name: superior.name };
  }
  return found;
}
