/**
 * The ways that tokens can take through one scope, whatever the data: which joins wait for ever, and where two tokens meet without one.
 * Of the moves that are possible only those of one node are tried at a time: in a flow no node can take another's token away, so no
 * standstill is missed and parallel branches do not multiply.
 */
import type { FlowIndex, IndexedNode } from './flow-index.ts';

/** What the game found. */
export interface TokenGame {
  /** Joins at which some tokens stood for ever, and whether they ever let any through. */
  readonly stuck: ReadonlyMap<IndexedNode, 'always' | 'sometimes'>;
  /** Nodes that pass tokens on one by one where several arrive in the same case. */
  readonly twice: ReadonlySet<IndexedNode>;
}

const MOST_STATES = 4000;
const MOST_WAYS = 5;

/** Plays all games from each of the `starts`. Nothing when the scope is too large to play. */
export function playTokens(flow: FlowIndex, inside: readonly IndexedNode[], starts: readonly IndexedNode[]): TokenGame | undefined {
  const stuck = new Map<IndexedNode, 'always' | 'sometimes'>();
  const passed = new Set<IndexedNode>();
  const twice = new Set<IndexedNode>();
  const seen = new Set<string>();
  const queue: Marking[] = starts.flatMap((start) => firstWays(start, flow).map((edges) => new Map(edges.map((edge) => [edge, 1]))));
  const joins = inside.filter((node) => node.node?.kind === 'parallelGateway' && node.incoming.length > 1);
  for (let marking = queue.pop(); marking !== undefined; marking = queue.pop()) {
    const name = [...marking.keys()].sort((a, b) => a - b).join();
    if (seen.has(name)) continue;
    seen.add(name);
    if (seen.size > MOST_STATES) return undefined;
    const node = nodeToMove(marking, inside);
    if (node === undefined) {
      for (const join of joins) if (arrived(join, marking).length > 0) stuck.set(join, 'sometimes');
      continue;
    }
    passed.add(node);
    if (isMerge(node) && node.node?.kind !== 'endEvent' && arrived(node, marking).length > 1) twice.add(node);
    const moves = movesOf(node, marking, flow);
    if (moves === undefined) return undefined;
    queue.push(...moves.filter((next) => [...next.values()].every((count) => count === 1)));
  }
  for (const node of stuck.keys()) if (!passed.has(node)) stuck.set(node, 'always');
  return { stuck, twice };
}

/** How many tokens stand on each sequence flow, by index. */
type Marking = Map<number, number>;

// tokens wait before a merge as long as others can move, so that those that meet there are seen; inclusive joins wait longest
function nodeToMove(marking: Marking, inside: readonly IndexedNode[]): IndexedNode | undefined {
  const ready = inside.filter((node) => canMove(node, marking));
  const merges = ready.filter(isMerge);
  return (
    ready.find((node) => !isMerge(node) && !isInclusiveJoin(node)) ??
    merges.find((node) => arrived(node, marking).length > 1) ??
    merges[0] ??
    ready[0]
  );
}

function movesOf(node: IndexedNode, marking: Marking, flow: FlowIndex): readonly Marking[] | undefined {
  const arriving = arrived(node, marking);
  const used = isMerge(node) ? arriving.slice(0, 1) : arriving;
  return waysOut(node, flow)?.map((edges) => moved(marking, used, edges, node));
}

function canMove(node: IndexedNode, marking: Marking): boolean {
  const { length } = arrived(node, marking);
  return node.node?.kind === 'parallelGateway' ? length > 0 && length === node.incoming.length : length > 0;
}

function arrived(node: IndexedNode, marking: Marking): readonly number[] {
  return node.incoming.filter((edge) => marking.has(edge));
}

function isMerge(node: IndexedNode): boolean {
  return node.incoming.length > 1 && node.node?.kind !== 'parallelGateway' && !isInclusiveJoin(node);
}

function isInclusiveJoin(node: IndexedNode): boolean {
  return node.node?.kind === 'inclusiveGateway' && node.incoming.length > 1;
}

function moved(marking: Marking, used: readonly number[], edges: readonly number[], by: IndexedNode): Marking {
  if (by.node?.events?.[0]?.kind === 'terminate') return new Map();
  const next = new Map(marking);
  for (const edge of used) next.delete(edge);
  for (const edge of edges) next.set(edge, (next.get(edge) ?? 0) + 1);
  return next;
}

function firstWays(start: IndexedNode, flow: FlowIndex): readonly (readonly number[])[] {
  return waysOut(start, flow) ?? [start.outgoing];
}

// the sets of flows that can be taken together; nothing when there are too many
function waysOut(node: IndexedNode, flow: FlowIndex): readonly (readonly number[])[] | undefined {
  const kind = node.node?.kind;
  const out = node.outgoing;
  const own =
    kind === 'exclusiveGateway' || (kind === 'eventBasedGateway' && node.node?.parallel !== true)
      ? out.map((edge) => [edge])
      : together(node, flow);
  if (own === undefined) return undefined;
  const boundary = flow.boundaryOf(node.id);
  const interrupting = boundary.filter((event) => event.node?.cancelActivity !== false).map((event) => event.outgoing);
  const beside = boundary
    .filter((event) => event.node?.cancelActivity === false)
    .flatMap((event) => own.map((way) => [...way, ...event.outgoing]));
  const ways = [...own, ...interrupting, ...beside];
  return ways.length === 0 ? [[]] : ways;
}

function together(node: IndexedNode, flow: FlowIndex): readonly (readonly number[])[] | undefined {
  const choosing = node.node?.kind === 'inclusiveGateway' || node.outgoing.some((edge) => flow.flows[edge]?.flow.condition !== undefined);
  if (!choosing || node.node?.kind === 'parallelGateway') return [node.outgoing];
  if (node.outgoing.length > MOST_WAYS) return undefined;
  let subsets: readonly (readonly number[])[] = [[]];
  for (const edge of node.outgoing) subsets = subsets.flatMap((set) => [set, [...set, edge]]);
  return subsets.filter((set) => set.length > 0);
}
