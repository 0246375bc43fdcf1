/** Which events a node can wait for: exactly one, of these kinds. */
import type { ProgramEvent } from '@tongban/model';
import type { CannotRun } from './node-kind.ts';

/** Why it cannot wait for these events; undefined when it can. */
export function cannotWaitFor(events: readonly ProgramEvent[] | undefined, kinds: readonly ProgramEvent['kind'][]): CannotRun | undefined {
  if (events === undefined || events.length === 0) return { what: 'an event that waits for nothing', whatZh: '没有触发条件的等待事件' };
  if (events.length > 1) return { what: 'an event that waits for several things', whatZh: '同时等待多个触发条件的事件' };
  const kind = (events[0] as ProgramEvent).kind;
  return kinds.includes(kind) ? undefined : { what: `an event that waits for "${kind}"`, whatZh: `等待“${kind}”的事件` };
}
