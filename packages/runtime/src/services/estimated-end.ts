/**
 * When a case ends at the latest, if every step that lies ahead takes the whole of its limit (R-089; 003 §三（三）): the longest way from
 * where it stands. What waits for other ways at a join goes on when the last of them is there; a way back is not gone. A sub-process with
 * a limit takes that limit, one without it as long as what is in it. What has no limit takes no time, and is counted.
 *
 *     now ── check, due on day 3 ──┬── land, 5 days ──┬── seal, 2 days ── end        day 3 + 7 + 2
 *                                  └── fire, 7 days ──┘
 */
import { deadlineOf } from '@tongban/calendar';
import type { EstimatedEnd } from '@tongban/model';
import type { PreparedNode } from '../core/prepared.ts';
import { linkTarget } from '../core/reach.ts';
import type { Token } from '../core/state.ts';
import type { LiveCase } from '../engine/live-case.ts';
import { readingOf } from './clock-readings.ts';

/** The estimate at `now`; undefined when the case has ended, when nothing ahead has a limit, or when it cannot be told. */
export function estimatedEnd(live: LiveCase, now: number): EstimatedEnd | undefined {
  if (live.state.ended !== undefined) return undefined;
  try {
    return new Estimate(live, now).made();
  } catch {
    return undefined;
  }
}

// helpers

/** Processes that call one another several times each are soon beyond all bounds. */
const MOST_LOOKS = 20_000;

/** Instants by index of a node. */
type Instants = Map<number, number>;

class Estimate {
  readonly #live: LiveCase;
  readonly #now: number;
  readonly #withoutLimit = new Set<number>();
  readonly #within = new Set<number>();
  #limited = false;
  #provisional = false;
  #looksLeft = MOST_LOOKS;

  constructor(live: LiveCase, now: number) {
    this.#live = live;
    this.#now = now;
  }

  made(): EstimatedEnd | undefined {
    const at = this.#endOfInstance(0, this.#live.state.process);
    return this.#limited ? { at, provisional: this.#provisional, stepsWithoutLimit: this.#withoutLimit.size } : undefined;
  }

