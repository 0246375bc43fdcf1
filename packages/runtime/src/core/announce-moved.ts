/** Says that an open task has moved: to the shell that keeps its row. */
import { clocksFor } from './announce-task.ts';
import type { PreparedNode } from './prepared.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';

/** An open task is at another element, or the element asks otherwise: the shell keeps its row as it now is. Who was asked or assigned stays. */
export function announceMoved(run: Run, node: PreparedNode, token: Token): void {
  const resolved = token.performer ?? (node.performer.onlyStarter ? { persons: [run.draft.starter.id] } : node.performer.fixed);
  run.order({ kind: 'moveTask', taskId: token.id, nodeId: node.id, performer: resolved, clocks: clocksFor(run, token) });
}
