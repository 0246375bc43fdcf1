/**
 * A second opinion on how a case runs: the token game of BPMN 2.0.2, clause 13, written as plainly as possible, with nothing kept that can
 * be worked out again. Slow, without events, effects, time or expressions beyond names and true/false. The property test in
 * `reference.prop.test.ts` lets it run beside the engine. It knows all gateways but the complex one, all activities but ad-hoc
 * sub-processes and calls, loops, boundary events and event sub-processes by message and error, terminate, token quantities and compensation.
 */
import type { FeelExpression, Program, ProgramNode } from '@tongban/model';
import { isEnabled } from './inclusive-rule.ts';

/** A scope: the process, the inside of a sub-process, one instance of a loop, or what undoes an activity. */
interface Scope {
  readonly node: number;
  readonly parent: Scope | undefined;
  /** The token it belongs to. */
  readonly owner: RefToken | undefined;
  readonly index?: number;
  readonly undoes?: true;
  readonly values: Map<string, boolean>;
  /** Activities completed in it that can be undone, in order. */
  readonly completed: Completed[];
  /** An event sub-process interrupted it: no other can. */
  interrupted?: true;
}

interface Completed {
  readonly node: number;
  readonly index: number | undefined;
  readonly values: ReadonlyMap<string, boolean>;
  readonly completed: readonly Completed[];
}

/** A token that waits. */
export interface RefToken {
  readonly node: number;
  readonly scope: Scope;
  readonly flow: number | undefined;
  /** Counters of a loop, when it stands for the whole. */
  loop?: { readonly total: number; started: number; done: number };
  /** What a compensation event still has to undo. */
  undoing?: { readonly scope: Scope; readonly todo: Completed[] }[];
  incident?: true;
}

interface Move {
  readonly node: number;
  readonly scope: Scope;
  readonly flow: number | undefined;
  readonly leaves?: true;
}

/** One case of a program. */
export class Reference {
  ended: string | undefined = undefined;
  tokens: RefToken[] = [];
  private readonly program: Program;
  private readonly root: Scope;
  private moves: Move[] = [];
  private scopes: Scope[];

  constructor(program: Program) {
    this.program = program;
    this.root = { node: program.processes[0] as number, parent: undefined, owner: undefined, values: new Map(), completed: [] };
    this.scopes = [this.root];
    this.begin(this.root);
    this.settle();
  }

  // What can be done

  /** A task or job is done; its values are set. */
  complete(token: RefToken, values: Readonly<Record<string, boolean>>): void {
    for (const [name, value] of Object.entries(values)) this.set(token.scope, name, value);
    this.finish(token);
    this.settle();
  }

  /** A job raises an error. */
  fail(token: RefToken): void {
    this.throwError(token.scope, token);
    this.settle();
  }

  /** A message comes for a token that waits, for a boundary event of it, or for an event after its gateway. */
  message(token: RefToken, event: number): void {
    const node = this.node(event);
    if (node.kind === 'boundaryEvent') this.boundary(token, event);
    else {
      this.remove(token);
      this.moves.push({ node: event, scope: token.scope, flow: undefined, leaves: true });
    }
    this.settle();
  }

  /** A message comes for an event sub-process of a scope. */
  startEventSubProcess(scope: Scope, start: number): void {
    this.eventSubProcess(scope, start);
    this.settle();
  }

  /** The messages that are waited for: events with the token, or scope, that waits. */
  get awaited(): readonly { readonly event: number; readonly token?: RefToken; readonly scope?: Scope }[] {
    const byTokens = this.tokens.filter(({ incident }) => incident !== true).flatMap((token) => this.awaitedBy(token));
    const byScopes = this.scopes
      .filter((scope) => scope.index === undefined && scope.undoes === undefined && scope.interrupted !== true)
      .flatMap((scope) => this.startsIn(scope, 'message').map((event) => ({ event, scope })));
    return [...byTokens, ...byScopes];
  }

