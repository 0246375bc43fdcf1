/** User task: the token waits for a person (13.3.3). The task is the token; who may do it is found when it opens. Rules UT1–UT5. */
import { isTongbanError } from '@tongban/model';
import { activity } from '../activity.ts';
import { announceTask } from '../announce-task.ts';
import { finishActivity } from '../finish-activity.ts';
import type { NodeKind } from '../node-kind.ts';
import { resolvePerformer } from '../performer.ts';
import type { PreparedNode } from '../prepared.ts';
import type { Run } from '../run.ts';
import type { TaskPerformer, Token } from '../state.ts';

export const userTask: NodeKind = activity({ kind: 'userTask', begin: beginUserTask });

/** Opens the task of a token. */
export function beginUserTask(run: Run, node: PreparedNode, token: Token): void {
  const signer = node.loop === undefined ? undefined : run.instanceOf(node, token.scope)?.signer;
  const back = run.returnTo?.node === node.index ? run.returnTo : undefined;
  const performer = signer === undefined ? performerOf(run, node, token) : { persons: [signer.id] };
  const skipped =
    performer === undefined ? 'nobody' : signer === undefined && back === undefined ? hasActed(run, node, performer) : undefined;
  if (performer === undefined || skipped !== undefined) {
    skip(run, node, token, skipped ?? 'nobody');
    return;
  }
  const returned = back?.note;
  const assignee = node.loop === undefined ? back?.assignee : undefined;
  // What follows from the flow and the starter alone is not kept again with every task.
  const follows = performer === node.performer.fixed || (node.performer.onlyStarter && signer === undefined);
  if (!follows || back !== undefined) {
    run.replaceToken({
      ...token,
      ...(follows ? {} : { performer }),
      ...(returned === undefined ? {} : { returned }),
      ...(assignee === undefined ? {} : { assignee }),
    });
  }
  if (returned !== undefined && node.forStarter) run.part('operations').beginCorrection(run, token.id);
  announceTask(run, node, token, performer, signer);
}

// Nobody found is an incident, unless the task's policy says how it goes on (PO1).
function performerOf(run: Run, node: PreparedNode, token: Token): TaskPerformer | undefined {
  const empty = node.spec.task?.policy?.empty;
  if (empty === undefined || empty === 'incident') return resolvePerformer(run, node, node.performer, token.scope);
  try {
    return resolvePerformer(run, node, node.performer, token.scope);
  } catch (error) {
    if (!isTongbanError(error, 'RUNTIME_PERFORMER_EMPTY')) throw error;
    return empty === 'administrator' ? { role: 'administrator' } : undefined;
  }
}

// The one person found started the case or did the step before, and need not be asked again (PO2).
function hasActed(run: Run, node: PreparedNode, { persons }: TaskPerformer): 'starter' | 'previous' | undefined {
  if (node.spec.task?.policy?.same !== 'skip' || persons?.length !== 1) return undefined;
  if (persons[0] === run.draft.starter.id) return 'starter';
  return persons[0] === run.command.actor?.id ? 'previous' : undefined;
}

function skip(run: Run, node: PreparedNode, token: Token, why: 'nobody' | 'starter' | 'previous'): void {
  run.note({ kind: 'taskSkipped', seq: run.nextSeq(), at: run.now, nodeId: node.id, taskId: token.id, why });
  const outcome = node.spec.task?.policy?.outcome;
  if (outcome !== undefined && node.outcomes !== undefined) run.setVariable(token.scope, node.outcomes.result, outcome, node);
  finishActivity(run, token);
}
