/**
 * A second opinion on how a case runs: the token game of BPMN 2.0.2, clause 13, written as plainly as possible, with nothing kept that can
 * be worked out again. Slow, without events, effects, people or expressions beyond names, counters and true/false. The property test in
 * `reference.prop.test.ts` lets it run beside the engine.
 */
import type { FeelExpression, JsonObject, Program, ProgramEvent, ProgramNode } from '@tongban/model';
import { linkedFrom } from './inclusive-rule.ts';
import type { Awaited, Place, RefTimer, RefToken, Scope } from './reference-case.ts';
import { ReferenceLoops } from './reference-loops.ts';

/** One case of a program. */
export class Reference extends ReferenceLoops {
  constructor(program: Program, now: number) {
    super(program, now);
    this.listenIn(this.root);
    this.begin(this.root);
    this.settle();
  }

  // What can be done

  /** A task or job is done; its values are set. */
  complete(token: RefToken, values: JsonObject): void {
    for (const [name, value] of Object.entries(values)) this.set(token.scope, name, value);
    this.finish(token);
    this.settle();
  }

  /** A job raises an error. */
  fail(token: RefToken): void {
    if (!this.throwOutward({ kind: 'error', code: 'E' }, token.scope, token)) token.incident = 'job';
    this.settle();
  }

  /** A further signer beside a task of many, or before or after it. */
  addSigner(task: RefToken, before: boolean, id: string, votes: number): void {
    this.addTo(task, before, id, votes);
    this.settle();
  }

  /** A signer is taken away: the one of the task, or the last one still to come. */
  removeSigner(task: RefToken, upcoming: boolean): void {
    if (upcoming) this.dropLast(task);
    else this.drop(task);
    this.settle();
  }

  /** A message comes for who waits for it. */
  message(one: Awaited): void {
    this.happen(one);
    this.settle();
  }

  /** A signal comes from outside. */
  signal(): void {
    this.reachAll();
    this.settle();
  }

  /** Somebody changes values of the case. */
  change(values: JsonObject): void {
    for (const [name, value] of Object.entries(values)) this.set(this.root, name, value);
    this.settle();
  }

  /** What could not go on is tried again, with other values. */
  retry(token: RefToken, values: JsonObject): void {
    const { node, scope, flow, incident } = token;
    for (const [name, value] of Object.entries(values)) this.set(scope, name, value);
    if (incident === 'job') delete token.incident;
    else {
      this.remove(token);
      this.moves.push(incident === 'leave' ? { node, scope, flow: undefined, leaves: true } : { node, scope, flow });
    }
    this.settle();
  }

  /** A timer is due. */
  fire(timer: RefTimer): void {
    this.ring(timer);
    this.happen(timer);
    this.settle();
  }

  /** Somebody begins an activity of an ad-hoc sub-process. */
  startActivity({ node, scope }: Place): void {
    this.moves.push({ node, scope, flow: undefined });
    this.settle();
  }

  /** What can be begun now in ad-hoc sub-processes. */
  get startable(): readonly Place[] {
    return this.scopes.flatMap((scope) => {
      const { adHoc, inner = [] } = this.node(scope.node);
      const isOpen = adHoc !== undefined && scope.index === undefined && scope.undoes !== true;
      if (!isOpen || scope.closing === true || scope.interrupted === true) return [];
      if (adHoc.sequential && this.tokens.some((token) => token.scope === scope)) return [];
      return inner.filter((at) => isActivity(this.node(at)) && this.beginsByItself(at)).map((node) => ({ node, scope }));
    });
  }

  // The game

  private settle(): void {
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

  private begin(scope: Scope): void {
    const { inner = [], triggeredByEvent } = this.node(scope.node);
    const start = inner.find(
      (at) => this.node(at).kind === 'startEvent' && (triggeredByEvent === true || this.eventKind(at) === undefined),
    );
    const first = start === undefined ? inner.filter((at) => this.beginsByItself(at)) : [start];
    for (const node of first) this.moves.push({ node, scope, flow: undefined });
  }

  private beginsByItself(index: number): boolean {
    const { kind, incoming, triggeredByEvent, forCompensation } = this.node(index);
    const isLink = kind === 'intermediateCatchEvent' && this.eventKind(index) === 'link';
    return incoming.length === 0 && !/^(start|boundary)/.test(kind) && !isLink && triggeredByEvent !== true && forCompensation !== true;
  }

  private listenIn(scope: Scope): void {
    for (const start of this.startsIn(scope)) this.arm(start, scope);
  }

  private enter(index: number, scope: Scope, flow: number | undefined): void {
    const node = this.node(index);
    const { incoming, startQuantity = 1 } = node;
    if (flow !== undefined && startQuantity > 1) this.gather(index, scope, flow, startQuantity);
    else if (node.kind === 'parallelGateway' && incoming.length > 1) {
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
    const { kind, loop, called, call } = this.node(index);
    const token = this.put(index, scope);
    for (const event of this.eventsOf(token)) this.arm(event, token);
    if (loop !== undefined && !this.isInstanceOf(scope, index)) this.beginLoop(token);
    else if (kind === 'callActivity') {
      const inner = this.openInside(called as number, token);
      if (call?.in === 'all') for (const [name, value] of this.visible(scope)) inner.values.set(name, value);
      this.begin(inner);
    } else if (kind === 'adHocSubProcess') this.openInside(index, token);
    else if (kind === 'subProcess' || kind === 'transaction') this.begin(this.openInside(index, token));
    else if (kind === 'task' || kind === 'manualTask') this.finish(token);
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

function isActivity({ kind }: ProgramNode): boolean {
  return /task|subprocess|transaction|activity/i.test(kind);
}
