/** What the reference interpreter knows of a case: where its tokens are, the scopes they are in, what these hold, and which timers run. */
import type { FeelExpression, Json, Program, ProgramEvent, ProgramNode } from '@tongban/model';

/** A scope: a process, the inside of a sub-process, one instance of a loop, or what undoes an activity. */
export interface Scope {
  readonly node: number;
  readonly parent: Scope | undefined;
  /** The token it belongs to. */
  readonly owner: RefToken | undefined;
  readonly index?: number;
  readonly undoes?: true;
  readonly values: Map<string, Json>;
  /** Activities completed in it that can be undone, in order. */
  readonly completed: Completed[];
  /** Complex gateways that were activated, with the flows whose tokens did so. */
  readonly resets: Map<number, readonly number[]>;
  /** An event sub-process interrupted it: no other can. */
  interrupted?: true;
  /** An ad-hoc sub-process: something was done in it; nothing more is begun. */
  done?: true;
  closing?: true;
}

/** An activity that was completed and can be undone. */
export interface Completed {
  readonly node: number;
  readonly index: number | undefined;
  readonly values: ReadonlyMap<string, Json>;
  readonly completed: readonly Completed[];
}

/** A token that waits. */
export interface RefToken {
  readonly node: number;
  readonly scope: Scope;
  readonly flow: number | undefined;
  /** Counters of a loop, when it stands for the whole. */
  loop?: RefLoop;
  /** What a compensation event, or a transaction that is cancelled, still has to undo. */
  undoing?: { readonly scope: Scope; readonly todo: Completed[] }[];
  /** It could not come, or leave; or its work failed. */
  incident?: 'enter' | 'leave' | 'job';
  /** Its number among all tokens there ever were: the smaller, the older. */
  readonly age: number;
  /** Somebody was asked to do it for another task. */
  readonly asked?: Asked;
  /** How many sign after it, and that it is done itself. */
  after?: number;
  signed?: true;
}

/** Why a task stands beside another one. */
export interface Asked {
  readonly task: RefToken;
  readonly how: 'before' | 'after' | 'delegate' | 'return';
}

/** A loop under way. */
export interface RefLoop {
  total: number;
  readonly elements: Json[] | undefined;
  /** By instance: what it gave, its votes, and what it chose once it was heard, or that it was taken away. */
  readonly results: Json[];
  readonly votes: number[];
  readonly choices: Map<number, Json>;
  /** Votes of signers who were taken away before their turn, and count as abstaining. */
  readonly waived: number[];
  started: number;
  done: number;
  removed: number;
}

/** A message, signal, timer or condition that is waited for, by a token or a scope. */
export interface Awaited {
  readonly event: number;
  /** Which of its definitions. */
  readonly which: number;
  readonly owner: RefToken | Scope;
}

/** A condition that is waited for. */
export interface RefCondition extends Awaited {
  readonly condition: FeelExpression;
  /** It held when it was asked last. */
  held: boolean;
}

/** A timer that runs. */
export interface RefTimer extends Awaited {
  readonly dueAt: number;
  /** Of a cycle: how often it still comes, and the period. */
  readonly left: number;
  readonly period: number;
}

/** A node in a scope. */
export interface Place {
  readonly node: number;
  readonly scope: Scope;
}

/** Something that is still to be done in this step. */
export interface Move {
  readonly node: number;
  readonly scope: Scope;
  readonly flow: number | undefined;
  readonly leaves?: true;
}

/** From a scope down to a node: the activities in one another that hold it, and itself. */
export type Way = readonly number[];

const DAY_MS = 86_400_000;

/** The case, with nothing of the game in it. */
export abstract class ReferenceCase {
  ended: string | undefined = undefined;
  tokens: RefToken[] = [];
  scopes: Scope[];
  /** The present. */
  now: number;
  protected readonly program: Program;
  protected readonly root: Scope;
  protected moves: Move[] = [];
  /** The nodes that the case has come to. */
  protected readonly seen: Set<number> = new Set();
  private born = 0;
  private running: RefTimer[] = [];
  private heard: Awaited[] = [];
  private asked: RefCondition[] = [];
  /** Of events that need all of several things: what came. */
  private came: Awaited[] = [];

