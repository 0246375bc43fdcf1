/** Throwing: messages go out through the shell; signals, errors and escalations are caught inside the case (10.5.6). */

import type { JsonObject } from '@tongban/model';
import { cameFor, triggerOf } from './armed.ts';
import type { PreparedNode, PreparedTrigger } from './prepared.ts';
import { raise } from './raise.ts';
import type { Run } from './run.ts';
import type { SubscriptionState, Token } from './state.ts';
import { findCatcher } from './throw-event.ts';
import { correlationOf } from './triggers.ts';

/** Throws every message, signal and escalation of an event, in document order (ME3). */
export function throwEach(run: Run, node: PreparedNode, scope: number): void {
  for (const trigger of node.triggers) {
    const { event } = trigger;
    if (event.kind === 'message') sendMessage(run, node, scope, trigger);
    else if (event.kind === 'signal') throwSignal(run, node, scope, event.name);
    else if (event.kind === 'escalation') throwEscalation(run, node, event.code, scope);
  }
}

/** Hands a message to the shell, for the one case that waits for it (MS3). */
export function sendMessage(run: Run, node: PreparedNode, scope: number, trigger: PreparedTrigger = node.trigger as PreparedTrigger): void {
  if (trigger.event.kind !== 'message') return;
  const { name } = trigger.event;
  const correlation = correlationOf(run, trigger, scope);
  const seq = run.nextSeq();
  run.events.push({ kind: 'messageSent', seq, at: run.now, nodeId: node.id, name });
  const variables = brought(run, node, scope);
  run.effects.push({ kind: 'sendMessage', key: `${run.draft.caseId}/${seq}`, name, correlation, variables, nodeId: node.id });
}

/** Reaches every subscription to the signal in this case, and through the shell those in others (SG1). */
export function throwSignal(run: Run, node: PreparedNode, scope: number, name: string): void {
  const seq = run.nextSeq();
  run.events.push({ kind: 'signalThrown', seq, at: run.now, nodeId: node.id, name });
  const variables = brought(run, node, scope);
  run.effects.push({ kind: 'broadcastSignal', key: `${run.draft.caseId}/${seq}`, name, variables, nodeId: node.id });
  receiveSignal(run, name);
}

/** What the flow says goes out with it (MS5). */
function brought(run: Run, node: PreparedNode, scope: number): JsonObject | undefined {
  if (node.assignsOut.length === 0) return undefined;
  return Object.fromEntries(node.assignsOut.map(({ variable, value }) => [variable, run.evaluate(value, scope)]));
}

/** Triggers what waits for a signal, each subscription that was open when it came; how many there were. */
export function receiveSignal(run: Run, name: string): number {
  const waiting = waitingForSignal(run, name);
  let reached = 0;
  for (const armed of waiting) {
    // An earlier one may have interrupted what this one belongs to.
    if (!run.draft.subscriptions?.some((open) => open.id === armed.id)) continue;
    reached += 1;
    run.events.push({ kind: 'signalReceived', seq: run.nextSeq(), at: run.now, nodeId: run.node(armed.node).id, name });
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

/** Throws an escalation; when nobody catches it, it is only noted (ER4). */
export function throwEscalation(run: Run, node: PreparedNode, code: string | undefined, scope: number): void {
  const catcher = findCatcher(run, 'escalation', code, scope);
  run.events.push({ kind: 'escalationThrown', seq: run.nextSeq(), at: run.now, nodeId: node.id, code, caughtBy: catcher?.node.id });
  catcher?.node.kind.triggered?.(run, catcher.node, catcher.owner);
}
