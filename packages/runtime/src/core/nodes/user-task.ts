/** User task: the token waits for a person (13.3.3). The task is the token; who may do it is found when it opens. Rules UT1–UT5. */
import { activity } from '../activity.ts';
import { beginCorrection } from '../correction.ts';
import { elementOf } from '../element-of.ts';
import type { NodeKind } from '../node-kind.ts';
import { resolvePerformer } from '../performer.ts';
import type { PreparedNode } from '../prepared.ts';
import type { Run } from '../run.ts';
import type { Token } from '../state.ts';

export const userTask: NodeKind = activity({ kind: 'userTask', begin: open });

function open(run: Run, node: PreparedNode, token: Token): void {
  const performer = resolvePerformer(run, node, node.performer, token.scope);
  const { draft, returnTo } = run;
  const of = token.scope === 0 ? undefined : elementOf(run.prepared, draft, token.scope);
  const returned = returnTo?.node === node.index ? returnTo.note : undefined;
  // What follows from the flow and the starter alone is not kept again with every task.
  const follows = performer === node.performer.fixed || node.performer.onlyStarter;
  if (!follows || returned !== undefined) {
    run.replaceToken({
      ...token,
      ...(follows ? {} : { performer }),
      ...(returned === undefined ? {} : { returned }),
    });
  }
  if (returned !== undefined && node.forStarter) beginCorrection(run, token.id);
  const { round } = draft;
  const clocks = draft.clocks === undefined ? undefined : clocksFor(run, token);
  run.events.push({ kind: 'taskOpened', seq: run.nextSeq(), at: run.now, nodeId: node.id, taskId: token.id, round, of });
  run.effects.push({ kind: 'openTask', taskId: token.id, nodeId: node.id, performer, of, round, clocks });
}

/** Its own clocks, else those of the multi-instance activity it belongs to. */
function clocksFor(run: Run, token: Token): readonly number[] | undefined {
  const whole = run.instanceOf(run.node(token.node), token.scope)?.owner;
  const clocks = (run.draft.clocks ?? []).filter(
    ({ owner, stoppedAt }) => stoppedAt === undefined && (owner === token.id || (whole !== undefined && owner === whole)),
  );
  return clocks.length === 0 ? undefined : clocks.map(({ id }) => id);
}
