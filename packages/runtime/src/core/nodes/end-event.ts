/** End event: the token ends here (10.5.3, 13.5.6): plainly, with a message, signal, error or escalation, or ending the whole scope. Rules EN1–EN5. */
import { cancelInside } from '../cancel.ts';
import { endCase } from '../end-case.ts';
import type { NodeKind } from '../node-kind.ts';
import type { PreparedNode } from '../prepared.ts';
import type { Run } from '../run.ts';
import { throwEach, throwError } from '../throwing.ts';

export const endEvent: NodeKind = {
  kind: 'endEvent',
  enter,
  cannotRun: ({ events }) => {
    const kind = events?.find((event) => event.kind === 'cancel' || event.kind === 'compensate')?.kind;
    return kind === undefined ? undefined : { what: `an end event of kind "${kind}"`, whatZh: `“${kind}”类型的结束事件` };
  },
};

function enter(run: Run, node: PreparedNode, scope: number): void {
  if (scope === 0 && node.spec.ending !== undefined) run.draft.ending = node.spec.ending;
  if (node.triggers.length > 0 && throwsAll(run, node, scope)) return;
  run.tokenEnded(scope);
}

// What ends the scope comes last. An error that is caught takes this token with its scope.
function throwsAll(run: Run, node: PreparedNode, scope: number): boolean {
  throwEach(run, node, scope);
  const last = node.triggers.find(({ event }) => event.kind === 'error' || event.kind === 'terminate')?.event;
  if (last?.kind === 'error') throwError(run, node, last.code, scope);
  if (last?.kind === 'terminate') terminate(run, node, scope);
  return last !== undefined;
}

function terminate(run: Run, node: PreparedNode, scope: number): void {
  if (scope === 0) {
    endCase(run, node.spec.ending ?? 'terminated', undefined, node.id);
    return;
  }
  cancelInside(run, scope);
  run.tokenEnded(scope);
}