  protected constructor(program: Program, now: number) {
    this.program = program;
    this.now = now;
    this.root = {
      ...{ node: program.processes[0] as number, parent: undefined, owner: undefined },
      ...{ values: new Map(), completed: [], resets: new Map() },
    };
    this.scopes = [this.root];
  }

  /** A key that says where a scope is: the nodes, instances and twins (of one node, in order of opening) around it. */
  pathOfScope(scope: Scope): string {
    const { node, parent, index = '', undoes } = scope;
    const twins = this.scopes.filter((one) => one.parent === parent && one.node === node && one.index === scope.index);
    const around = parent === undefined ? '' : this.pathOfScope(parent);
    return `${around}/${this.node(node).id}${index}${undoes === true ? '~' : ''}#${twins.indexOf(scope)}`;
  }

  /** The timers that run: of what is still there and may still be interrupted. */
  get timers(): readonly RefTimer[] {
    return this.running.filter((timer) => this.isOpen(timer));
  }

  /** Who waits for a signal, in the order in which they began to. */
  protected get listeners(): readonly Awaited[] {
    return this.heard.filter((one) => this.isOpen(one));
  }

  /** The conditions that are waited for, in the order in which they began to be. */
  protected get conditions(): readonly RefCondition[] {
    return this.asked.filter((one) => this.isOpen(one));
  }

  /** Whether it is still waited for. */
  protected isOpen(one: Awaited): boolean {
    const { owner } = one;
    if (this.came.some((other) => isSame(other, one) && other.which === one.which)) return false;
    return 'values' in owner ? this.listens(owner) : this.tokens.includes(owner) && !this.cancels(owner);
  }

  /** One thing came; whether that is all that its event waits for. One that goes on waiting then waits for all again. */
  protected isComplete(one: Awaited): boolean {
    const { parallel, interrupting } = this.node(one.event);
    const definitions = this.definitions(one.event);
    if (parallel !== true || definitions.length < 2) return true;
    this.came.push(one);
    if (this.came.filter((other) => isSame(other, one)).length < definitions.length) return false;
    this.came = this.came.filter((other) => !isSame(other, one));
    this.running = this.running.filter((other) => !isSame(other, one));
    this.heard = this.heard.filter((other) => !isSame(other, one));
    this.asked = this.asked.filter((other) => !isSame(other, one));
    if (interrupting === false) this.arm(one.event, one.owner);
    return true;
  }

  /** Nothing that a scope waits for is waited for any more. */
  protected forget(scope: Scope): void {
    const isOther = ({ owner }: Awaited): boolean => owner !== scope;
    this.came = this.came.filter(isOther);
    this.running = this.running.filter(isOther);
    this.heard = this.heard.filter(isOther);
    this.asked = this.asked.filter(isOther);
  }

  /** What came before it was waited for does not come: a date that is over, a condition that holds. */
  protected waitForNext(scope: Scope): void {
    const isOver = ({ owner, dueAt }: RefTimer): boolean => owner === scope && dueAt <= this.now;
    this.came.push(...this.running.filter(isOver));
    this.running = this.running.filter((timer) => !isOver(timer));
    for (const one of this.asked) if (one.owner === scope) one.held = this.holds(one.condition, scope);
  }

  // Timers

  protected arm(event: number, owner: RefToken | Scope): void {
    for (const [which, definition] of this.definitions(event).entries()) this.armOne({ event, owner, which }, definition);
  }

  private armOne(one: Awaited, definition: ProgramEvent): void {
    if (definition.kind === 'signal') this.heard.push(one);
    if (definition.kind === 'conditional') this.asked.push({ ...one, condition: definition.condition, held: false });
    if (definition.kind !== 'timer' || definition.timer === 'limit') return;
    const text = String(JSON.parse(definition.value.text));
    const [, times, days] = /^(?:R(\d*)\/)?P(\d+)D$/.exec(text) ?? [];
    const period = Number(days ?? 0) * DAY_MS;
    const dueAt = days === undefined ? Date.parse(text) : this.now + period;
    const again = times === '' ? Number.POSITIVE_INFINITY : Number(times ?? 1) - 1;
    this.running.push({ ...one, dueAt, left: again, period });
  }

  /** The timer came: it is gone, or set again. */
  protected ring(timer: RefTimer): void {
    const { dueAt, period, left } = timer;
    this.now = Math.max(this.now, dueAt);
    this.running = this.running.filter((one) => one !== timer);
    if (left > 0 && this.node(timer.event).parallel !== true) this.running.push({ ...timer, dueAt: dueAt + period, left: left - 1 });
  }

