/** Which kinds of node are activities: work that is begun and done, in contrast to events, gateways and the process itself. */
import type { ProgramNode } from '@tongban/model';

const OTHERS = /Event$|Gateway$|^process$/;

/** Whether a node is an activity. */
export function isActivity({ kind }: ProgramNode): boolean {
  return !OTHERS.test(kind);
}
