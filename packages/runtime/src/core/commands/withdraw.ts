/** Takes back what one submitted oneself (撤回; WD1, WD2): what came of it is cancelled, and the task is open again for the same person. */
import type { Finding } from '@tongban/model';
import { finding } from '../raise.ts';
import { downstreamOf } from '../reach.ts';
import { applyReturn, tokensIn } from '../return-region.ts';
import { targetScope } from '../target-scope.ts';
import type { CommandKind } from './command-kind.ts';

export const withdraw: CommandKind<'withdraw'> = {
  kind: 'withdraw',
  run(run, { taskId, nodeId, reason, to, actor }) {
    const target = run.prepared.byId.get(nodeId);
    if (target?.kind.kind !== 'userTask') return tooLate(nodeId, nodeId, 'gone');
    if (target.loop !== undefined) return tooLate(nodeId, target.name, 'oneOfMany');
    const place = targetScope(run, target);
    const region = downstreamOf(run.prepared, (place?.path[0] ?? target).index);
    const cancelled = place === undefined ? [] : tokensIn(run, region, place.scope, taskId);
    if (place === undefined || cancelled.length === 0) return tooLate(nodeId, target.name, 'gone');
    run.note({ kind: 'withdrawn', seq: run.nextSeq(), at: run.now, by: actor, nodeId, taskId, reason });
    run.returnTo = { node: target.index, assignee: to };
    applyReturn(run, { target, ...place, cancelled });
    return undefined;
  },
};

function tooLate(nodeId: string, nodeName: string, why: 'oneOfMany' | 'gone'): Finding {
  return finding('RUNTIME_WITHDRAW_TOO_LATE', { elementId: nodeId, elementName: nodeName }, { nodeId, nodeName, why });
}
