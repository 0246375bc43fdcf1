/** Whether somebody may take back what they submitted last (撤回; WD2): the step allows it, and nobody has acted on what came of it. */
import type { Problem } from '@tongban/model';
import type { CaseEvent } from '../core/event.ts';
import type { PreparedNode } from '../core/prepared.ts';
import { downstreamOf } from '../core/reach.ts';
import type { LiveCase } from '../engine/live-case.ts';
import { partsOfTaskId } from '../engine/task-id.ts';
import { raise } from '../errors.ts';
import type { PersonRef, StoredTask } from '../store/store.ts';
import { taskSpec } from './case-access.ts';
import type { ServiceContext } from './service-context.ts';
import { nodeName } from './words.ts';

/** What can be taken back. */
export interface WithdrawableStep {
  readonly nodeId: string;
  readonly name: string;
  /** The number of the task that was completed. */
  readonly number: number;
  /** Whose task it was. */
  readonly of: PersonRef;
}

/** The step that the person may take back; a problem when it is too late; undefined when there never was one. */
export function withdrawable(
  { actor }: ServiceContext,
  live: LiveCase,
  events: readonly CaseEvent[],
): WithdrawableStep | { readonly problem: Problem } | undefined {
  const own = live.tasks.filter(
    (task) => task.status === 'done' && isDoneBy(task, actor.id) && task.asked === undefined && mayWithdraw(live, task.nodeId),
  );
  const last = own.sort((a, b) => (a.closedAt ?? 0) - (b.closedAt ?? 0)).at(-1);
  const number = last && partsOfTaskId(last.taskId)?.task;
  const done = events.findIndex((event) => event.kind === 'taskCompleted' && event.taskId === number);
  if (last === undefined || number === undefined || done < 0) return undefined;
  const node = live.ready.prepared.byId.get(last.nodeId) as PreparedNode;
  const region = downstreamOf(live.ready.prepared, node.index);
  const act = events.slice(done + 1).find((event) => ACTS.has(event.kind) && 'nodeId' in event && isIn(live, region, event.nodeId));
  const name = nodeName(live.ready, node.id);
  if (act === undefined) return { nodeId: node.id, name, number, of: last.closedAs ?? (last.closedBy as PersonRef) };
  const where = 'nodeId' in act && act.nodeId !== undefined ? nodeName(live.ready, act.nodeId) : '';
  return {
    problem: raise.problem(
      'RUNTIME_WITHDRAW_TOO_LATE',
      { elementId: node.id, elementName: name },
      { nodeId: node.id, nodeName: name, why: 'acted', where },
    ),
  };
}

// helpers

// Themselves, or their deputy.
function isDoneBy({ closedBy, closedAs }: StoredTask, id: string): boolean {
  return closedBy?.id === id || closedAs?.id === id;
}

/** What counts as acting on what came of a step. */
const ACTS: ReadonlySet<CaseEvent['kind']> = new Set<CaseEvent['kind']>([
  'taskCompleted',
  'taskClaimed',
  'taskAssigned',
  'signersAdded',
  'returned',
  'withdrawn',
  'jobFinished',
  'messageReceived',
  'timerFired',
]);

function mayWithdraw(live: LiveCase, nodeId: string): boolean {
  return taskSpec(live, nodeId)?.operations.some(({ kind }) => kind === 'withdraw') === true;
}

// The node itself, or a scope that holds it, stands in the region.
function isIn({ ready }: LiveCase, region: ReadonlySet<number>, nodeId: string | undefined): boolean {
  let node = nodeId === undefined ? undefined : ready.prepared.byId.get(nodeId);
  while (node !== undefined) {
    if (region.has(node.index)) return true;
    node = ready.prepared.nodes[node.spec.scope];
  }
  return false;
}
