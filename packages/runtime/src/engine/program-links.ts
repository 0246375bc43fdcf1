/** Whether what leads from one element of a program to another is so at its other end as well: scopes, flows, boundary events, processes. */
import type { Program, ProgramNode } from '@tongban/model';

/** What is wrong with an element, and what its field should be. */
export interface Misfit {
  readonly elementId?: string;
  readonly path: string;
  readonly expected: string;
}

/** The first link that is none; undefined when all are. */
export function brokenLink(program: Program): Misfit | undefined {
  const { nodes, flows, processes } = program;
  const ends = endsOf(program);
  const ids = new Set<string>();
  for (const [at, node] of nodes.entries()) {
    if (ids.has(node.id)) return { elementId: node.id, path: 'id', expected: 'the id of one element alone' };
    ids.add(node.id);
    const wrong = linksOf(program, ends, node, at).find(([, holds]) => !holds);
    if (wrong !== undefined) return { elementId: node.id, path: wrong[0], expected: wrong[2] };
  }
  for (const [at, { id }] of flows.entries()) {
    if (!ends.outgoing.has(at)) return { elementId: id, path: 'source', expected: 'a node with the flow in its "outgoing"' };
    if (!ends.incoming.has(at)) return { elementId: id, path: 'target', expected: 'a node with the flow in its "incoming"' };
  }
  return processes.every((one) => nodes[one]?.kind === 'process') ? undefined : { path: 'processes', expected: 'indexes of processes' };
}

// helpers

/** What the nodes name in their lists. Each of these is looked at where it is named, so it is enough to know that it is. */
type Ends = Readonly<Record<'inner' | 'boundary' | 'incoming' | 'outgoing', ReadonlySet<number>>>;
type Link = readonly [path: string, holds: boolean, expected: string];

function endsOf({ nodes }: Program): Ends {
  const all = (list: keyof Ends): ReadonlySet<number> => new Set(nodes.flatMap((node) => node[list] ?? []));
  return { inner: all('inner'), boundary: all('boundary'), incoming: all('incoming'), outgoing: all('outgoing') };
}

function linksOf({ nodes, flows }: Program, ends: Ends, node: ProgramNode, at: number): readonly Link[] {
  const { scope, attachedTo, compensation, inner = [], starts = [], eventSubProcesses = [], boundary = [] } = node;
  const isProcess = node.kind === 'process';
  const within = (list: readonly number[]): boolean => list.every((one) => nodes[one]?.scope === at);
  const undone = (node.events ?? []).map((event) => (event.kind === 'compensate' ? event.node : undefined));
  const isNode = (index: number | undefined): boolean => index === undefined || nodes[index] !== undefined;
  return [
    ['scope', isProcess ? scope === -1 : scope >= 0 && scope < at, 'the index of a node before it; -1 for a process'],
    ['scope', isProcess || ends.inner.has(at), 'a node with this one in its "inner"'],
    ['inner', within(inner), 'nodes with this one as their "scope"'],
    ['starts', within(starts), 'nodes with this one as their "scope"'],
    ['eventSubProcesses', within(eventSubProcesses), 'nodes with this one as their "scope"'],
    ['incoming', node.incoming.every((flow) => flows[flow]?.target === at), 'flows with this node as their "target"'],
    ['outgoing', node.outgoing.every((flow) => flows[flow]?.source === at), 'flows with this node as their "source"'],
    ['default', node.default === undefined || node.outgoing.includes(node.default), 'one of its "outgoing"'],
    ['boundary', boundary.every((one) => nodes[one]?.attachedTo === at), 'events with this node as their "attachedTo"'],
    ['attachedTo', attachedTo === undefined || ends.boundary.has(at), 'a node with this one in its "boundary"'],
    ['compensation', isNode(compensation), 'the index of a node'],
    ['events', undone.every(isNode), 'events that undo a node there is'],
  ];
}
