/** The token game of the reference interpreter: how nodes are entered and left, and scopes begin and end. */
import type { FeelExpression, ProgramEvent, ProgramNode } from '@tongban/model';
import { linkedFrom } from './inclusive-rule.ts';
import type { RefToken, Scope } from './reference-case.ts';
import { ReferenceJumps } from './reference-jumps.ts';

/** The case with its moves, one after another. */
export abstract class ReferenceGame extends ReferenceJumps {
  protected settle(): void {
    for (let steps = 0; this.ended === undefined; steps++) {
      if (steps > 2000) throw new Error('endless');
      const move = this.moves.shift();
      if (move !== undefined) {
        if (move.leaves === true) this.leave(move.node, move.scope);
        else this.enter(move.node, move.scope, move.flow);
      } else if (!this.closeScope() && !this.join() && !this.meetConditions()) break;
    }
    if (this.ended === undefined && this.tokens.length === 0) this.ended = 'completed';
  }

  protected begin(scope: Scope): void {
    const { inner = [], triggeredByEvent } = this.node(scope.node);
    const start = inner.find(
      (at) => this.node(at).kind === 'startEvent' && (triggeredByEvent === true || this.eventKind(at) === undefined),
    );
    const first = start === undefined ? inner.filter((at) => this.beginsByItself(at)) : [start];
    for (const node of first) this.moves.push({ node, scope, flow: undefined });
  }

  protected beginsByItself(index: number): boolean {
    const { kind, incoming, triggeredByEvent, forCompensation } = this.node(index);
    const isLink = kind === 'intermediateCatchEvent' && this.eventKind(index) === 'link';
    return incoming.length === 0 && !/^(start|boundary)/.test(kind) && !isLink && triggeredByEvent !== true && forCompensation !== true;
  }

  private enter(index: number, scope: Scope, flow: number | undefined): void {
    const node = this.node(index);
    const { incoming, startQuantity = 1 } = node;
    if (flow !== undefined && startQuantity > 1) {
      this.gather(index, scope, flow, startQuantity);
      return;
    }
    this.seen.add(index);
    if (node.kind === 'parallelGateway' && incoming.length > 1) {
      this.put(index, scope, flow);
      this.joinParallel(index, scope);
    } else if (node.kind === 'inclusiveGateway' && incoming.length > 1 && flow !== undefined) this.put(index, scope, flow);
    else if (node.kind === 'complexGateway') this.enterComplex(index, scope, flow);
    else if (node.kind === 'eventBasedGateway' || node.kind === 'intermediateCatchEvent') this.wait(index, scope);
    else if (node.kind === 'endEvent' || node.kind === 'intermediateThrowEvent') this.throw(index, scope);
    else if (isActivity(node)) this.beginActivity(index, scope);
    else this.leave(index, scope);
  }

  private gather(index: number, scope: Scope, flow: number, startQuantity: number): void {
    const waiting = this.waitingAt({ node: index, scope });
    if (waiting.length + 1 < startQuantity) this.put(index, scope, flow);
    else {
      for (const token of waiting) this.remove(token);
      this.moves.push({ node: index, scope, flow: undefined });
    }
  }

  private wait(index: number, scope: Scope): void {
    if (this.eventKind(index) === 'link') {
      this.leave(index, scope);
      return;
    }
    const token = this.put(index, scope);
    for (const event of this.eventsOf(token)) this.arm(event, token);
  }

  // Activities

  private beginActivity(index: number, scope: Scope): void {
    const { kind } = this.node(index);
    const token = this.openActivity(index, scope);
    if (this.isLoop(token)) {
      for (const instance of this.beginLoop(token)) this.enterInstance(instance);
      return;
    }
    const inner = this.openInner(token);
    if (inner !== undefined && kind !== 'adHocSubProcess') this.begin(inner);
    else if (kind === 'task' || kind === 'manualTask') this.finish(token);
  }

  protected override openEmpty(index: number, scope: Scope): readonly Scope[] {
    this.seen.add(index);
    const token = this.openActivity(index, scope);
    if (this.isLoop(token)) return this.beginLoop(token).flatMap((instance) => this.openEmpty(index, instance));
    return [this.openInner(token)].filter((inner) => inner !== undefined);
  }

  private openActivity(index: number, scope: Scope): RefToken {
    const token = this.put(index, scope);
    for (const event of this.eventsOf(token)) this.arm(event, token);
    return token;
  }

  private isLoop({ node, scope }: RefToken): boolean {
    return this.node(node).loop !== undefined && !this.isInstanceOf(scope, node);
  }

  /** The inside of an activity that has one. */
  private openInner(token: RefToken): Scope | undefined {
    const { kind, called, call } = this.node(token.node);
    if (kind !== 'callActivity') return /subprocess|transaction/i.test(kind) ? this.openInside(token.node, token) : undefined;
    const inner = this.openInside(called as number, token);
    if (call?.in === 'all') for (const [name, value] of this.visible(token.scope)) inner.values.set(name, value);
    return inner;
  }

  private openInside(node: number, owner: RefToken): Scope {
    const scope = this.open({ node, parent: owner.scope, owner });
    this.listenIn(scope);
    return scope;
  }

