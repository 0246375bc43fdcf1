/** Compensation events: the token waits while what was completed is undone, then goes on; or goes on at once while it is undone beside (CO5, CO7). */
import type { ProgramEvent } from '@tongban/model';
import { beginCompensation, undoNext } from './compensation.ts';
import type { PreparedNode } from './prepared.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';

type Compensation = Extract<ProgramEvent, { readonly kind: 'compensate' }>;

/** What an event undoes, when that is among what it throws. */
export function compensationAmong({ triggers }: PreparedNode): Compensation | undefined {
  for (const { event } of triggers) if (event.kind === 'compensate') return event;
  return undefined;
}

/** A token arrives at an event that throws compensation. */
export function throwCompensation(run: Run, node: PreparedNode, scope: number, event: Compensation): void {
  const token = run.addToken({ id: run.nextId(), node: node.index, scope });
  if (event.wait === false) run.leaveLater(node.index, scope);
  if (!beginCompensation(run, token, event.node)) endThrowing(run, node, token);
}

/** One activity has been undone: the next, or the event is done. */
export function undoNextOrGoOn(run: Run, node: PreparedNode, token: Token): void {
  if (!undoNext(run, token)) endThrowing(run, node, token);
}

function endThrowing(run: Run, node: PreparedNode, token: Token): void {
  run.removeToken(token.id);
  if (compensationAmong(node)?.wait === false) run.tokenEnded(token.scope);
  else run.leaveLater(node.index, token.scope);
}
