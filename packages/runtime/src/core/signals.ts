/** Signals and escalations: the first reach everything that waits for them, the second the nearest event around (10.5.6). */
import { cameFor, triggerOf } from './armed.ts';
import type { PreparedNode, PreparedTrigger } from './prepared.ts';
import type { Run } from './run.ts';
import type { SubscriptionState } from './state.ts';
import { findCatcher } from './throw-event.ts';
import { brought, throwError } from './throwing.ts';

/** Throws a signal or an escalation; false when it is one of several and what caught it took the thrower away (ME4). */
export function throwOne(run: Run, node: PreparedNode, scope: number, { event }: PreparedTrigger): boolean {
  const isOne = node.triggers.length === 1;
  for (const { event: other } of node.triggers)
    if (other.kind === 'error' && findCatcher(run, 'error', other.code, scope) === undefined) throwError(run, node, other.code, scope);
  // It tells whether the thrower is still there.
  const id = isOne ? 0 : run.standAt(node, scope).id;
  if (event.kind === 'signal') throwSignal(run, node, scope, event.name);
  else if (event.kind === 'escalation') throwEscalation(run, node, event.code, scope);
  const stays = isOne || run.token(id) !== undefined;
  run.removeToken(id);
  return stays;
}

/** Reaches every subscription to the signal in this case, and through the shell those in others (SG1). */
export function throwSignal(run: Run, node: PreparedNode, scope: number, name: string): void {
  const seq = run.nextSeq();
  run.note({ kind: 'signalThrown', seq, at: run.now, nodeId: node.id, name });
  const variables = brought(run, node, scope);
  run.order({ kind: 'broadcastSignal', key: `${run.draft.caseId}/${seq}`, name, variables, nodeId: node.id });
  receiveSignal(run, name);
}

/** Triggers what waits for a signal, each subscription that was open when it came; how many there were. */
export function receiveSignal(run: Run, name: string): number {
  const waiting = waitingForSignal(run, name);
  let reached = 0;
  for (const armed of waiting) {
    // An earlier one may have interrupted what this one belongs to.
    if (!run.draft.subscriptions?.some((open) => open.id === armed.id)) continue;
    reached += 1;
    run.note({ kind: 'signalReceived', seq: run.nextSeq(), at: run.now, nodeId: run.node(armed.node).id, name });
    cameFor(run, armed);
  }
  return reached;
}

/** The open subscriptions to a signal. */
export function waitingForSignal(run: Run, name: string): readonly SubscriptionState[] {
  return (run.draft.subscriptions ?? []).filter((armed) => {
    const event = triggerOf(run, armed)?.event;
    return event?.kind === 'signal' && event.name === name;
  });
}

/** Throws an escalation; when nobody catches it, it is only noted (ER4). */
export function throwEscalation(run: Run, node: PreparedNode, code: string | undefined, scope: number): void {
  const catcher = findCatcher(run, 'escalation', code, scope);
  run.note({ kind: 'escalationThrown', seq: run.nextSeq(), at: run.now, nodeId: node.id, code, caughtBy: catcher?.node.id });
  catcher?.node.kind.triggered?.(run, catcher.node, catcher.owner);
}