  /** An activity is done. */
  protected override finish(token: RefToken, inner?: Scope): void {
    this.note(token, inner);
    this.remove(token);
    this.moves.push({ node: token.node, scope: token.scope, flow: undefined, leaves: true });
  }

  protected override leave(index: number, scope: Scope): void {
    const node = this.node(index);
    if (this.isInstanceOf(scope, index)) {
      this.finishInstance(scope);
      return;
    }
    const taken = this.taken(index, scope);
    if (taken === undefined) {
      this.put(index, scope).incident = 'leave';
      return;
    }
    for (let left = node.completionQuantity ?? 1; left > 0; left--) this.take(taken, scope);
    if (isActivity(node) && scope.undoes !== true) this.askAdHoc(scope);
  }

  /** Something was done in an ad-hoc sub-process: once its condition holds, it ends. */
  private askAdHoc(scope: Scope): void {
    const { adHoc } = this.node(scope.node);
    if (adHoc === undefined || scope.index !== undefined || scope.closing === true) return;
    scope.done = true;
    if (adHoc.completion === undefined || !this.holds(adHoc.completion, scope)) return;
    if (adHoc.keepRemaining !== true) this.cancelIn(scope);
    scope.closing = true;
  }

  /** The flows that are taken; undefined when none can be, though there are some. */
  private taken(index: number, scope: Scope): readonly number[] | undefined {
    const { kind, outgoing, default: otherwise } = this.node(index);
    if (kind === 'parallelGateway' || outgoing.length === 0) return outgoing;
    const condition = (flow: number): FeelExpression | undefined => this.program.flows[flow]?.condition;
    const holds = outgoing.filter((flow) => {
      const asked = condition(flow);
      return flow !== otherwise && (asked === undefined || this.holds(asked, scope));
    });
    const chosen = kind === 'exclusiveGateway' ? holds.slice(0, 1) : holds;
    const byCondition = kind.endsWith('Gateway') ? chosen : chosen.filter((flow) => condition(flow) !== undefined);
    if (byCondition.length === 0 && otherwise !== undefined) chosen.push(otherwise);
    return chosen.length === 0 ? undefined : chosen;
  }

  private throw(index: number, scope: Scope): void {
    const definitions = this.definitions(index);
    const [event] = definitions;
    if (event?.kind === 'link') {
      this.moves.push({ node: linkedFrom(this.program, index) as number, scope, flow: undefined });
      return;
    }
    const undoes = definitions.some(({ kind }) => kind === 'compensate');
    // It goes on first: what catches may take its scope away, and the token with it.
    if (this.node(index).kind === 'intermediateThrowEvent' && !undoes)
      this.moves.push({ node: index, scope, flow: undefined, leaves: true });
    const error = definitions.find((one) => one.kind === 'error');
    if (error !== undefined && this.catcher(error, scope) === undefined) {
      this.put(index, scope).incident = 'enter';
      return;
    }
    const thrower = this.put(index, scope);
    for (const one of definitions) {
      if (one.kind === 'escalation') this.throwOutward(one, scope);
      if (one.kind === 'signal') this.reachAll();
      if (!this.tokens.includes(thrower)) return;
    }
    this.remove(thrower);
    for (const one of definitions) this.throwLast(one, index, scope);
  }

  /** What ends or undoes comes last. */
  private throwLast(event: ProgramEvent, index: number, scope: Scope): void {
    if (event.kind === 'terminate' && scope === this.root) {
      this.ended = 'terminated';
      this.tokens = [];
      this.scopes = [this.root];
    } else if (event.kind === 'terminate') this.cancelIn(scope);
    else if (event.kind === 'cancel') this.cancelTransaction(scope);
    else if (event.kind === 'compensate') this.compensate(this.put(index, scope));
    else if (event.kind === 'error') this.throwOutward(event, scope);
  }

  // Scopes

  /** Ends one scope in which nothing is left. */
  private closeScope(): boolean {
    const scope = this.scopes.find((one) => one !== this.root && !this.isUsed(one));
    if (scope === undefined) return false;
    const owner = scope.owner as RefToken;
    if (this.isProcess(scope) && this.node(owner.node).call?.out === 'all')
      for (const [name, value] of scope.values) this.set(owner.scope, name, value);
    this.close(scope);
    if (owner.undoing !== undefined) this.undoNext(owner);
    else if (this.node(owner.node).triggeredByEvent === true) this.remove(owner);
    else this.finish(owner, scope);
    return true;
  }

  private isUsed(scope: Scope): boolean {
    const { adHoc } = this.node(scope.node);
    const isAdHoc = adHoc !== undefined && scope.index === undefined && scope.undoes !== true && scope.interrupted !== true;
    const waits = adHoc?.completion === undefined ? scope.done !== true : scope.closing !== true;
    return (
      (isAdHoc && waits) ||
      scope.resets.size > 0 ||
      this.tokens.some((token) => token.scope === scope) ||
      this.scopes.some((inner) => inner.parent === scope) ||
      this.tokens.some((token) => token.undoing?.some((level) => level.scope === scope) === true)
    );
  }
}

/** Whether it is an activity. */
export function isActivity({ kind }: ProgramNode): boolean {
  return /task|subprocess|transaction|activity/i.test(kind);
}
