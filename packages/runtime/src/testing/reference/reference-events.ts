/** Events in the reference interpreter: who catches an error or escalation, boundary events, event sub-processes, and what is waited for. */
import type { ProgramEvent } from '@tongban/model';
import { type Awaited, ReferenceCase, type RefToken, type Scope } from './reference-case.ts';

/** The case with its events. */
export abstract class ReferenceEvents extends ReferenceCase {
  /** The messages and signals that are waited for. */
  get awaited(): readonly Awaited[] {
    const byTokens = this.tokens.flatMap((token) => this.eventsOf(token).map((event) => ({ event, owner: token })));
    const byScopes = this.scopes
      .filter((scope) => this.listens(scope))
      .flatMap((scope) => this.startsIn(scope).map((event) => ({ event, owner: scope })));
    return [...byTokens, ...byScopes].filter(({ event }) => /message|signal/.test(this.eventKind(event) ?? ''));
  }

  /** The events that a token waits for: its own, those after its gateway, those at its boundary. */
  protected eventsOf(token: RefToken): readonly number[] {
    const { kind, boundary = [], outgoing } = this.node(token.node);
    if (token.flow !== undefined || token.incident === 'enter' || token.incident === 'leave' || this.cancels(token)) return [];
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

  /** What is waited for came, for a token or a scope. */
  protected happen(event: number, owner: RefToken | Scope): void {
    const { kind } = this.node(event);
    if ('values' in owner) this.beginEventSubProcess(owner, event);
    else if (kind === 'boundaryEvent') this.boundary(owner, event);
    else {
      this.remove(owner);
      this.moves.push({ node: event, scope: owner.scope, flow: undefined, leaves: true });
    }
  }

  /** A signal reaches everybody who waited for it when it came, and still does. */
  protected reachAll(): void {
    for (const { event, owner } of this.listeners) if (this.isOpen({ event, owner })) this.happen(event, owner);
  }

  /** Conditions that begin to hold come; whether one did. */
  protected meetConditions(): boolean {
    let met = false;
    for (const one of this.conditions) {
      if (!this.isOpen(one)) continue;
      const holds = this.holds(one.condition, 'values' in one.owner ? one.owner : one.owner.scope);
      const begins = holds && !one.held;
      one.held = holds;
      if (begins) this.happen(one.event, one.owner);
      met ||= begins;
    }
    return met;
  }

  /** From where it was thrown outward: the boundary event of the activity, then an event sub-process of the scope. Whether it was caught. */
  protected throwOutward(thrown: Extract<ProgramEvent, { readonly kind: 'error' | 'escalation' }>, from: Scope, by?: RefToken): boolean {
    let token = by;
    for (let scope: Scope | undefined = from; scope !== undefined; scope = scope.parent) {
      const at = token;
      if (at !== undefined && !this.isInstanceOf(scope, at.node)) {
        const event = this.catching(this.node(at.node).boundary ?? [], thrown);
        if (event !== undefined) {
          this.boundary(at, event);
          return true;
        }
      }
      const fromEventSubProcess = at !== undefined && this.node(at.node).triggeredByEvent === true;
      const start = fromEventSubProcess ? undefined : this.catching(this.startsIn(scope), thrown);
      if (start !== undefined) {
        this.beginEventSubProcess(scope, start);
        return true;
      }
      token = scope.owner;
    }
    return false;
  }

  // One that names the code comes before one that catches all.
  private catching(events: readonly number[], thrown: ProgramEvent & { readonly code?: string }): number | undefined {
    const codeOf = (index: number): string | undefined => (this.node(index).events?.[0] as typeof thrown | undefined)?.code;
    const same = events.filter((index) => this.eventKind(index) === thrown.kind);
    return (
      same.find((index) => codeOf(index) !== undefined && codeOf(index) === thrown.code) ??
      same.find((index) => codeOf(index) === undefined)
    );
  }

  private boundary(token: RefToken, event: number): void {
    const { interrupting } = this.node(event);
    this.moves.push({ node: event, scope: token.scope, flow: undefined });
    if (interrupting === false && this.eventKind(event) !== 'error') return;
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
