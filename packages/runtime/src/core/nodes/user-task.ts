/** User task: the token waits for a person (13.3.3). The task is the token; who may do it is found when it opens. Rules UT1–UT5. */
import { activity } from '../activity.ts';
import { announceTask } from '../announce-task.ts';
import { beginCorrection } from '../correction.ts';
import type { NodeKind } from '../node-kind.ts';
import { resolvePerformer } from '../performer.ts';
import type { PreparedNode } from '../prepared.ts';
import type { Run } from '../run.ts';
import type { Token } from '../state.ts';

export const userTask: NodeKind = activity({ kind: 'userTask', begin: beginUserTask });

/** Opens the task of a token. */
export function beginUserTask(run: Run, node: PreparedNode, token: Token): void {
  const signer = node.loop === undefined ? undefined : run.instanceOf(node, token.scope)?.signer;
  const performer = signer === undefined ? resolvePerformer(run, node, node.performer, token.scope) : { persons: [signer.id] };
  const back = run.returnTo?.node === node.index ? run.returnTo : undefined;
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
  if (returned !== undefined && node.forStarter) beginCorrection(run, token.id);
  announceTask(run, node, token, performer, signer);
}
