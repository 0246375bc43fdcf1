/** Jumps in the reference interpreter: from any places to any nodes at once. */
import { isAwaited } from './inclusive-rule.ts';
import type { Place, RefToken, Scope, Way } from './reference-case.ts';
import { ReferenceReturns } from './reference-returns.ts';
import { behind, leadsTo } from './reference-ways.ts';

/** Where a jump goes, as it is asked for. */
export interface RefTarget {
  readonly node: number;
  /** A scope around it, when several hold it. */
  readonly scope?: Scope | undefined;
  /** Activities that call, on the way to it. */
  readonly calls?: readonly number[] | undefined;
}

/** Where a jump goes: the innermost scope around the target that is open, and the way down from there. */
interface Destination {
  readonly scope: Scope;
  readonly way: Way;
}

/** What a jump opened already. */
interface Opened {
  readonly node: number;
  readonly scope: Scope;
  readonly inside: readonly Scope[];
}

/** The case with jumps. */
export abstract class ReferenceJumps extends ReferenceReturns {
  /** Moves what stands at the places. Whether that can be. */
  protected moveTo(from: readonly RefToken[], to: readonly RefTarget[]): boolean {
    if (from.length === 0 || to.length === 0) return false;
    const found = to.map((target) => this.destinationOf(target, from));
    const destinations = found.filter((one) => one !== undefined);
    if (destinations.length < found.length) return false;
    const interrupted = this.interruptedNow;
    for (const token of from) {
      this.cancelInside(token);
      this.remove(token);
    }
    this.beginAnew(destinations);
    const left = from.flatMap((token) => this.withThoseAround(token));
    const gone: Scope[] = [];
    this.leaveEmpty(left, destinations, gone);
    const opened: Opened[] = [];
    const landed = destinations.flatMap(({ scope, way }) =>
      this.openOnce(scope, way, opened).map((inner) => ({ node: way.at(-1) as number, scope: inner })),
    );
    const arrivals = landed.map((place) => ({ ...place, flows: this.flowsTo(place, left, landed) }));
    const countLeftOut = (): void => {
      for (const scope of this.scopes) {
        const first = [...landed, ...opened].filter((place) => place.scope === scope).map(({ node }) => node);
        this.countArrived(first, scope);
      }
    };
    while (this.makeAllGood(left, [...landed, ...opened], countLeftOut)) this.leaveEmpty(left, destinations, gone);
    this.listenAnew(interrupted);
    for (const { node, scope, flows } of arrivals) for (const flow of flows) this.moves.push({ node, scope, flow });
    for (const instance of gone) if (this.tokens.includes(instance.owner as RefToken)) this.countGone(instance);
    return true;
  }

  private withThoseAround(token: RefToken): readonly RefToken[] {
    const { owner } = token.scope;
    return owner === undefined ? [token] : [token, ...this.withThoseAround(owner)];
  }

  private destinationOf({ node, scope: named, calls }: RefTarget, from: readonly RefToken[]): Destination | undefined {
    if (!this.canArrive(node)) return undefined;
    const counts = (scope: Scope): boolean => !this.isInside(scope, from) && (named === undefined || this.isWithin(scope, named));
    const [only, other] = this.placesOf(node, { counts, calls });
    if (only === undefined || other !== undefined) return undefined;
    const isClosed = only.way.slice(0, -1).some((at) => this.node(at).triggeredByEvent === true || this.hasNothingToDo(at, only.scope));
    return isClosed ? undefined : only;
  }

  /** Complex gateways to which nothing can come any more begin anew, and take no further flow. */
  private beginAnew(destinations: readonly Destination[]): void {
    for (const scope of this.scopes) {
      const coming = destinations.filter((one) => one.scope === scope).map(({ way }) => way[0] as number);
      for (const [node, first] of scope.resets) {
        const full = [...first, ...this.waitingAt({ node, scope }).map(({ flow }) => flow as number)];
        const places = [...this.tokens.filter((token) => token.scope === scope), ...coming.map((at) => ({ node: at, flow: undefined }))];
        if (!coming.includes(node) && !isAwaited(this.program, node, full, places)) scope.resets.delete(node);
      }
    }
  }

  private isInside(scope: Scope, tokens: readonly RefToken[]): boolean {
    for (let { owner } = scope; owner !== undefined; { owner } = owner.scope) if (tokens.includes(owner)) return true;
    return false;
  }

  private isWithin(scope: Scope, outer: Scope): boolean {
    return scope === outer || (scope.parent !== undefined && this.isWithin(scope.parent, outer));
  }

  private hasNothingToDo(index: number, scope: Scope): boolean {
    const { loop } = this.node(index);
    return loop !== undefined && this.isForNothing(loop, scope);
  }