  // Scopes and tokens

  /** Whether what a scope waits for may still come. */
  protected listens(scope: Scope): boolean {
    return this.scopes.includes(scope) && scope.interrupted !== true && !(scope.owner !== undefined && this.cancels(scope.owner));
  }

  /** Whether it is at a transaction that is being cancelled. */
  protected cancels({ node, undoing }: RefToken): boolean {
    return undoing !== undefined && this.node(node).kind === 'transaction';
  }

  protected open(scope: Pick<Scope, 'node' | 'parent' | 'owner' | 'index' | 'undoes'>): Scope {
    const opened: Scope = { ...scope, values: new Map(), completed: [], resets: new Map() };
    this.scopes.push(opened);
    return opened;
  }

  protected close(scope: Scope): void {
    this.scopes = this.scopes.filter((one) => one !== scope);
  }

  protected put(node: number, scope: Scope, flow?: number, asked?: Asked): RefToken {
    this.born += 1;
    const token: RefToken = { node, scope, flow, age: this.born, ...(asked === undefined ? {} : { asked }) };
    this.tokens.push(token);
    return token;
  }

  /** A token is gone, and what others were asked for it. */
  protected remove(token: RefToken): void {
    this.tokens = this.tokens.filter((one) => one !== token);
    for (const other of this.tokens.filter(({ asked }) => asked?.task === token)) this.remove(other);
  }

  protected cancelInside(token: RefToken): void {
    for (const scope of this.scopes.filter(({ owner }) => owner === token)) {
      this.cancelIn(scope);
      this.close(scope);
    }
  }

  protected cancelIn(scope: Scope): void {
    this.moves = this.moves.filter((move) => move.scope !== scope);
    scope.resets.clear();
    for (const token of this.tokens.filter((one) => one.scope === scope)) {
      this.cancelInside(token);
      this.remove(token);
    }
    for (const inner of this.scopes.filter(({ parent }) => parent === scope)) {
      this.cancelIn(inner);
      this.close(inner);
    }
  }

  protected isInstanceOf(scope: Scope, node: number): boolean {
    return scope.index !== undefined && scope.undoes === undefined && scope.node === node;
  }

  // Values

  protected set(from: Scope, name: string, value: Json): void {
    let scope = from;
    while (scope.parent !== undefined && !scope.values.has(name) && !this.isProcess(scope)) {
      if (scope.index !== undefined && this.node(scope.node).loop?.kind === 'multiInstance') break;
      scope = scope.parent;
    }
    scope.values.set(name, value);
  }

  /** What the name of a variable, or a number or list as it is written, stands for. */
  protected valueOf({ text }: FeelExpression, from: Scope): Json {
    return /^\w+$/.test(text) ? (this.visible(from).get(text) ?? null) : JSON.parse(text);
  }

  /** Whether a condition holds: the name of a variable, `true`, or a number that is at least so much. `given`: what only it may read. */
  protected holds({ text }: FeelExpression, from: Scope, given: Readonly<Record<string, number | boolean>> = {}): boolean {
    const [, counted, least] = /^(\w+) >= (\d+)$/.exec(text) ?? [];
    if (counted !== undefined) return Number(given[counted]) >= Number(least);
    if (given[text] !== undefined) return given[text] === true;
    return (this.visible(from).get(text) ?? text === 'true') === true;
  }

  /** What can be read in a scope: its own values and those around it, up to the process that runs. */
  protected visible(from: Scope): ReadonlyMap<string, Json> {
    const outer = from.parent === undefined || this.isProcess(from) ? [] : this.visible(from.parent);
    return new Map([...outer, ...from.values]);
  }

  protected isProcess({ node }: Scope): boolean {
    return this.node(node).kind === 'process';
  }

  // The program

  protected eventKind(index: number): string | undefined {
    return this.definitions(index)[0]?.kind;
  }

  protected definitions(index: number): readonly ProgramEvent[] {
    return this.node(index).events ?? [];
  }

  protected node(index: number): ProgramNode {
    return this.program.nodes[index] as ProgramNode;
  }
}

function isSame(one: Awaited, other: Awaited): boolean {
  return one.event === other.event && one.owner === other.owner;
}
