/**
 * Gateways at which a case would wait for what can never come (JP7). Its tokens are played to the end scope by scope, with every task done and
 * every way tried. What the flow leaves waiting also from its beginning is not meant.
 */
import { canCome } from './inclusive-join.ts';
import type { PreparedNode } from './prepared.ts';
import { linkTarget } from './reach.ts';
import { joins } from './return-region.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';

/** Most positions that are looked at in one scope, and most tokens in one of them. */
const MOST_POSITIONS = 2_000;
const MOST_TOKENS = 60;

/** Tokens in order: one that goes on is the index of its node, one that waits at a join -1 less the index of the flow it came by. */
type Position = readonly number[];

/** The gateways, each once. */
export function joinsLeftWaiting(run: Run): readonly PreparedNode[] {
  const inside = (run.draft.scopes ?? []).filter(({ index, undoes }) => index === undefined && undoes !== true);
  const found = [0, ...inside.map(({ id }) => id)].flatMap((scope) => leftIn(run, scope));
  return [...new Set(found)];
}

// helpers

function leftIn(run: Run, scope: number): readonly PreparedNode[] {
  const tokens = run.draft.tokens.filter((token) => token.scope === scope);
  const left = play(run, inOrder(tokens.map((token) => placeOf(run, token))));
  if (left.size === 0) return [];
  const { start, spec } = run.node(run.scope(scope)?.node ?? run.draft.process);
  const first = (spec.inner ?? []).filter((at) => run.node(at).incoming.length === 0 && run.node(at).kind.kind !== 'boundaryEvent');
  const usual = play(run, start === undefined ? inOrder(first) : [start]);
  return [...left].filter((at) => !usual.has(at)).map((at) => run.node(at));
}

function placeOf(run: Run, { id, node, flow }: Token): number {
  return flow === undefined || !joins(run.node(node)) || run.incidentAt(id) !== undefined ? node : -1 - flow;
}

/** The nodes at which something is left when nothing goes on any more, whichever way is taken. */
function play(run: Run, first: Position): ReadonlySet<number> {
  const left = new Set<number>();
  const seen = new Set<string>();
  const open = [first];
  for (let at = open.pop(); at !== undefined && seen.size < MOST_POSITIONS; at = open.pop()) {
    const key = at.join();
    if (seen.has(key) || at.length > MOST_TOKENS) continue;
    seen.add(key);
    const next = after(run, at);
    open.push(...next);
    if (next.length === 0) for (const place of at) left.add(joinAt(run, place).index);
  }
  return left;
}

/** The positions that can come next. None: nothing goes on. */
function after(run: Run, at: Position): readonly Position[] {
  const mover = at.find((place) => place >= 0);
  const join = mover === undefined ? readyJoin(run, at) : undefined;
  const leaves = join ?? (mover === undefined ? undefined : run.node(mover));
  if (leaves === undefined) return [];
  const rest = [...at];
  const taken = join === undefined ? [mover as number] : join.incoming.map((flow) => -1 - flow);
  for (const place of taken) if (rest.includes(place)) rest.splice(rest.indexOf(place), 1);
  if (endsAll(leaves)) return [[]];
  return waysOut(run, leaves).map((places) => inOrder([...rest, ...places]));
}

/** What waits at inclusive gateways is waited for as long as anything else goes on (IG6). */
function readyJoin(run: Run, at: Position): PreparedNode | undefined {
  const waiting = at.map((place) => joinAt(run, place));
  const parallel = waiting.filter(({ kind }) => kind.kind === 'parallelGateway');
  return waiting.find((join) => isReady(run, join, at, waiting)) ?? waiting.find((join) => isReady(run, join, at, parallel));
}

function isReady(run: Run, join: PreparedNode, at: Position, others: readonly PreparedNode[]): boolean {
  const full = new Set(join.incoming.filter((flow) => at.includes(-1 - flow)));
  if (join.kind.kind === 'parallelGateway') return full.size === join.incoming.length;
  return !others.some(({ index }) => canCome(run, join, index, full));
}

function joinAt(run: Run, place: number): PreparedNode {
  return run.node(run.prepared.flows[-1 - place]?.target as number);
}

function endsAll({ kind, triggers }: PreparedNode): boolean {
  return kind.kind === 'endEvent' && triggers.some(({ event }) => /^(terminate|error|cancel)$/.test(event.kind));
}

/** Where what leaves a node can stand next: at all of its targets, or where it chooses at one of them. */
function waysOut(run: Run, node: PreparedNode): readonly Position[] {
  const link = linkTarget(run.prepared, node);
  if (link !== undefined) return [[link.index]];
  const places = node.outgoing.map(({ index, target }) => (joins(run.node(target)) ? -1 - index : target));
  const each = places.map((place) => [place]);
  if (/^(exclusive|eventBased)Gateway$/.test(node.kind.kind) && each.length > 0) return each;
  const all = Array.from({ length: node.completionQuantity }, () => places).flat();
  return node.unconditional || node.kind.kind === 'parallelGateway' ? [all] : [all, ...each];
}

function inOrder(places: Position): Position {
  return [...places].sort((a, b) => a - b);
}
