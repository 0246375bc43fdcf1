/** Every node and sequence flow of a flow with its index in the program: a scope stands before the nodes in it. */
import type { Flow, FlowLane, FlowNode, FlowProcess, FlowScope, SequenceFlow } from '@tongban/model';

/** A process or node with its place in the program. */
export interface IndexedNode {
  readonly index: number;
  readonly id: string;
  readonly name?: string;
  /** Absent for a process. */
  readonly node?: FlowNode;
  /** Of a process or sub-process: what is in it. */
  readonly content?: FlowScope;
  /** A process that stands for a global task. */
  readonly global?: true;
  /** Index of the scope that holds it; -1 for a process. */
  readonly scope: number;
  readonly incoming: number[];
  readonly outgoing: number[];
}

/** A sequence flow with the indexes of its ends. */
export interface IndexedFlow {
  readonly index: number;
  readonly flow: SequenceFlow;
  readonly source: IndexedNode;
  readonly target: IndexedNode;
}

/** A flow laid out as a program. */
export interface FlowIndex {
  readonly nodes: readonly IndexedNode[];
  readonly flows: readonly IndexedFlow[];
  readonly byId: ReadonlyMap<string, IndexedNode>;
  /** Nodes directly in the scope with this index. */
  inside(scope: number): readonly IndexedNode[];
  /** Boundary events of the activity with this id. */
  boundaryOf(id: string): readonly IndexedNode[];
  /** The innermost lane of a node, by id. */
  readonly lanes: ReadonlyMap<string, FlowLane>;
}

/** Lays out the processes that can be run: those marked executable (or all when none is) and those they call, which stand behind the others. */
export function indexFlow(flow: Flow): FlowIndex {
  const nodes: IndexedNode[] = [];
  const byId = new Map<string, IndexedNode>();
  const flows: IndexedFlow[] = [];
  for (const process of runnable(flow)) {
    const { id, name, global } = process;
    const facts = { ...(name === undefined ? {} : { name }), ...(global === undefined ? {} : { global }) };
    addScope({ id, ...facts, content: process, scope: -1 }, nodes, byId);
  }
  for (const { content } of [...nodes]) for (const one of content?.flows ?? []) addFlow(one, flows, byId);
  const inner = groupBy(nodes, ({ scope }) => scope);
  const boundary = groupBy(nodes, ({ node }) => node?.attachedTo);
  const lanes = new Map(flow.processes.flatMap((process) => process.lanes.flatMap((lane) => lane.nodes.map((id) => [id, lane] as const))));
  return { nodes, flows, byId, inside: (scope) => inner.get(scope) ?? [], boundaryOf: (id) => boundary.get(id) ?? [], lanes };
}

/** The process or global task that a call activity calls, found also with the prefix of the file's own namespace. */
export function calledBy({ calledElement = '' }: FlowNode, { processes }: Flow): FlowProcess | undefined {
  const bare = calledElement.replace(/^[^:]*:/, '');
  return processes.find(({ id }) => id === calledElement) ?? processes.find(({ id }) => id === bare);
}

function runnable(flow: Flow): readonly FlowProcess[] {
  const own = flow.processes.filter((process) => process.global !== true);
  const executable = own.filter((process) => process.executable);
  const run = new Set(executable.length === 0 ? own : executable);
  const called = new Set<FlowProcess>();
  for (const process of run) {
    for (const target of callsIn(process, flow)) {
      if (target !== process) called.add(target);
      run.add(target);
    }
  }
  const first = [...run].filter((process) => !called.has(process));
  return first.length === 0 ? [...run] : [...first, ...called];
}

function callsIn({ nodes }: FlowScope, flow: Flow): readonly FlowProcess[] {
  return nodes.flatMap((node) => [
    ...(node.kind === 'callActivity' ? [calledBy(node, flow) ?? []].flat() : []),
    ...(node.inner === undefined ? [] : callsIn(node.inner, flow)),
  ]);
}

function groupBy<Key>(nodes: readonly IndexedNode[], keyOf: (node: IndexedNode) => Key): ReadonlyMap<Key, readonly IndexedNode[]> {
  const groups = new Map<Key, IndexedNode[]>();
  for (const node of nodes) {
    const group = groups.get(keyOf(node));
    if (group === undefined) groups.set(keyOf(node), [node]);
    else group.push(node);
  }
  return groups;
}

type Unplaced = Omit<IndexedNode, 'index' | 'incoming' | 'outgoing'>;

function addScope(unplaced: Unplaced, nodes: IndexedNode[], byId: Map<string, IndexedNode>): void {
  const scope = add(unplaced, nodes, byId);
  for (const node of unplaced.content?.nodes ?? []) {
    const { id, name, inner } = node;
    const common = { id, ...(name === undefined ? {} : { name }), node, scope: scope.index };
    if (inner === undefined) add(common, nodes, byId);
    else addScope({ ...common, content: inner }, nodes, byId);
  }
}

function add(unplaced: Unplaced, nodes: IndexedNode[], byId: Map<string, IndexedNode>): IndexedNode {
  const placed: IndexedNode = { ...unplaced, index: nodes.length, incoming: [], outgoing: [] };
  nodes.push(placed);
  byId.set(placed.id, placed);
  return placed;
}

function addFlow(flow: SequenceFlow, flows: IndexedFlow[], byId: ReadonlyMap<string, IndexedNode>): void {
  const source = byId.get(flow.source);
  const target = byId.get(flow.target);
  if (source === undefined || target === undefined) return;
  const index = flows.length;
  flows.push({ index, flow, source, target });
  source.outgoing.push(index);
  target.incoming.push(index);
}
