/** Which events a node can wait for: one or several, of these kinds. */
import type { ProgramEvent, ProgramNode } from '@tongban/model';
import type { CannotRun } from './node-kind.ts';

/** What comes from outside the flow, and can be waited for. */
export const WAITED: readonly ProgramEvent['kind'][] = ['message', 'signal', 'timer', 'conditional'];

/** Why it cannot wait for these events; undefined when it can. */
export function cannotWaitFor(events: readonly ProgramEvent[] | undefined, kinds: readonly ProgramEvent['kind'][]): CannotRun | undefined {
  if (events === undefined || events.length === 0) return { what: 'nothingAwaited' };
  const kind = events.find((event) => !kinds.includes(event.kind) || (event.kind === 'link' && events.length > 1))?.kind;
  return kind === undefined ? undefined : { what: 'awaits', by: kind };
}

/** Why it cannot wait for all of its events; undefined when it can, or when one is enough. */
export function cannotWaitForAll({ events = [], parallel }: ProgramNode): CannotRun | undefined {
  const kind = events.length > 1 && parallel === true ? events.find((event) => !WAITED.includes(event.kind))?.kind : undefined;
  return kind === undefined ? undefined : { what: 'awaitsAll', by: kind };
}