  private awaitedBy(token: RefToken): readonly { readonly event: number; readonly token: RefToken }[] {
    const { kind, boundary = [], outgoing } = this.node(token.node);
    const isInstance = this.isInstanceOf(token.scope, token.node);
    if (token.flow !== undefined) return [];
    const events = isInstance ? [] : boundary.filter((event) => this.eventKind(event) === 'message');
    if (kind === 'intermediateCatchEvent' || kind === 'receiveTask') events.push(token.node);
    if (kind === 'eventBasedGateway') events.push(...outgoing.map((flow) => this.program.flows[flow]?.target as number));
    return events.map((event) => ({ event, token }));
  }

  /** A key that says where a token is: the nodes, instances and twins (of one node, in order of opening) around it. */
  pathOf(token: { readonly node: number; readonly scope: Scope }): string {
    return `${this.pathOfScope(token.scope)}/${this.node(token.node).id}`;
  }

  private pathOfScope(scope: Scope): string {
    const { node, parent, index = '', undoes } = scope;
    const twins = this.scopes.filter((one) => one.parent === parent && one.node === node && one.index === scope.index);
    const around = parent === undefined ? '' : this.pathOfScope(parent);
    return `${around}/${this.node(node).id}${index}${undoes === true ? '~' : ''}#${twins.indexOf(scope)}`;
  }

  // The game

