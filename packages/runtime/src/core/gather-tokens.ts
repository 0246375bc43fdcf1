/** Token quantities: an activity with a `startQuantity` above one waits until so many tokens came by its flows, and takes them as one (13.3.2; TQ1). */
import type { PreparedNode } from './prepared.ts';
import type { Run } from './run.ts';

/** A token came by a flow: it waits with the others, or all of them begin the activity. */
export function gatherTokens(run: Run, node: PreparedNode, scope: number, flow: number): void {
  const waiting = run.draft.tokens.filter((token) => token.node === node.index && token.scope === scope && token.flow !== undefined);
  if (waiting.length + 1 < node.startQuantity) {
    run.addToken({ id: run.nextId(), node: node.index, scope, flow });
    return;
  }
  for (const { id } of waiting) run.removeToken(id);
  run.enterLater(node.index, scope);
}
