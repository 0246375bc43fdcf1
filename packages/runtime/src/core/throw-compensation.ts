/** Compensation events: the token waits while what was completed is undone, then goes on; or goes on at once while it is undone beside (CO5, CO7). */
import type { ProgramEvent } from '@tongban/model';
import { beginCompensation, undoNext } from './compensation.ts';
import type { PreparedNode } from './prepared.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';
import { cancelTransaction } from './transaction.ts';

type Compensation = Extract<ProgramEvent, { readonly kind: 'compensate' }>;

/** A token arrives at an event that throws compensation, or at the end event that cancels a transaction. */
export function throwEvent(run: Run, node: PreparedNode, scope: number, event: ProgramEvent): void {
  if (event.kind === 'compensate') throwCompensation(run, node, scope, event);
  else if (event.kind === 'cancel') cancelTransaction(run, scope);
}

function throwCompensation(run: Run, node: PreparedNode, scope: number, event: Compensation): void {
  const token = run.standAt(node, scope);
  if (event.wait === false) run.leaveLater(node.index, scope);
  if (!beginCompensation(run, token, event.node)) endThrowing(run, node, token);
}

/** One activity has been undone: the next, or the event is done. */
export function undoNextOrGoOn(run: Run, node: PreparedNode, token: Token): void {
  if (!undoNext(run, token)) endThrowing(run, node, token);
}

function endThrowing(run: Run, node: PreparedNode, token: Token): void {
  run.removeToken(token.id);
  const isBeside = node.triggers.some(({ event }) => event.kind === 'compensate' && event.wait === false);
  if (isBeside) run.tokenEnded(token.scope);
  else run.leaveLater(node.index, token.scope);
}
