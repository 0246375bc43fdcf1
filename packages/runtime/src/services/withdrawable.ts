/** Whether somebody may take back what they submitted last (撤回; WD2): the step allows it, and nobody has acted on what came of it. */
import type { Problem } from '@tongban/model';
import type { CaseEvent } from '../core/event.ts';
import type { PreparedNode, PreparedRelease } from '../core/prepared.ts';
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
  const { prepared } = live.ready;
  const region = regionOf(prepared, node);
  const since = events.slice(done + 1);
  const acts = since.filter((event) => ACTS.has(event.kind) || isSignalFromOutside(event, since)).flatMap(placesOf);
  const act = acts.find((nodeId) => isIn(prepared, region, prepared.byId.get(nodeId)));
  const name = nodeName(live.ready, node.id);
  if (act === undefined) return { nodeId: node.id, name, number, of: last.closedAs ?? (last.closedBy as PersonRef) };
  const where = nodeName(live.ready, act);
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
  'signerRemoved',
  'activityStarted',
  'returned',
  'withdrawn',
  'jumped',
  'jobFinished',
  'messageReceived',
  'timerFired',
]);

function mayWithdraw(live: LiveCase, nodeId: string): boolean {
  return taskSpec(live, nodeId)?.operations.some(({ kind }) => kind === 'withdraw') === true;
}

// One that the flow itself threw is nobody's act.
function isSignalFromOutside(event: CaseEvent, since: readonly CaseEvent[]): boolean {
  return event.kind === 'signalReceived' && !since.some((other) => other.kind === 'signalThrown' && other.name === event.name);
}

function placesOf(event: CaseEvent): readonly string[] {
  if (event.kind === 'jumped') return [...event.from, ...event.to];
  return 'nodeId' in event && event.nodeId !== undefined ? [event.nodeId] : [];
}

// What lies behind the node, and behind whatever it is in, be it a sub-process or a call of its process.
function regionOf(prepared: PreparedRelease, node: PreparedNode): ReadonlySet<number> {
  const found = new Set(downstreamOf(prepared, node.index));
  for (const holder of holdersOf(prepared, node))
    for (const index of downstreamOf(prepared, holder)) if (index !== holder) found.add(index);
  return found;
}

function isIn(prepared: PreparedRelease, region: ReadonlySet<number>, node: PreparedNode | undefined): boolean {
  return node !== undefined && (region.has(node.index) || [...holdersOf(prepared, node)].some((holder) => region.has(holder)));
}

// What a node is in, at any depth, also through the calls of its process.
function holdersOf(prepared: PreparedRelease, { index, spec }: PreparedNode, found: Set<number> = new Set()): ReadonlySet<number> {
  const outer =
    spec.scope >= 0 ? [prepared.nodes[spec.scope] as PreparedNode] : prepared.nodes.filter((call) => call.spec.called === index);
  for (const holder of outer.filter((one) => !found.has(one.index))) holdersOf(prepared, holder, found.add(holder.index));
  return found;
}
