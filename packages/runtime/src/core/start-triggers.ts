/** What starts a case without a person: messages, signals and timers of start events, of receive tasks, and behind event-based gateways (10.5.2, 10.6.6). */
import type { PreparedNode, PreparedRelease, PreparedTrigger } from './prepared.ts';

/** One event definition that starts a case. */
export interface StartTrigger {
  /** The start event, receive task, or event after the gateway: `startNode` and `startTrigger` of the command. */
  readonly node: PreparedNode;
  readonly which: number;
  readonly trigger: PreparedTrigger;
}

/** All that start a case of the release, in document order. */
export function startTriggers(prepared: PreparedRelease): readonly StartTrigger[] {
  return prepared.nodes
    .filter(({ spec }) => spec.scope < 0)
    .flatMap(({ spec }) => spec.inner ?? [])
    .flatMap((index) => startingNodes(prepared, prepared.nodes[index] as PreparedNode))
    .flatMap((node) => node.triggers.map((trigger, which) => ({ node, which, trigger })));
}

/** The gateway that starts a process with the event `node`; undefined when `node` does not stand behind one. */
export function startingGateway(prepared: PreparedRelease, { incoming }: PreparedNode): PreparedNode | undefined {
  const sources = incoming.map((flow) => prepared.nodes[prepared.flows[flow]?.source as number] as PreparedNode);
  return sources.find(({ spec }) => spec.instantiate === true && spec.kind === 'eventBasedGateway');
}

function startingNodes(prepared: PreparedRelease, node: PreparedNode): readonly PreparedNode[] {
  if (node.kind.kind === 'startEvent') return [node];
  if (node.spec.instantiate !== true) return [];
  return node.kind.kind === 'eventBasedGateway' ? node.outgoing.map(({ target }) => prepared.nodes[target] as PreparedNode) : [node];
}
