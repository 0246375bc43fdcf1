/** Events in the reference interpreter: who catches an error or escalation, boundary events, event sub-processes, and what is waited for. */
import type { ProgramEvent } from '@tongban/model';
import { type Awaited, ReferenceCase, type RefToken, type Scope } from './reference-case.ts';

type Thrown = Extract<ProgramEvent, { readonly kind: 'error' | 'escalation' }>;

/** The case with its events. */
export abstract class ReferenceEvents extends ReferenceCase {
  /** The messages and signals that are waited for. */
  get awaited(): readonly Awaited[] {
    const byTokens = this.tokens.flatMap((token) => this.eventsOf(token).flatMap((event) => this.eachOf(event, token)));
    const byScopes = this.scopes
      .filter((scope) => this.listens(scope))
      .flatMap((scope) => this.startsIn(scope).flatMap((event) => this.eachOf(event, scope)));
    return [...byTokens, ...byScopes].filter(
      (one) => this.isOpen(one) && /message|signal/.test(this.definitions(one.event)[one.which]?.kind ?? ''),
    );
  }

  private eachOf(event: number, owner: RefToken | Scope): readonly Awaited[] {
    return this.definitions(event).map((_, which) => ({ event, owner, which }));
  }

  /** The events that a token waits for: its own, those after its gateway, those at its boundary. */
  protected eventsOf(token: RefToken): readonly number[] {
    const { kind, boundary = [], outgoing } = this.node(token.node);
    if (token.flow !== undefined || token.incident === 'enter' || token.incident === 'leave' || this.cancels(token)) return [];
    if (token.asked !== undefined && token.asked.how !== 'return') return [];
    const events = this.isInstanceOf(token.scope, token.node) ? [] : [...boundary];
    if (kind === 'intermediateCatchEvent' || kind === 'receiveTask') events.push(token.node);
    if (kind === 'eventBasedGateway') events.push(...outgoing.map((flow) => this.program.flows[flow]?.target as number));
    return events;
  }

  /** The starts of the event sub-processes of a scope. */
  protected startsIn(scope: Scope): readonly number[] {
    if (scope.index !== undefined || scope.undoes !== undefined) return [];
    return (this.node(scope.node).eventSubProcesses ?? [])
      .flatMap((at) => this.node(at).inner ?? [])
      .filter((at) => this.node(at).kind === 'startEvent');
  }

  protected listenIn(scope: Scope): void {
    for (const start of this.startsIn(scope)) this.arm(start, scope);
  }

  /** The scopes that an event sub-process has interrupted, and in which it still is. */
  protected get interruptedNow(): readonly Scope[] {
    const interrupts = (at: number): boolean => this.node(at).kind === 'startEvent' && this.node(at).interrupting !== false;
    return this.scopes.filter(
      (scope) =>
        scope.interrupted === true &&
        this.tokens.some((token) => token.scope === scope && this.isByEvent(token) && this.node(token.node).inner?.some(interrupts)),
    );
  }

  /** Where what interrupted is gone and the scope goes on, it waits for its event sub-processes as at its beginning. */
  protected listenAnew(before: readonly Scope[]): void {
    const still = this.interruptedNow;
    for (const scope of before.filter((one) => !still.includes(one) && this.scopes.includes(one))) {
      delete scope.interrupted;
      delete scope.closing;
      this.forget(scope);
      this.listenIn(scope);
      this.waitForNext(scope);
    }
  }

  // An event sub-process is behind all of its scope.
  protected isByEvent({ node }: RefToken): boolean {
    return this.node(node).triggeredByEvent === true;
  }

  /** What is waited for came, for a token or a scope; all of it, where all of several things must come. */
  protected happen(one: Awaited): void {
    const { event, owner } = one;
    const { kind } = this.node(event);
    if (!this.isComplete(one)) return;
    if ('values' in owner) this.beginEventSubProcess(owner, event);
    else if (kind === 'boundaryEvent') this.boundary(owner, event);
    else {
      this.seen.add(event);
      this.remove(owner);
      this.moves.push({ node: event, scope: owner.scope, flow: undefined, leaves: true });
    }
  }

  /** A signal reaches everybody who waited for it when it came, and still does. */
  protected reachAll(): void {
    for (const one of this.listeners) if (this.isOpen(one)) this.happen(one);
  }

  /** Conditions that begin to hold come; whether one did. */
  protected meetConditions(): boolean {
    let met = false;
    for (const one of this.conditions) {
      if (!this.isOpen(one)) continue;
      const holds = this.holds(one.condition, 'values' in one.owner ? one.owner : one.owner.scope);
      const begins = holds && !one.held;
      one.held = holds;
      if (begins) this.happen(one);
      met ||= begins;
    }
    return met;
  }

  /** Hands it to who catches it. Whether anybody did. */
  protected throwOutward(thrown: Thrown, from: Scope, by?: RefToken): boolean {
    const found = this.catcher(thrown, from, by);
    if (found === undefined) return false;
    if ('values' in found.owner) this.beginEventSubProcess(found.owner, found.event);
    else this.boundary(found.owner, found.event);
    return true;
  }

  /** Who catches it: from where it was thrown outward, the boundary event of the activity, then an event sub-process of the scope. */
  protected catcher(thrown: Thrown, from: Scope, by?: RefToken): Omit<Awaited, 'which'> | undefined {
    let token = by;
    for (let scope: Scope | undefined = from; scope !== undefined; scope = scope.parent) {
      const at = token;
      const isWhole = at !== undefined && !this.isInstanceOf(scope, at.node);
      const event = isWhole ? this.catching(this.node(at.node).boundary ?? [], thrown) : undefined;
      if (at !== undefined && event !== undefined) return { event, owner: at };
      const fromEventSubProcess = at !== undefined && this.node(at.node).triggeredByEvent === true;
      const start = fromEventSubProcess ? undefined : this.catching(this.startsIn(scope), thrown);
      if (start !== undefined) return { event: start, owner: scope };
      token = scope.owner;
    }
    return undefined;
  }

  // One that names the code comes before one that catches all.
  private catching(events: readonly number[], thrown: ProgramEvent & { readonly code?: string }): number | undefined {
    const codes = (index: number): readonly (string | undefined)[] =>
      this.definitions(index).flatMap((event) => (event.kind === thrown.kind ? [(event as typeof thrown).code] : []));
    return (
      events.find((index) => thrown.code !== undefined && codes(index).includes(thrown.code)) ??
      events.find((index) => codes(index).includes(undefined))
    );
  }

  private boundary(token: RefToken, event: number): void {
    const { interrupting } = this.node(event);
    this.moves.push({ node: event, scope: token.scope, flow: undefined });
    if (interrupting === false && !this.definitions(event).some(({ kind }) => kind === 'error')) return;
    this.cancelInside(token);
    this.remove(token);
  }

  private beginEventSubProcess(scope: Scope, start: number): void {
    const { interrupting, scope: eventSubProcess } = this.node(start);
    if (interrupting !== false) {
      scope.interrupted = true;
      this.cancelIn(scope);
    }
    this.moves.push({ node: eventSubProcess, scope, flow: undefined });
  }
}
