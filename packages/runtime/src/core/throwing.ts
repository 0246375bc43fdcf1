/** Throwing: messages go out through the shell; errors are caught inside the case (10.5.6). */
import type { JsonObject } from '@tongban/model';
import type { PreparedNode, PreparedTrigger } from './prepared.ts';
import { raise } from './raise.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';
import { correlationOf } from './triggers.ts';

/** Throws every message, signal and escalation of an event, in document order (ME3); false when what caught one took the thrower away (ME4). */
export function throwEach(run: Run, node: PreparedNode, scope: number): boolean {
  return node.triggers.every((trigger) => {
    const { kind } = trigger.event;
    sendMessage(run, node, scope, trigger);
    return (kind !== 'signal' && kind !== 'escalation') || run.part('events').throwOne(run, node, scope, trigger);
  });
}

/** Hands what is a message to the shell, for the one case that waits for it (MS3). */
export function sendMessage(run: Run, node: PreparedNode, scope: number, trigger: PreparedTrigger = node.trigger as PreparedTrigger): void {
  if (trigger.event.kind !== 'message') return;
  const { name } = trigger.event;
  const correlation = correlationOf(run, trigger, scope);
  const seq = run.nextSeq();
  run.note({ kind: 'messageSent', seq, at: run.now, nodeId: node.id, name });
  const variables = brought(run, node, scope);
  run.order({ kind: 'sendMessage', key: `${run.draft.caseId}/${seq}`, name, correlation, variables, nodeId: node.id });
}

/** What the flow says goes out with it (MS5). */
export function brought(run: Run, node: PreparedNode, scope: number): JsonObject | undefined {
  if (node.assignsOut.length === 0) return undefined;
  return Object.fromEntries(node.assignsOut.map(({ variable, value }) => [variable, run.evaluate(value, scope)]));
}

/** Throws an error; nobody to catch it is an incident at the thrower (ER3). */
export function throwError(
  run: Run,
  node: PreparedNode,
  code: string | undefined,
  scope: number,
  thrower?: { readonly token: Token; readonly message?: string | undefined },
): void {
  // Where nothing in the release catches errors, the part need not be there.
  const catcher = run.prepared.parts.abilities.events?.findCatcher(run, 'error', code, scope, thrower?.token);
  const message = thrower?.message;
  run.note({ kind: 'errorThrown', seq: run.nextSeq(), at: run.now, nodeId: node.id, code, message, caughtBy: catcher?.node.id });
  if (catcher === undefined) {
    const text = message === undefined ? '' : `${message} `;
    throw raise('RUNTIME_ERROR_UNCAUGHT', { nodeId: node.id, nodeName: node.name, code: code ?? '', message: text });
  }
  catcher.node.kind.triggered?.(run, catcher.node, catcher.owner);
}
