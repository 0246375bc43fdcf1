/** Takes back what one submitted oneself (撤回; WD1, WD2): what came of it is cancelled, and the task is open again for the same person. */
import type { Problem } from '@tongban/model';
import { downstreamOf } from '../reach.ts';
import { applyReturn, tokensIn } from '../return-region.ts';
import { raise } from '../step-errors.ts';
import { targetScope } from '../target-scope.ts';
import type { CommandKind } from './command-kind.ts';

export const withdraw: CommandKind<'withdraw'> = {
  kind: 'withdraw',
  run(run, { taskId, nodeId, reason, to, actor }) {
    const target = run.prepared.byId.get(nodeId);
    if (target?.kind.kind !== 'userTask') return tooLate(nodeId, nodeId, GONE);
    if (target.loop !== undefined) return tooLate(nodeId, target.name, ONE_OF_MANY);
    const place = targetScope(run, target);
    const region = downstreamOf(run.prepared, (place?.path[0] ?? target).index);
    const cancelled = place === undefined ? [] : tokensIn(run, region, place.scope, taskId);
    if (place === undefined || cancelled.length === 0) return tooLate(nodeId, target.name, GONE);
    run.events.push({ kind: 'withdrawn', seq: run.nextSeq(), at: run.now, by: actor, nodeId, taskId, reason });
    run.returnTo = { node: target.index, assignee: to };
    applyReturn(run, { target, ...place, cancelled });
    return undefined;
  },
};

const ONE_OF_MANY = { why: 'it is one voice of many', whyZh: '该意见属于多人办理中的一份' } as const;
const GONE = { why: 'nothing that came of it is still waiting', whyZh: '后续环节已经办理' } as const;

function tooLate(nodeId: string, nodeName: string, why: { readonly why: string; readonly whyZh: string }): Problem {
  return raise.problem('RUNTIME_WITHDRAW_TOO_LATE', { elementId: nodeId, elementName: nodeName }, { nodeId, nodeName, ...why });
}