  /** The scopes around the end of a way; what is not open is opened, once for all who go there. */
  private openOnce(scope: Scope, [first, ...rest]: Way, opened: Opened[]): readonly Scope[] {
    if (rest.length === 0) return [scope];
    let found = opened.find((one) => one.node === first && one.scope === scope);
    if (found === undefined) {
      found = { node: first as number, scope, inside: this.openEmpty(first as number, scope) };
      opened.push(found);
    }
    return found.inside.flatMap((inner) => this.openOnce(inner, rest, opened));
  }

  // Where branches meet

  /** By which flows something arrives at a node; it comes by none where nothing joins. */
  private flowsTo(place: Place, left: readonly RefToken[], landed: readonly Place[]): readonly (number | undefined)[] {
    const { incoming, kind } = this.node(place.node);
    if (!this.joins(place.node)) return [undefined];
    const free = incoming.filter((flow) => !this.waitsBy(flow, place));
    const led = free.filter((flow) => this.wasLed(flow, place, left));
    const arrived = led.length > 0 ? led : [free[0] ?? incoming[0]];
    if (kind !== 'parallelGateway') return arrived;
    return [...arrived, ...free.filter((flow) => !arrived.includes(flow) && !this.comesBy(flow, place, landed))];
  }

  /** Whether one of the places that were left led to a join by a flow, or waited there. */
  private wasLed(flow: number, { node, scope }: Place, left: readonly RefToken[]): boolean {
    return left.some((at) => at.scope === scope && (at.node === node ? at.flow === flow : leadsTo(this.program, at.node, flow, node)));
  }

  private makeAllGood(left: readonly RefToken[], landed: readonly Place[], then: () => void): boolean {
    const changed = this.makeGood(left, landed);
    while (this.makeGood(left, landed));
    then();
    return changed;
  }

  /** What cannot come any more counts as arrived for what still comes; what only waits for it is taken away. Whether there was anything. */
  private makeGood(left: readonly RefToken[], landed: readonly Place[]): boolean {
    const scopes = this.scopes.filter((scope) => left.some((token) => token.scope === scope));
    const joins = scopes.flatMap((scope) =>
      (this.node(scope.node).inner ?? [])
        .filter((node) => this.node(node).kind === 'parallelGateway' && this.joins(node))
        .map((node) => ({ node, scope })),
    );
    const others = joins.filter(({ node, scope }) => !landed.some((place) => place.node === node && place.scope === scope));
    return others.some((join) => this.makeGoodAt(join, left, landed));
  }

  private makeGoodAt(join: Place, left: readonly RefToken[], landed: readonly Place[]): boolean {
    const { incoming } = this.node(join.node);
    const isUnderWay = (flow: number): boolean => this.comesBy(flow, join, []);
    const taken = incoming.filter((flow) => this.wasLed(flow, join, left) && !this.waitsBy(flow, join) && !isUnderWay(flow));
    if (taken.length === 0) return false;
    const isAnew = (flow: number): boolean =>
      landed.some(({ node, scope }) => scope === join.scope && behind(this.program, node).has(this.program.flows[flow]?.source as number));
    const goesOn = incoming.some((flow) => isUnderWay(flow) || isAnew(flow));
    const gone = this.waitingAt(join).filter(({ flow }) => !goesOn || isAnew(flow as number));
    for (const token of gone) this.remove(token);
    const lost = goesOn ? taken.filter((flow) => !isAnew(flow)) : [];
    for (const flow of lost) this.put(join.node, join.scope, flow);
    return gone.length + lost.length > 0;
  }

  // What is left

  /** Scopes in which nothing is left go, and so on outward; the activities around do not go on. Instances that went are noted. */
  private leaveEmpty(left: readonly RefToken[], destinations: readonly Destination[], gone: Scope[]): void {
    for (const { scope } of left) this.leaveScope(scope, destinations, gone);
  }

  private leaveScope(scope: Scope, destinations: readonly Destination[], gone: Scope[]): void {
    const used =
      this.tokens.some((token) => token.scope === scope) ||
      this.scopes.some(({ parent }) => parent === scope) ||
      destinations.some((one) => this.isWithin(one.scope, scope));
    if (used || scope === this.root || !this.scopes.includes(scope)) return;
    const owner = scope.owner as RefToken;
    if (scope.index !== undefined) {
      this.close(scope);
      gone.push(scope);
      if (this.scopes.some((other) => other.owner === owner)) return;
    }
    this.cancelInside(owner);
    this.remove(owner);
    this.leaveScope(owner.scope, destinations, gone);
  }
}