  private settle(): void {
    for (let steps = 0; this.ended === undefined; steps++) {
      if (steps > 2000) throw new Error('endless');
      const move = this.moves.shift();
      if (move !== undefined) {
        if (move.leaves === true) this.leave(move.node, move.scope);
        else this.enter(move.node, move.scope, move.flow);
      } else if (!this.closeScope() && !this.fireInclusive()) break;
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
    return incoming.length === 0 && !/^(start|boundary)/.test(kind) && triggeredByEvent !== true && forCompensation !== true;
  }

  private enter(index: number, scope: Scope, flow: number | undefined): void {
    const node = this.node(index);
    const { incoming, startQuantity = 1 } = node;
    const waiting = this.tokens.filter((token) => token.node === index && token.scope === scope && token.flow !== undefined);
    if (flow !== undefined && startQuantity > 1) {
      if (waiting.length + 1 < startQuantity) this.put(index, scope, flow);
      else {
        for (const token of waiting) this.remove(token);
        this.moves.push({ node: index, scope, flow: undefined });
      }
      return;
    }
    if (node.kind === 'parallelGateway' && incoming.length > 1) {
      this.put(index, scope, flow);
      this.joinParallel(index, scope);
    } else if (node.kind === 'inclusiveGateway' && incoming.length > 1 && flow !== undefined) this.put(index, scope, flow);
    else if (node.kind === 'eventBasedGateway' || node.kind === 'intermediateCatchEvent') this.put(index, scope);
    else if (node.kind === 'endEvent' || node.kind === 'intermediateThrowEvent') this.throw(index, scope);
    else if (/task|process|transaction/i.test(node.kind)) this.beginActivity(index, scope);
    else this.leave(index, scope);
  }

  private joinParallel(index: number, scope: Scope): void {
    const { incoming } = this.node(index);
    const first = incoming.map((flow) => this.tokens.find((one) => one.node === index && one.scope === scope && one.flow === flow));
    if (first.includes(undefined)) return;
    for (const token of first) this.remove(token as RefToken);
    this.leave(index, scope);
  }

  private fireInclusive(): boolean {
    const joins = this.tokens.filter(({ node, flow }) => flow !== undefined && this.node(node).kind === 'inclusiveGateway');
    const inScope = (scope: Scope): RefToken[] => this.tokens.filter((token) => token.scope === scope);
    const ready = joins.find(({ node, scope }) => isEnabled(this.program, node, inScope(scope))) ?? this.firstOfCircle(joins);
    if (ready === undefined) return false;
    const { node, scope } = ready;
    for (const flow of this.node(node).incoming) {
      const token = this.tokens.find((one) => one.node === node && one.scope === scope && one.flow === flow);
      if (token !== undefined) this.remove(token);
    }
    this.moves.push({ node, scope, flow: undefined, leaves: true });
    return true;
  }

  /** Joins that wait for nothing but each other (IG6): they are enabled once the others' tokens are thought away. */
  private firstOfCircle(joins: readonly RefToken[]): RefToken | undefined {
    let circle = joins;
    for (;;) {
      const outside = (scope: Scope): RefToken[] => this.tokens.filter((token) => token.scope === scope && !circle.includes(token));
      const next = circle.filter(({ node, scope }) => {
        const own = circle.filter((token) => token.node === node && token.scope === scope);
        return isEnabled(this.program, node, [...outside(scope), ...own]);
      });
      if (next.length === circle.length) return next[0];
      circle = next;
    }
  }

  private beginActivity(index: number, scope: Scope): void {
    const node = this.node(index);
    const token = this.put(index, scope);
    if (node.loop !== undefined && !this.isInstanceOf(scope, index)) this.beginLoop(token);
    else if (/process|transaction/i.test(node.kind)) this.begin(this.open({ node: index, parent: scope, owner: token }));
    else if (node.kind === 'task' || node.kind === 'manualTask') this.finish(token);
  }

  private beginLoop(token: RefToken): void {
    const { loop } = this.node(token.node);
    if (loop === undefined) return;
    const standard = loop.kind === 'standard';
    const total = standard ? (loop.maximum ?? Number.POSITIVE_INFINITY) : Number(loop.cardinality?.text);
    token.loop = { total, started: 0, done: 0 };
    const none = total < 1 || (standard && loop.testBefore && loop.condition !== undefined && !this.holds(loop.condition, token.scope));
    if (none) {
      this.finish(token);
      return;
    }
    const together = loop.kind === 'multiInstance' && !loop.sequential;
    do this.openInstance(token);
    while (together && token.loop.started < total);
  }

  private openInstance(token: RefToken): void {
    const loop = token.loop as NonNullable<RefToken['loop']>;
    const scope = this.open({ node: token.node, parent: token.scope, owner: token, index: loop.started });
    loop.started += 1;
    this.moves.push({ node: token.node, scope, flow: undefined });
  }

  private finishInstance(scope: Scope): void {
    const token = scope.owner as RefToken;
    const spec = this.node(token.node).loop as NonNullable<ProgramNode['loop']>;
    const loop = token.loop as NonNullable<RefToken['loop']>;
    loop.done += 1;
    const complete = spec.kind === 'multiInstance' && spec.completion !== undefined && this.holds(spec.completion, scope);
    const goesOn = spec.kind === 'multiInstance' ? spec.sequential : spec.condition === undefined || this.holds(spec.condition, scope);
    for (const one of scope.completed) {
      token.scope.completed.push({ ...one, index: scope.index, values: new Map([...scope.values, ...one.values]) });
    }
    this.close(scope);
    if (!complete && goesOn && loop.started < loop.total) this.openInstance(token);
    else if (complete || loop.done === loop.started) {
      this.cancelInside(token);
      this.finish(token);
    }
  }

  /** An activity is done. */
  private finish(token: RefToken, inner?: Scope): void {
    this.note(token, inner);
    this.remove(token);
    this.moves.push({ node: token.node, scope: token.scope, flow: undefined, leaves: true });
  }

  private leave(index: number, scope: Scope): void {
    const node = this.node(index);
    if (this.isInstanceOf(scope, index)) {
      this.finishInstance(scope);
      return;
    }
    const taken = this.taken(index, scope);
    if (taken === undefined) {
      this.put(index, scope).incident = true;
      return;
    }
    for (let left = node.completionQuantity ?? 1; left > 0; left--) {
      for (const flow of taken) this.moves.push({ node: this.program.flows[flow]?.target as number, scope, flow });
    }
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
    const [event] = this.node(index).events ?? [];
    if (event?.kind === 'terminate' && scope === this.root) {
      this.ended = 'terminated';
      this.tokens = [];
    } else if (event?.kind === 'terminate') this.cancelIn(scope);
    else if (event?.kind === 'error') {
      if (!this.throwError(scope)) this.put(index, scope).incident = true;
    } else if (event?.kind === 'compensate') {
      const token = this.put(index, scope);
      const undone = this.outOfEventSubProcess(scope);
      token.undoing = [{ scope: undone, todo: undone.completed.splice(0) }];
      this.undoNext(token);
    } else this.leave(index, scope);
  }

  // Errors and events

  /** From where it was thrown outward: the boundary event of the activity, then an event sub-process of the scope. Whether it was caught. */
  private throwError(from: Scope, thrower?: RefToken): boolean {
    let token = thrower;
    for (let scope: Scope | undefined = from; scope !== undefined; scope = scope.parent) {
      const at = token;
      if (at !== undefined && !this.isInstanceOf(scope, at.node)) {
        const event = (this.node(at.node).boundary ?? []).find((index) => this.eventKind(index) === 'error');
        if (event !== undefined) {
          this.boundary(at, event);
          return true;
        }
      }
      const fromEventSubProcess = at !== undefined && this.node(at.node).triggeredByEvent === true;
      const [start] = scope.index === undefined && scope.undoes === undefined && !fromEventSubProcess ? this.startsIn(scope, 'error') : [];
      if (start !== undefined) {
        this.eventSubProcess(scope, start);
        return true;
      }
      token = scope.owner;
    }
    if (thrower !== undefined) thrower.incident = true;
    return false;
  }

  private boundary(token: RefToken, event: number): void {
    const { interrupting } = this.node(event);
    this.moves.push({ node: event, scope: token.scope, flow: undefined });
    if (interrupting === false && this.eventKind(event) !== 'error') return;
    this.cancelInside(token);
    this.remove(token);
  }

  private eventSubProcess(scope: Scope, start: number): void {
    const { interrupting, scope: eventSubProcess } = this.node(start);
    if (interrupting !== false) {
      scope.interrupted = true;
      this.cancelIn(scope);
    }
    this.moves.push({ node: eventSubProcess, scope, flow: undefined });
  }

  private startsIn(scope: Scope, kind: string): readonly number[] {
    return (this.node(scope.node).eventSubProcesses ?? [])
      .flatMap((at) => this.node(at).inner ?? [])
      .filter((at) => this.node(at).kind === 'startEvent' && this.eventKind(at) === kind);
  }

  // Compensation

  private note({ node: index, scope }: RefToken, inner: Scope | undefined): void {
    const { loop } = this.node(index);
    if (loop !== undefined && !this.isInstanceOf(scope, index)) return;
    const completed = inner?.completed ?? [];
    if (this.undoneBy(index) === undefined && completed.length === 0) return;
    scope.completed.push({ node: index, index: undefined, values: inner?.values ?? new Map(), completed });
  }

  private undoneBy(index: number): number | undefined {
    const { boundary = [], eventSubProcesses = [] } = this.node(index);
    const event = boundary.find((at) => this.eventKind(at) === 'compensate');
    const starts = (at: number): boolean => (this.node(at).inner ?? []).some((inner) => this.eventKind(inner) === 'compensate');
    return event === undefined ? eventSubProcesses.find(starts) : this.node(event).compensation;
  }

  private undoNext(token: RefToken): void {
    const levels = token.undoing as NonNullable<RefToken['undoing']>;
    for (let level = levels.at(-1); level !== undefined; level = levels.at(-1)) {
      const next = level.todo.pop();
      if (next === undefined) {
        if (levels.length > 1) this.close(level.scope);
        levels.pop();
        continue;
      }
      const { node, index, values, completed } = next;
      const by = this.undoneBy(node);
      const common = { node, parent: level.scope, owner: token, undoes: true } as const;
      const scope = this.open(index === undefined ? common : { ...common, index });
      for (const [name, value] of values) scope.values.set(name, value);
      if (by !== undefined) {
        if (this.node(by).triggeredByEvent === true) scope.completed.push(...completed);
        this.moves.push({ node: by, scope, flow: undefined });
        return;
      }
      levels.push({ scope, todo: [...completed] });
    }
    this.remove(token);
    this.moves.push({ node: token.node, scope: token.scope, flow: undefined, leaves: true });
  }

  private outOfEventSubProcess(scope: Scope): Scope {
    return this.node(scope.node).triggeredByEvent === true && scope.parent !== undefined ? this.outOfEventSubProcess(scope.parent) : scope;
  }

  // Scopes and tokens

  /** Ends one scope in which nothing is left. */
  private closeScope(): boolean {
    const isUsed = (scope: Scope): boolean =>
      this.tokens.some((token) => token.scope === scope) ||
      this.scopes.some((inner) => inner.parent === scope) ||
      this.tokens.some((token) => token.undoing?.some((level) => level.scope === scope) === true);
    const scope = this.scopes.find((one) => one !== this.root && !isUsed(one));
    if (scope === undefined) return false;
    this.close(scope);
    const owner = scope.owner as RefToken;
    if (owner.undoing !== undefined) this.undoNext(owner);
    else if (this.node(owner.node).triggeredByEvent === true) this.remove(owner);
    else this.finish(owner, scope);
    return true;
  }

  private open(scope: Omit<Scope, 'values' | 'completed' | 'interrupted'>): Scope {
    const opened: Scope = { ...scope, values: new Map(), completed: [] };
    this.scopes.push(opened);
    return opened;
  }

  private close(scope: Scope): void {
    this.scopes = this.scopes.filter((one) => one !== scope);
  }

  private put(node: number, scope: Scope, flow?: number): RefToken {
    const token: RefToken = { node, scope, flow };
    this.tokens.push(token);
    return token;
  }

  private remove(token: RefToken): void {
    this.tokens = this.tokens.filter((one) => one !== token);
  }

  private cancelInside(token: RefToken): void {
    for (const scope of this.scopes.filter(({ owner }) => owner === token)) {
      this.cancelIn(scope);
      this.close(scope);
    }
  }

  private cancelIn(scope: Scope): void {
    this.moves = this.moves.filter((move) => move.scope !== scope);
    for (const token of this.tokens.filter((one) => one.scope === scope)) {
      this.cancelInside(token);
      this.remove(token);
    }
    for (const inner of this.scopes.filter(({ parent }) => parent === scope)) {
      this.cancelIn(inner);
      this.close(inner);
    }
  }

  private isInstanceOf(scope: Scope, node: number): boolean {
    return scope.index !== undefined && scope.undoes === undefined && scope.node === node;
  }

  private set(from: Scope, name: string, value: boolean): void {
    let scope = from;
    while (scope.parent !== undefined && !scope.values.has(name)) {
      if (scope.index !== undefined && this.node(scope.node).loop?.kind === 'multiInstance') break;
      scope = scope.parent;
    }
    scope.values.set(name, value);
  }

  private holds({ text }: FeelExpression, from: Scope): boolean {
    for (let scope: Scope | undefined = from; scope !== undefined; scope = scope.parent) {
      const value = scope.values.get(text);
      if (value !== undefined) return value;
    }
    return text === 'true';
  }

  private eventKind(index: number): string | undefined {
    return this.node(index).events?.[0]?.kind;
  }

  private node(index: number): ProgramNode {
    return this.program.nodes[index] as ProgramNode;
  }
}
