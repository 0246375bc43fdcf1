/**
 * Transaction: a sub-process that can be cancelled (10.3.5, 13.5.5). A cancel end event in it stops what runs in it, undoes what was
 * completed, and goes on from its cancel boundary event; an error leaves it like any sub-process, with nothing undone. Rules TX1–TX3.
 */
import type { Program, ProgramNode } from '@tongban/model';
import { activity } from '../activity.ts';
import { finishActivity } from '../finish-activity.ts';
import type { CannotRun, NodeKind } from '../node-kind.ts';
import { openScope } from '../open-scope.ts';
import type { PreparedNode } from '../prepared.ts';
import type { Run } from '../run.ts';
import type { ScopeInstance, Token } from '../state.ts';
import { goOnCancelling } from '../transaction.ts';

export const transaction: NodeKind = activity({ kind: 'transaction', begin: openScope, innerDone, cannotRun });

function innerDone(run: Run, node: PreparedNode, token: Token, inner: ScopeInstance): void {
  if (inner.undoes === true) goOnCancelling(run, node, token);
  else finishActivity(run, token, inner);
}

function cannotRun({ inner = [], boundary = [] }: ProgramNode, { nodes }: Program): CannotRun | undefined {
  const isCancel = (index: number): boolean => nodes[index]?.events?.some(({ kind }) => kind === 'cancel') === true;
  // What is cancelled is the innermost transaction; a cancel event at the edge of another one stands in here, too.
  const cancels = (index: number): boolean => {
    const { kind, inner: deeper = [] } = nodes[index] as ProgramNode;
    return kind === 'endEvent' ? isCancel(index) : kind !== 'transaction' && deeper.some(cancels);
  };
  return !inner.some(cancels) || boundary.some(isCancel) ? undefined : { what: 'noCancelBoundary' };
}
