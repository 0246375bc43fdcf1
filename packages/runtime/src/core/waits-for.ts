/** Which events a node can wait for: one or several, of these kinds. */
import type { ProgramEvent, ProgramNode } from '@tongban/model';
import type { CannotRun } from './node-kind.ts';

/** Why it cannot wait for these events; undefined when it can. */
export function cannotWaitFor(events: readonly ProgramEvent[] | undefined, kinds: readonly ProgramEvent['kind'][]): CannotRun | undefined {
  if (events === undefined || events.length === 0) return { what: 'an event that waits for nothing', whatZh: '没有触发条件的等待事件' };
  const kind = events.find((event) => !kinds.includes(event.kind) || (event.kind === 'link' && events.length > 1))?.kind;
  return kind === undefined ? undefined : { what: `an event that waits for "${kind}"`, whatZh: `等待“${kind}”的事件` };
}

/** Why it cannot wait for all of its events; undefined when it can, or when one is enough. */
export function cannotWaitForAll({ events = [], parallel }: ProgramNode): CannotRun | undefined {
  const kind = events.length > 1 && parallel === true ? events.find((event) => !WAITED.has(event.kind))?.kind : undefined;
  return kind === undefined
    ? undefined
    : { what: `"${kind}" among several things that must all come`, whatZh: `把“${kind}”作为必须全部到达的触发条件之一` };
}

const WAITED: ReadonlySet<string> = new Set(['message', 'signal', 'timer', 'conditional']);
