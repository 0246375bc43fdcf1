/**
 * Which nodes can be reached from which, inside one scope: along sequence flows, from an activity to its boundary events,
 * and from a throwing link to its catching one. Worked out once for a release, when first asked.
 */
import type { PreparedNode, PreparedRelease } from './prepared.ts';

interface Reach {
  /** By node index: the nodes right after it, right before it, and right after it without going back in a loop. */
  readonly next: readonly (readonly number[])[];
  readonly previous: readonly (readonly number[])[];
  readonly forward: readonly (readonly number[])[];
  /** By flow index: the answers of {@link sourcesOf}. */
  readonly sources: Map<number, ReadonlySet<number>>;
}

const known = new WeakMap<PreparedRelease, Reach>();

/** The nodes from which a token can come to `flow`, an incoming flow of `gateway`, without passing `gateway`. */
export function sourcesOf(prepared: PreparedRelease, gateway: PreparedNode, flow: number): ReadonlySet<number> {
  const { sources, previous } = reachOf(prepared);
  let found = sources.get(flow);
  if (found === undefined) {
    found = spread([prepared.flows[flow]?.source as number], previous, gateway.index);
    sources.set(flow, found);
  }
  return found;
}

/** The nodes after `node` in the order of the flow, with `node` itself; ways that go back in a loop are left out. */
export function downstreamOf(prepared: PreparedRelease, node: number): ReadonlySet<number> {
  return spread([node], reachOf(prepared).forward);
}

/** The catching link event of a throwing one: same name, same scope. */
export function linkTarget(prepared: PreparedRelease, node: PreparedNode): PreparedNode | undefined {
  const link = node.trigger?.event;
  if (link?.kind !== 'link' || node.kind.kind !== 'intermediateThrowEvent') return undefined;
  return prepared.nodes.find(
    ({ kind, trigger, spec }) =>
      kind.kind === 'intermediateCatchEvent' &&
      spec.scope === node.spec.scope &&
      trigger?.event.kind === 'link' &&
      trigger.event.name === link.name,
  );
}

function reachOf(prepared: PreparedRelease): Reach {
  let reach = known.get(prepared);
  if (reach === undefined) {
    const next = prepared.nodes.map((node) => successors(prepared, node));
    const previous: number[][] = next.map(() => []);
    for (const [from, targets] of next.entries()) for (const target of targets) previous[target]?.push(from);
    reach = { next, previous, forward: withoutGoingBack(next, previous), sources: new Map() };
    known.set(prepared, reach);
  }
  return reach;
}

function successors(prepared: PreparedRelease, node: PreparedNode): readonly number[] {
  const link = linkTarget(prepared, node);
  return [...node.outgoing.map((flow) => flow.target), ...(node.spec.boundary ?? []), ...(link === undefined ? [] : [link.index])];
}

function spread(from: readonly number[], edges: readonly (readonly number[])[], stop = -1): ReadonlySet<number> {
  const found = new Set<number>(from.filter((node) => node !== stop));
  for (const at of found) for (const other of edges[at] as readonly number[]) if (other !== stop) found.add(other);
  return found;
}

/** Leaves out the edges that go back in a loop: those to a node through which every way from a beginning to where they start comes. */
function withoutGoingBack(next: readonly (readonly number[])[], previous: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const beginnings = next.flatMap((_, node) => (previous[node]?.length === 0 ? [node] : []));
  const reached = spread(beginnings, next);
  const forward = next.map((targets) => [...targets]);
  for (const [to, sources] of previous.entries()) {
    if (sources.length < 2) continue;
    const without = spread(beginnings, next, to);
    const goesBack = (from: number): boolean => reached.has(from) && !without.has(from);
    for (const from of sources.filter(goesBack)) forward[from] = (forward[from] as number[]).filter((target) => target !== to);
  }
  return forward;
}
