/** End event: the token ends here (10.5.3, 13.5.6): plainly, with a message, signal, error or escalation, undoing, cancelling a transaction, or ending the whole scope. Rules EN1–EN5. */
import type { Program, ProgramNode } from '@tongban/model';
import { cancelInside } from '../cancel.ts';
import { endCase } from '../end-case.ts';
import type { CannotRun, NodeKind } from '../node-kind.ts';
import type { PreparedNode } from '../prepared.ts';
import type { Run } from '../run.ts';
import { throwEach, throwError } from '../throwing.ts';

export const endEvent: NodeKind = {
  kind: 'endEvent',
  enter,
  innerDone: (run, node, token) => run.part('compensation').undoNextOrGoOn(run, node, token),
  cannotRun: cannotCancel,
};

function enter(run: Run, node: PreparedNode, scope: number): void {
  if (scope === 0 && node.spec.ending !== undefined) run.draft.ending = node.spec.ending;
  if (node.trigger !== undefined && throwsAll(run, node, scope)) return;
  run.tokenEnded(scope);
}

/** An error, a termination; a cancellation or compensation. */
const LAST = /^c|error|term/;

// What ends the scope comes last. An error that is caught takes this token with its scope.
function throwsAll(run: Run, node: PreparedNode, scope: number): boolean {
  if (!throwEach(run, node, scope)) return true;
  const last = node.triggers.find(({ event }) => LAST.test(event.kind))?.event;
  if (last?.kind === 'compensate' || last?.kind === 'cancel') run.part('compensation').throwEvent(run, node, scope, last);
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

function cannotCancel(node: ProgramNode, program: Program): CannotRun | undefined {
  if (node.events?.some((event) => event.kind === 'cancel') !== true || transactionAround(node, program) !== undefined) return undefined;
  return { what: 'cancelOutside' };
}

/** The innermost transaction around a node of a program. */
function transactionAround({ scope }: ProgramNode, { nodes }: Program): ProgramNode | undefined {
  for (let at = nodes[scope]; at !== undefined; at = nodes[at.scope]) if (at.kind === 'transaction') return at;
  return undefined;
}