  /** When an open scope instance ends. */
  #endOfInstance(instance: number, scope: number): number {
    const done: Instants = new Map();
    const begun: Instants = new Map();
    for (const token of this.#live.state.tokens) {
      if (token.scope !== instance) continue;
      const node = this.#node(token.node);
      if (isGateway(node)) begun.set(token.node, this.#now);
      else done.set(token.node, Math.max(done.get(token.node) ?? 0, this.#endOfToken(token, node)));
    }
    // A single instance of an activity of many is nothing but that activity.
    const own = done.get(scope);
    return own ?? this.#endOfWays(scope, begun, done);
  }

  #endOfToken(token: Token, node: PreparedNode): number {
    const { clocks = [], scopes = [], timers = [] } = this.#live.state;
    const inner = scopes.filter(({ owner }) => owner === token.id);
    const owners = new Set([token.id, ...inner.map(({ id }) => id)]);
    const own = clocks.filter((clock) => clock.stoppedAt === undefined && owners.has(clock.owner) && clock.node === token.node);
    const due = own.flatMap((clock) => readingOf(this.#live.ready, clock, this.#now) ?? []);
    if (due.length > 0) {
      this.#limited = true;
      this.#provisional ||= due.some(({ provisional }) => provisional);
      return Math.max(this.#now, Math.min(...due.map(({ dueAt }) => dueAt)));
    }
    if (inner.length > 0) return Math.max(...inner.map(({ id, node: index }) => this.#endOfInstance(id, index)));
    const timer = timers.find((one) => one.owner === token.id && one.node === token.node);
    if (timer?.dueAt !== undefined && node.spec.kind === 'intermediateCatchEvent') return Math.max(this.#now, timer.dueAt);
    return this.#unlimited(node, this.#now);
  }

  /** When the last way of a scope is at its end, from nodes that begin and from nodes that are done at some instant. */
  #endOfWays(scope: number, begun: Instants, done: Instants): number {
    const ways = this.#forwardWays(scope);
    let [last, furthest] = [0, this.#now];
    for (const [index, next] of ways) {
      const [from, known] = [begun.get(index), done.get(index)];
      if (from === undefined && known === undefined) continue;
      if (--this.#looksLeft < 0) throw new RangeError('The ways ahead are too many.');
      const until = Math.max(known ?? 0, from === undefined ? 0 : this.#endOfNode(index, from));
      furthest = Math.max(furthest, until);
      for (const target of next) begun.set(target, Math.max(begun.get(target) ?? 0, until));
      if (this.#followers(index).length === 0) last = Math.max(last, until);
    }
    return last === 0 ? furthest : last;
  }

  #endOfNode(index: number, from: number): number {
    const node = this.#node(index);
    const limits = (node.spec.clocks ?? []).flatMap((id) => this.#live.ready.prepared.limits[id] ?? []);
    if (limits.length > 0) {
      const deadlines = limits.map((limit) => deadlineOf(limit, this.#live.ready.release.calendar, { startedAt: from }));
      this.#limited = true;
      this.#provisional ||= deadlines.some(({ provisional }) => provisional);
      return Math.min(...deadlines.map(({ dueAt }) => dueAt));
    }
    const inside = node.spec.kind === 'callActivity' ? node.spec.called : node.spec.inner && index;
    return inside === undefined ? this.#unlimited(node, from) : this.#endOfNewScope(inside, from);
  }

  // A process that calls itself has no end that could be told.
  #endOfNewScope(scope: number, from: number): number {
    if (this.#within.has(scope)) return from;
    const { starts = [], inner = [] } = this.#node(scope).spec;
    const first = starts.length > 0 ? starts : inner.slice(0, 1);
    this.#within.add(scope);
    const end = this.#endOfWays(scope, new Map(first.map((index) => [index, from])), new Map());
    this.#within.delete(scope);
    return Math.max(from, end);
  }

  #unlimited(node: PreparedNode, from: number): number {
    if (WAITING.has(node.spec.kind)) this.#withoutLimit.add(node.index);
    return from;
  }

  /** The nodes of a scope, each before those that follow it, with those that follow by a way that does not lead back. */
  #forwardWays(scope: number): readonly (readonly [index: number, next: readonly number[]])[] {
    const { starts = [], inner = [] } = this.#node(scope).spec;
    const open = new Map<number, number[]>();
    const finished: (readonly [number, readonly number[]])[] = [];
    const closed = new Set<number>();
    for (const root of [...starts, ...inner]) {
      const path: { readonly index: number; readonly rest: number[] }[] = [];
      const enter = (index: number): void => {
        open.set(index, []);
        path.push({ index, rest: [...this.#followers(index)] });
      };
      if (!closed.has(root)) enter(root);
      for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
        const target = top.rest.shift();
        if (target === undefined) {
          path.pop();
          closed.add(top.index);
          finished.push([top.index, open.get(top.index) as number[]]);
          open.delete(top.index);
        } else if (!open.has(target)) {
          open.get(top.index)?.push(target);
          if (!closed.has(target)) enter(target);
        }
      }
    }
    return finished.reverse();
  }

  #followers(index: number): readonly number[] {
    const node = this.#node(index);
    const link = linkTarget(this.#live.ready.prepared, node);
    return link === undefined ? node.outgoing.map(({ target }) => target) : [link.index];
  }

  #node(index: number): PreparedNode {
    return this.#live.ready.prepared.nodes[index] as PreparedNode;
  }
}

/** What waits for people or for what comes from outside. */
const WAITING: ReadonlySet<string> = new Set(['userTask', 'manualTask', 'receiveTask', 'intermediateCatchEvent', 'eventBasedGateway']);

// An event-based gateway waits; the others wait for tokens at most.
function isGateway({ spec: { kind } }: PreparedNode): boolean {
  return kind.endsWith('Gateway') && kind !== 'eventBasedGateway';
}
