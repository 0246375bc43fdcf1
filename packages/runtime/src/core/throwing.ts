/** Throwing: messages go out through the shell; signals, errors and escalations are caught inside the case (10.5.6). */

import type { PreparedNode, PreparedTrigger } from './prepared.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';
import { raise } from './step-errors.ts';
import { findCatcher } from './throw-event.ts';
import { correlationOf } from './triggers.ts';

/** Hands a message to the shell, for the one case that waits for it (MS3). */
export function sendMessage(run: Run, node: PreparedNode, scope: number): void {
  const trigger = node.trigger as PreparedTrigger;
  if (trigger.event.kind !== 'message') return;
  const { name } = trigger.event;
  const correlation = correlationOf(run, trigger, scope);
  const seq = run.nextSeq();
  run.events.push({ kind: 'messageSent', seq, at: run.now, nodeId: node.id, name });
  run.effects.push({ kind: 'sendMessage', key: `${run.draft.caseId}/${seq}`, name, correlation, nodeId: node.id });
}

/** Reaches every subscription to the signal in this case, and through the shell those in others (SG1). */
export function throwSignal(run: Run, node: PreparedNode, name: string): void {
  const seq = run.nextSeq();
  run.events.push({ kind: 'signalThrown', seq, at: run.now, nodeId: node.id, name });
  run.effects.push({ kind: 'broadcastSignal', key: `${run.draft.caseId}/${seq}`, name, nodeId: node.id });
  receiveSignal(run, name);
}

/** Triggers what waits for a signal, each subscription that was open when it came; how many there were. */
export function receiveSignal(run: Run, name: string): number {
  const waiting = (run.draft.subscriptions ?? []).filter(({ node }) => {
    const event = run.node(node).trigger?.event;
    return event?.kind === 'signal' && event.name === name;
  });
  let reached = 0;
  for (const { id, node, owner } of waiting) {
    // An earlier one may have interrupted what this one belongs to.
    if (!run.draft.subscriptions?.some((open) => open.id === id)) continue;
    reached += 1;
    run.events.push({ kind: 'signalReceived', seq: run.nextSeq(), at: run.now, nodeId: run.node(node).id, name });
    run.node(node).kind.triggered?.(run, run.node(node), owner);
  }
  return reached;
}

/** Throws an error; nobody to catch it is an incident at the thrower (ER3). */
export function throwError(
  run: Run,
  node: PreparedNode,
  code: string | undefined,
  scope: number,
  thrower?: { readonly token: Token; readonly message?: string | undefined },
): void {
  const catcher = findCatcher(run, 'error', code, scope, thrower?.token);
  const message = thrower?.message;
  run.events.push({ kind: 'errorThrown', seq: run.nextSeq(), at: run.now, nodeId: node.id, code, message, caughtBy: catcher?.node.id });
  if (catcher === undefined) {
    const text = message === undefined ? '' : `${message} `;
    throw raise('RUNTIME_ERROR_UNCAUGHT', { nodeId: node.id, nodeName: node.name, code: code ?? '', message: text });
  }
  catcher.node.kind.triggered?.(run, catcher.node, catcher.owner);
}

/** Throws an escalation; when nobody catches it, it is only noted (ER4). Whether the thrower's own scope is still there. */
export function throwEscalation(run: Run, node: PreparedNode, code: string | undefined, scope: number): boolean {
  const catcher = findCatcher(run, 'escalation', code, scope);
  run.events.push({ kind: 'escalationThrown', seq: run.nextSeq(), at: run.now, nodeId: node.id, code, caughtBy: catcher?.node.id });
  catcher?.node.kind.triggered?.(run, catcher.node, catcher.owner);
  return catcher === undefined || catcher.node.spec.interrupting === false;
}
