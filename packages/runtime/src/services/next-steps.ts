/** What comes after a step, in words: the next tasks, waits and ends on the way, through gateways and automatic steps. */
import type { PreparedNode, PreparedRelease } from '../core/prepared.ts';
import { ENDING_NAMES } from './words.ts';

/** At most this many. */
const MOST_STEPS = 6;

/** The names of what may come next after the node `nodeId`. */
export function nextSteps(prepared: PreparedRelease, nodeId: string): readonly string[] {
  const start = prepared.byId.get(nodeId);
  if (start === undefined) return [];
  const names = new Set<string>();
  const seen = new Set<number>([start.index]);
  const queue = followers(prepared, start);
  for (let node = queue.shift(); node !== undefined && names.size < MOST_STEPS; node = queue.shift()) {
    if (seen.has(node.index)) continue;
    seen.add(node.index);
    const name = stepName(node);
    if (name === undefined) queue.push(...followers(prepared, node));
    else names.add(name);
  }
  return [...names];
}

// helpers

// What people meet; undefined for what the system does by itself.
function stepName({ spec, name }: PreparedNode): string | undefined {
  if (spec.kind === 'userTask' || spec.kind === 'manualTask' || spec.kind === 'receiveTask') return name;
  if (spec.kind === 'intermediateCatchEvent') return `等待：${name}`;
  if (spec.kind === 'endEvent') return spec.ending === undefined ? name : ENDING_NAMES[spec.ending];
  return undefined;
}

function followers(prepared: PreparedRelease, node: PreparedNode): PreparedNode[] {
  const { spec } = node;
  const into = (indexes: readonly number[]): PreparedNode[] => indexes.map((index) => prepared.nodes[index] as PreparedNode);
  if (spec.kind === 'callActivity') return into(firstOf(prepared, spec.called));
  if (spec.kind === 'subProcess' && spec.starts !== undefined) return into(spec.starts);
  if (node.outgoing.length > 0) return into(node.outgoing.map((flow) => flow.target));
  const around = spec.kind === 'process' ? [] : prepared.nodes.filter((other) => holds(other, spec.scope));
  return into(around.flatMap((other) => other.outgoing.map((flow) => flow.target)));
}

// A sub-process holds what is in it; a call activity, what is in the process that it calls.
function holds({ index, spec }: PreparedNode, scope: number): boolean {
  return spec.kind === 'callActivity' ? spec.called === scope : index === scope && spec.kind !== 'process';
}

// A global task has no start event: it is the one node of what is called.
function firstOf(prepared: PreparedRelease, called: number | undefined): readonly number[] {
  const { starts = [], inner = [] } = prepared.nodes[called ?? -1]?.spec ?? {};
  return starts.length > 0 ? starts : inner;
}
