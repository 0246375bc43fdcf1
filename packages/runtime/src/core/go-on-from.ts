/** What a token waited for came: it goes on from the event, be it its own or one after its event-based gateway (EG1). */
import { finishActivity } from './finish-activity.ts';
import type { PreparedNode } from './prepared.ts';
import { release } from './release-owner.ts';
import type { Run } from './run.ts';

/** The token `owner` goes on from `node`. */
export function goOnFrom(run: Run, node: PreparedNode, owner: number): void {
  const token = run.token(owner);
  if (token === undefined) return;
  if (token.node === node.index) {
    finishActivity(run, token);
    return;
  }
  run.countEntry(node.index);
  run.removeToken(owner);
  release(run, owner);
  run.leaveLater(node.index, token.scope);
}
