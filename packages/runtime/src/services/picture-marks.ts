/** Where a case stands on its flow picture. */
import type { PictureMark } from '@tongban/model';
import { timesEntered } from '../core/entry-counts.ts';
import type { PreparedNode } from '../core/prepared.ts';
import type { LiveCase } from '../engine/live-case.ts';
import type { StoredTask } from '../store/store.ts';
import { mostUrgent } from './clock-readings.ts';

/** A mark for every node that was entered. */
export function pictureMarks(live: LiveCase, now: number): readonly PictureMark[] {
  return live.ready.prepared.nodes.flatMap((node) => {
    const times = timesEntered(live.state, node.index);
    const tasks = live.tasks.filter((task) => task.nodeId === node.id);
    if ((times === 0 && tasks.length === 0) || node.spec.kind === 'process') return [];
    return [markOf(live, node, Math.max(times, 1), tasks, now)];
  });
}

// helpers

function markOf(live: LiveCase, node: PreparedNode, times: number, tasks: readonly StoredTask[], now: number): PictureMark {
  const openTasks = tasks.filter((task) => task.status === 'open');
  const tokens = live.state.tokens.filter((token) => token.node === node.index);
  const open = node.spec.kind === 'userTask' ? openTasks.length : tokens.length;
  const light = mostUrgent(
    live.ready,
    openTasks.flatMap(({ clocks = [] }) => clocks),
    now,
  )?.light;
  return { nodeId: node.id, state: stateOf(live, node, open, tasks), times, open, ...(light === undefined ? {} : { light }) };
}

function stateOf(live: LiveCase, node: PreparedNode, open: number, tasks: readonly StoredTask[]): PictureMark['state'] {
  const stuck = live.state.incidents?.some(({ token }) => live.state.tokens.find(({ id }) => id === token)?.node === node.index);
  if (stuck === true) return 'incident';
  if (open > 0) return WAITING_KINDS.has(node.spec.kind) ? 'waiting' : 'active';
  return tasks.length > 0 && tasks.every((task) => task.status === 'cancelled') ? 'cancelled' : 'done';
}

const WAITING_KINDS: ReadonlySet<string> = new Set([
  'intermediateCatchEvent',
  'eventBasedGateway',
  'parallelGateway',
  'inclusiveGateway',
  'receiveTask',
]);
