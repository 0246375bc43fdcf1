/**
 * Where a token is put that is to stand on a node: the scope instance that holds the node, or the activities to open on the way to it. Through
 * a called process the way leads back to the one activity that calls it.
 */
import type { PreparedNode } from './prepared.ts';
import type { Run } from './run.ts';

/** A place for a token. */
export interface TargetScope {
  /** The innermost open scope instance around it. */
  readonly scope: number;
  /** Activities to open from there, outermost first: sub-processes and calls. */
  readonly path: readonly PreparedNode[];
}

/** Which places will do. */
export interface TargetWish {
  /** Which scope instances count. */
  readonly stays?: ((scope: number) => boolean) | undefined;
  /** A scope instance that must be around the node. */
  readonly scope?: number | undefined;
  /** Ids of the call activities that the way may lead through. */
  readonly calls?: readonly string[] | undefined;
  /** Activities of many may be opened. */
  readonly many?: true | undefined;
}

/** The place for a token on `node`; undefined when more than one would do, or none. */
export function targetScope(run: Run, node: PreparedNode, wish: TargetWish = {}): TargetScope | undefined {
  const places = targetScopes(run, node, wish);
  return places.length === 1 ? places[0] : undefined;
}

/** All places that would do. */
export function targetScopes(run: Run, node: PreparedNode, wish: TargetWish = {}): readonly TargetScope[] {
  return placesFor(run, node, wish, []);
}

/** Whether a token can be put on a node from outside. */
export function canLand(run: Run, { kind, spec }: PreparedNode): boolean {
  if (spec.scope < 0 || kind.kind === 'boundaryEvent' || spec.triggeredByEvent === true) return false;
  return kind.kind !== 'startEvent' || run.node(spec.scope).spec.triggeredByEvent !== true;
}

/** The activities that call a process. */
export function callersOf(run: Run, process: PreparedNode): readonly PreparedNode[] {
  return run.prepared.nodes.filter(({ spec }) => spec.called === process.index);
}

// helpers

// `called`: the processes on the way back, so that one that calls itself is looked at once.
function placesFor(run: Run, node: PreparedNode, wish: TargetWish, called: readonly number[]): readonly TargetScope[] {
  const path: PreparedNode[] = [];
  for (let holder = run.node(node.spec.scope); ; holder = run.node(holder.spec.scope)) {
    const open = instancesOf(run, holder, wish);
    if (open.length > 0) return open.map((scope) => ({ scope, path }));
    if (holder.spec.triggeredByEvent === true) return [];
    if (holder.spec.scope < 0) {
      const before = [...called, holder.index];
      const callers = called.includes(holder.index) ? [] : callersIn(run, holder, wish);
      const outer = callers.flatMap((call) => placesFor(run, call, wish, before).map((place) => ({ call, place })));
      return outer.map(({ call, place }) => ({ scope: place.scope, path: [...place.path, call, ...path] }));
    }
    if (holder.loop !== undefined && wish.many !== true) return [];
    path.unshift(holder);
  }
}

function instancesOf(run: Run, holder: PreparedNode, { stays = () => true, scope: named, calls }: TargetWish): readonly number[] {
  const within = (run.draft.scopes ?? []).filter(
    ({ id, node, index, undoes }) => node === holder.index && index === undefined && undoes !== true && isCalledBy(run, calls, id),
  );
  const open = [...(holder.index === run.draft.process ? [0] : []), ...within.map(({ id }) => id)];
  return open.filter((id) => stays(id) && (named === undefined || isWithin(run, id, named)));
}

function isWithin(run: Run, scope: number, around: number): boolean {
  let at = scope;
  while (at !== around && at !== 0) at = run.scope(at)?.parent ?? 0;
  return at === around;
}

function callersIn(run: Run, process: PreparedNode, { calls, many }: TargetWish): readonly PreparedNode[] {
  return callersOf(run, process).filter((node) => isNamed(calls, node) && (node.loop === undefined || many === true));
}

// What is around a called process need not be named.
function isCalledBy(run: Run, calls: readonly string[] | undefined, scope: number): boolean {
  const instance = run.scope(scope);
  if (calls === undefined || instance === undefined) return true;
  if (run.node(instance.node).spec.scope >= 0) return isCalledBy(run, calls, instance.parent);
  return isNamed(calls, run.node(run.token(instance.owner)?.node as number));
}

function isNamed(calls: readonly string[] | undefined, { id }: PreparedNode): boolean {
  return calls === undefined || calls.includes(id);
}
