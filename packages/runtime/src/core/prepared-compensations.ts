/** Finds what can be undone in a program: activities with a compensation boundary event or event sub-process, and those that hold or call such. */
import type { Program, ProgramNode } from '@tongban/model';
import type { PreparedCompensation } from './prepared.ts';

/** What undoes each activity that can be undone, by its index. */
export function preparedCompensations({ nodes }: Program): ReadonlyMap<number, PreparedCompensation> {
  const found = new Map<number, PreparedCompensation>();
  const node = (index: number): ProgramNode => nodes[index] as ProgramNode;
  const isCompensation = (index: number): boolean => node(index).events?.some(({ kind }) => kind === 'compensate') === true;
  if (!nodes.some((_, index) => isCompensation(index))) return found;
  // Again as long as something was found: an activity may hold, or call, what comes later.
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const [index, { scope, boundary = [], eventSubProcesses = [], forCompensation, inner = [], called }] of nodes.entries()) {
      if (scope < 0 || forCompensation === true) continue;
      const event = boundary.find(isCompensation);
      const handler = event === undefined ? undefined : node(event).compensation;
      const eventSubProcess = eventSubProcesses.find((at) => (node(at).inner ?? []).some(isCompensation));
      const parts = called === undefined ? inner : (node(called).inner ?? []);
      if (handler !== undefined || eventSubProcess !== undefined || parts.some((at) => found.has(at))) {
        found.set(index, { handler, eventSubProcess });
      }
    }
  }
  return found;
}
