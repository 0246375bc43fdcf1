/** Says that a user task is open: to the history, and to the shell that keeps its row. */
import { elementOf } from './element-of.ts';
import type { PreparedNode } from './prepared.ts';
import type { Run } from './run.ts';
import type { PersonName, TaskPerformer, Token } from './state.ts';

/** A task is open for `performer`. */
export function announceTask(run: Run, node: PreparedNode, token: Token, performer: TaskPerformer, signer?: PersonName): void {
  const { round, clocks } = run.draft;
  const of = token.scope === 0 ? undefined : elementOf(run.prepared, run.draft, token.scope);
  run.note({ kind: 'taskOpened', seq: run.nextSeq(), at: run.now, nodeId: node.id, taskId: token.id, round, of });
  const running = clocks === undefined ? undefined : clocksFor(run, token);
  const { asked } = token;
  run.order({ kind: 'openTask', taskId: token.id, nodeId: node.id, performer, of, round, clocks: running, asked, signer });
}

/** Its own clocks, those of the task it was asked for, else those of the multi-instance activity it belongs to. */
export function clocksFor(run: Run, token: Token): readonly number[] | undefined {
  const whole = run.instanceOf(run.node(token.node), token.scope)?.owner;
  const owners = [token.id, token.asked?.task, whole];
  const clocks = (run.draft.clocks ?? []).filter(({ owner, stoppedAt }) => stoppedAt === undefined && owners.includes(owner));
  return clocks.length === 0 ? undefined : clocks.map(({ id }) => id);
}
