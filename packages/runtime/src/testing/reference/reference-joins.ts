/** Joining in the reference interpreter: parallel gateways, and inclusive and complex ones, which look at their whole scope. */
import { isAwaited, isEnabled } from './inclusive-rule.ts';
import type { Place, RefToken, Scope } from './reference-case.ts';
import { ReferenceUndoing } from './reference-undoing.ts';

/** The case with its joins. */
export abstract class ReferenceJoins extends ReferenceUndoing {
  /** A node is left. */
  protected abstract leave(index: number, scope: Scope): void;

  /** A parallel gateway goes on once a token waits by each of its flows. */
  protected joinParallel(index: number, scope: Scope): void {
    const { incoming } = this.node(index);
    const first = incoming.map((flow) => this.waitingAt({ node: index, scope }).find((one) => one.flow === flow));
    if (first.includes(undefined)) return;
    for (const token of first) this.remove(token as RefToken);
    this.leave(index, scope);
  }

  /** One gateway that looks at its whole scope goes on: the first that can, in order of the tokens that wait. */
  protected join(): boolean {
    const places = this.joining();
    const ready = places.find((place) => (this.isComplex(place) ? this.joinComplex(place) : this.canJoin(place)));
    if (ready !== undefined && this.isComplex(ready)) return true;
    const inclusive = ready ?? this.firstOfCircle(places.filter((place) => !this.isComplex(place)));
    if (inclusive === undefined) return false;
    this.takeOneOfEach(inclusive, () => true);
    this.moves.push({ ...inclusive, flow: undefined, leaves: true });
    return true;
  }

  private joining(): readonly Place[] {
    const waiting = this.tokens.filter(
      ({ node, flow, incident }) =>
        flow !== undefined && incident === undefined && /^(inclusive|complex)Gateway$/.test(this.node(node).kind),
    );
    const activated = this.scopes.flatMap((scope) => [...scope.resets.keys()].map((node) => ({ node, scope })));
    const all: Place[] = [...waiting, ...activated].map(({ node, scope }) => ({ node, scope }));
    return all.filter((one, at) => all.findIndex(({ node, scope }) => node === one.node && scope === one.scope) === at);
  }

  private isComplex({ node }: Place): boolean {
    return this.node(node).kind === 'complexGateway';
  }

  private canJoin({ node, scope }: Place): boolean {
    return isEnabled(
      this.program,
      node,
      this.tokens.filter((token) => token.scope === scope),
    );
  }

  /** Joins that wait for nothing but each other (IG6): they are enabled once the others' tokens are thought away. */
  private firstOfCircle(joins: readonly Place[]): Place | undefined {
    let circle = joins;
    for (;;) {
      const waits = (token: RefToken): boolean => circle.some(({ node, scope }) => this.waitingAt({ node, scope }).includes(token));
      const next = circle.filter(({ node, scope }) => {
        const outside = this.tokens.filter((token) => token.scope === scope && !waits(token));
        return isEnabled(this.program, node, [...outside, ...this.waitingAt({ node, scope })]);
      });
      if (next.length === circle.length) return next[0];
      circle = next;
    }
  }

  /** The tokens that wait at a place for others. */
  protected waitingAt({ node, scope }: Place): readonly RefToken[] {
    return this.tokens.filter(
      (token) => token.node === node && token.scope === scope && token.flow !== undefined && token.incident === undefined,
    );
  }

  private takeOneOfEach(place: Place, wanted: (flow: number) => boolean): readonly number[] {
    const flows = this.node(place.node).incoming.filter(wanted);
    const taken = flows.map((flow) => this.waitingAt(place).find((one) => one.flow === flow)).filter((token) => token !== undefined);
    for (const token of taken) this.remove(token);
    return taken.map(({ flow }) => flow as number);
  }

  // The complex gateway

  /** A token comes to a complex gateway. */
  protected enterComplex(node: number, scope: Scope, flow: number | undefined): void {
    if (this.node(node).incoming.length > 1 && flow !== undefined) {
      const token = this.put(node, scope, flow);
      if (!scope.resets.has(node) && this.isActive({ node, scope })) this.activate({ node, scope }, token);
      return;
    }
    const out = this.outOfComplex({ node, scope }, true);
    if (out === undefined) this.put(node, scope, flow).incident = 'enter';
    else this.take(out, scope);
  }

  private isActive({ node, scope }: Place): boolean {
    const { activation } = this.node(node);
    const activationCount = this.waitingAt({ node, scope }).length;
    return activation !== undefined && this.holds(activation, scope, { activationCount, waitingForStart: true });
  }

  private activate(place: Place, last: RefToken): void {
    const out = this.outOfComplex(place, true);
    if (out === undefined) {
      last.incident = 'enter';
      return;
    }
    place.scope.resets.set(
      place.node,
      this.takeOneOfEach(place, () => true),
    );
    this.take(out, place.scope);
  }

  private joinComplex(place: Place): boolean {
    const { node, scope } = place;
    const waiting = this.waitingAt(place);
    const first = scope.resets.get(node);
    if (first === undefined) {
      const last = waiting.at(-1);
      if (last === undefined || !this.isActive(place)) return false;
      this.remove(last);
      this.moves.push({ ...place, flow: last.flow });
      return true;
    }
    const inScope = this.tokens.filter((token) => token.scope === scope);
    const full = [...first, ...waiting.map(({ flow }) => flow as number)];
    if (isAwaited(this.program, node, full, inScope)) return false;
    this.takeOneOfEach(place, (flow) => !first.includes(flow));
    scope.resets.delete(node);
    this.take(this.outOfComplex(place, false) ?? [], scope);
    return true;
  }

  /** The flows it takes at its start, or at its reset; undefined when there is none to take at the start. */
  private outOfComplex(place: Place, waitingForStart: boolean): readonly number[] | undefined {
    const { outgoing, default: otherwise } = this.node(place.node);
    const given = { activationCount: waitingForStart ? this.waitingAt(place).length : 0, waitingForStart };
    const holds = outgoing.filter((flow) => {
      const condition = this.program.flows[flow]?.condition;
      return flow !== otherwise && (condition === undefined ? waitingForStart : this.holds(condition, place.scope, given));
    });
    if (!waitingForStart || holds.length > 0 || outgoing.length === 0) return holds;
    return otherwise === undefined ? undefined : [otherwise];
  }

  /** Puts a token on each flow. */
  protected take(flows: readonly number[], scope: Scope): void {
    for (const flow of flows) this.moves.push({ node: this.program.flows[flow]?.target as number, scope, flow });
  }
}
