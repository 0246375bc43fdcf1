/** End event: the token ends here (10.5.3, 13.5.6): plainly, with a message, signal, error or escalation, or ending the whole scope. Rules EN1–EN5. */
import { cancelInside } from '../cancel.ts';
import { endCase } from '../end-case.ts';
import type { NodeKind } from '../node-kind.ts';
import type { PreparedNode } from '../prepared.ts';
import type { Run } from '../run.ts';
import { sendMessage, throwError, throwEscalation, throwSignal } from '../throwing.ts';

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
  const event = node.trigger?.event;
  if (event?.kind === 'terminate') {
    terminate(run, node, scope);
    return;
  }
  // An error that is caught takes this token with its scope.
  if (event?.kind === 'error') {
    throwError(run, node, event.code, scope);
    return;
  }
  if (event?.kind === 'message') sendMessage(run, node, scope);
  if (event?.kind === 'signal') throwSignal(run, node, event.name);
  if (event?.kind === 'escalation') throwEscalation(run, node, event.code, scope);
  run.tokenEnded(scope);
}

function terminate(run: Run, node: PreparedNode, scope: number): void {
  if (scope === 0) {
    endCase(run, node.spec.ending ?? 'terminated', undefined, node.id);
    return;
  }
  cancelInside(run, scope);
  run.tokenEnded(scope);
}
