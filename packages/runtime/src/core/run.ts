/**
 * One step under way: a private draft of the case, the work that is still to do, and the facts and effects gathered so far.
 * The state handed in is never touched; a list is copied when it is first changed. Nodes to enter and leave wait in a work list,
 * so that a long way through a flow needs no deep stack, and the order is always the same: first come, first served.
 */
import type { FeelEnvironment, PreparedExpression } from '@tongban/feel';
import { type FormValues, isJsonObject, isSafeName, type Json, type JsonObject } from '@tongban/model';
import type { CaseCommand, CommandValues } from './command.ts';
import type { Draft } from './draft.ts';
import type { CaseEffect } from './effect.ts';
import type { Way } from './entry-texts.ts';
import type { CaseEvent } from './event.ts';
import { indexOfId } from './index-of-id.ts';
import { findName } from './lookup.ts';
import type { Abilities, PartName } from './parts/part.ts';
import type { PreparedNode, PreparedRelease } from './prepared.ts';
import { fault, raise } from './raise.ts';
import type { StepResult } from './result.ts';
import type { CaseState, IncidentState, LoopState, ScopeInstance, SubscriptionState, Token } from './state.ts';
import { LEAVE, NO_FLOW, WorkList } from './work-list.ts';

/** Lists up to this length are made at their exact length. */
const FEW = 4;

/** Up to this id, a token that is nothing but somewhere is made once for all cases of a release. */
const USUAL_IDS = 64;

/** Lists longer than this are changed in place where that is allowed, and copied by the machine's own means. */
const MANY_ENTRIES = 32;

type ListName =
  | 'scopes'
  | 'loops'
  | 'completed'
  | 'compensations'
  | 'resets'
  | 'jobs'
  | 'timers'
  | 'subscriptions'
  | 'clocks'
  | 'incidents';

/** One step under way. */
export class Run implements FeelEnvironment {
  readonly prepared: PreparedRelease;
  readonly command: CaseCommand;
  readonly offsetMinutes: number;
  /** The present of the step; while a case is entered afterwards, an instant of its past. */
  now: number;
  /** The draft. Lists in it are changed only through the methods of this class. */
  readonly draft: Draft;
  // No list is made before there are two.
  private firstEvent: CaseEvent | undefined = undefined;
  private firstEffect: CaseEffect | undefined = undefined;
  private allEvents: CaseEvent[] | undefined = undefined;
  private allEffects: CaseEffect[] | undefined = undefined;
  work: WorkList = new WorkList();
  /** Nested scope instances that may have become empty. */
  emptied: number[] | undefined = undefined;
  /** Set while a return is carried out: the task to open gets this note. */
  returnTo: { readonly node: number; readonly note?: Token['returned']; readonly assignee?: Token['assignee'] | undefined } | undefined =
    undefined;
  /** Names that changed, and ids of conditions that were armed, since conditions were last asked. */
  changed: Set<string | number> | undefined = undefined;
  /** The results of a loop, when this step has made them: they are changed in place. */
  freshResults: Json[] | undefined = undefined;
  /** Title and key are to be worked out again. */
  headIsStale = false;
  private ownsTokens = false;
  private tokensGrew = false;
  /** The nodes that were entered and are not counted yet. */
  private way: Way;
  private owned: ListName[] | undefined = undefined;
  private lookupScope = 0;
  private lookup: ((name: string) => Json | undefined) | undefined = undefined;

  constructor(prepared: PreparedRelease, draft: Draft, command: CaseCommand) {
    this.prepared = prepared;
    this.command = command;
    this.offsetMinutes = prepared.calendar.offsetMinutes;
    this.now = command.now;
    this.draft = draft;
    this.way = prepared.entryTexts.start;
  }

  /** What a part of the step can do; one that is not loaded is a fault, never silence. */
  part<Name extends PartName>(name: Name): Abilities[Name] {
    const found = this.prepared.parts.abilities[name];
    if (found === undefined) throw fault('RUNTIME_PART_MISSING', { what: this.draft.caseId, parts: [name] });
    return found as Abilities[Name];
  }

  node(index: number): PreparedNode {
    return this.prepared.nodes[index] as PreparedNode;
  }

  nextId(): number {
    this.draft.lastId += 1;
    return this.draft.lastId;
  }

  nextSeq(): number {
    this.draft.seq += 1;
    return this.draft.seq;
  }

  /** Something happened. */
  note(event: CaseEvent): void {
    if (this.firstEvent === undefined) this.firstEvent = event;
    else this.allEvents = this.allEvents === undefined ? [this.firstEvent, event] : withOneMore(this.allEvents, event);
  }

  /** Something is for the shell to do. */
  order(effect: CaseEffect): void {
    if (this.firstEffect === undefined) this.firstEffect = effect;
    else this.allEffects = this.allEffects === undefined ? [this.firstEffect, effect] : withOneMore(this.allEffects, effect);
  }

  // Work

  /** Enters `node` in a scope instance later in this step. */
  enterLater(node: number, scope: number, flow: number = NO_FLOW): void {
    this.work.add(node, scope, flow);
  }

  /** Leaves `node` in a scope instance later in this step. */
  leaveLater(node: number, scope: number): void {
    this.work.add(node, scope, LEAVE);
  }

  /** Takes every outgoing flow that its condition allows (13.3.1: an implicit parallel or inclusive split). */
  takeOutgoing(node: PreparedNode, scope: number): void {
    const { outgoing } = node;
    if (outgoing.length === 0) {
      this.tokenEnded(scope);
      return;
    }
    if (node.unconditional) {
      for (let at = 0; at < outgoing.length; at++) {
        const flow = outgoing[at] as PreparedNode['outgoing'][number];
        this.work.add(flow.target, scope, flow.index);
      }
      return;
    }
    takeConditional(this, node, scope);
  }

  /** A token ended in a scope instance, which may now be empty. */
  tokenEnded(scope: number): void {
    if (scope === 0) return;
    this.emptied ??= [];
    this.emptied.push(scope);
  }

  noFlowTaken(node: PreparedNode): Error {
    const flows = node.outgoing.map((flow) => flow.name ?? flow.id);
    return raise('RUNTIME_NO_FLOW_TAKEN', { nodeId: node.id, nodeName: node.name, flows });
  }

  /** Counts that a node was entered. */
  countEntry(index: number): void {
    this.way = this.way.further[index] ?? this.newWay(index);
  }

  private newWay(index: number): Way {
    const { entryTexts } = this.prepared;
    if (!entryTexts.hasRoom(this.way)) this.countWay();
    return entryTexts.further(this.way, index);
  }

  private countWay(): void {
    const { entryTexts } = this.prepared;
    if (this.way.indexes.length === 0) return;
    this.draft.entered = entryTexts.after(this.draft.entered, this.way);
    this.way = entryTexts.start;
  }

  // Tokens

  /** Puts a token at a node. */
  addToken(token: Token): Token {
    const { tokens } = this.draft;
    if (tokens.length < FEW) this.setTokens(withOneMore(tokens as Token[], token));
    else {
      this.ownTokens().push(token);
      this.tokensGrew = true;
    }
    return token;
  }

  /** Puts a new token at a node. */
  standAt({ index, usualTokens }: PreparedNode, scope: number): Token {
    const id = this.nextId();
    if (scope !== 0 || id > USUAL_IDS) return this.addToken({ id, node: index, scope });
    usualTokens[id] ??= { id, node: index, scope };
    return this.addToken(usualTokens[id]);
  }

  removeToken(id: number): void {
    const { tokens } = this.draft;
    const at = indexOfId(tokens, id);
    if (at < 0) return;
    if (this.ownsTokens && tokens.length > MANY_ENTRIES) (tokens as Token[]).splice(at, 1);
    else this.setTokens(without(tokens, at));
  }

  replaceToken(token: Token): Token {
    const tokens = this.ownTokens();
    tokens[indexOfId(tokens, token.id)] = token;
    return token;
  }

  token(id: number): Token | undefined {
    const at = indexOfId(this.draft.tokens, id);
    return at < 0 ? undefined : this.draft.tokens[at];
  }

  setTokens(tokens: Token[]): void {
    this.draft.tokens = tokens;
    this.ownsTokens = true;
  }

  private ownTokens(): Token[] {
    if (!this.ownsTokens) {
      this.draft.tokens = this.draft.tokens.slice();
      this.ownsTokens = true;
    }
    return this.draft.tokens as Token[];
  }

  // The other lists

  scope(id: number): ScopeInstance | undefined {
    return byId(this.draft.scopes, id);
  }

  /** The scope instance of one instance of a multi-instance activity, when `scope` is one of `node`. */
  instanceOf(node: PreparedNode, scope: number): ScopeInstance | undefined {
    if (scope === 0 || node.loop === undefined) return undefined;
    const instance = this.scope(scope);
    return instance?.index !== undefined && instance.node === node.index ? instance : undefined;
  }

  loop(token: number): LoopState | undefined {
    return this.draft.loops?.find((loop) => loop.token === token);
  }

  incidentAt(token: number): IncidentState | undefined {
    return this.draft.incidents?.find((incident) => incident.token === token);
  }

  /** Puts an entry at the end of a list. */
  add<Name extends ListName>(name: Name, entry: NonNullable<CaseState[Name]>[number]): void {
    const draft = this.draft as Record<ListName, readonly unknown[] | undefined>;
    const list = draft[name] ?? [];
    if (list.length < FEW) draft[name] = withOneMore(list as unknown[], entry);
    else this.own(name).push(entry);
  }

  replaceScope(scope: ScopeInstance): void {
    const scopes = this.own('scopes') as ScopeInstance[];
    scopes[indexOfId(scopes, scope.id)] = scope;
  }

  replaceSubscription(subscription: SubscriptionState): void {
    const subscriptions = this.own('subscriptions') as SubscriptionState[];
    subscriptions[indexOfId(subscriptions, subscription.id)] = subscription;
  }

  removeScope(id: number): void {
    const scopes = this.own('scopes') as ScopeInstance[];
    const at = indexOfId(scopes, id);
    if (at >= 0) scopes.splice(at, 1);
    if (scopes.length === 0) this.setList('scopes', scopes);
  }

  replaceLoop(loop: LoopState): void {
    const loops = this.own('loops') as LoopState[];
    loops[loops.findIndex(({ token }) => token === loop.token)] = loop;
  }

  /** Puts other lists in place; an empty one is left out of the state. */
  setList<Name extends ListName>(name: Name, list: NonNullable<CaseState[Name]>): void {
    (this.draft as Record<ListName, unknown>)[name] = list.length === 0 ? undefined : list;
    this.owned = this.owned?.filter((owned) => owned !== name);
  }

  /** Takes from a list what `goes`, and gives it back. */
  takeFrom<Name extends ListName>(
    name: Name,
    goes: (entry: NonNullable<CaseState[Name]>[number]) => boolean,
  ): NonNullable<CaseState[Name]>[number][] {
    type Entry = NonNullable<CaseState[Name]>[number];
    const list = this.draft[name] as readonly Entry[] | undefined;
    if (list === undefined || !list.some(goes)) return [];
    const taken: Entry[] = [];
    const kept: Entry[] = [];
    for (const entry of list) (goes(entry) ? taken : kept).push(entry);
    this.setList(name, kept as unknown as NonNullable<CaseState[Name]>);
    return taken;
  }

  private own(name: ListName): unknown[] {
    this.owned ??= [];
    const draft = this.draft as Record<ListName, readonly unknown[] | undefined>;
    if (!this.owned.includes(name)) {
      draft[name] = draft[name]?.slice() ?? [];
      this.owned.push(name);
    }
    return draft[name] as unknown[];
  }

  // Values

  /** The value of an expression in a scope instance. */
  evaluate(expression: PreparedExpression, scope: number): Json {
    this.lookupScope = scope;
    return expression.evaluate(this.lookupIn(), this);
  }

  /** Whether a condition holds in a scope instance: only when its value is true. */
  test(expression: PreparedExpression, scope: number): boolean {
    this.lookupScope = scope;
    return expression.test(this.lookupIn(), this);
  }

  /** The same, with names that only this condition may read. */
  testGiven(expression: PreparedExpression, scope: number, given: JsonObject): boolean {
    const outer = this.lookupIn(scope);
    return expression.test((name) => (Object.hasOwn(given, name) ? given[name] : outer(name)), this);
  }

  lookupIn(scope: number = this.lookupScope): (name: string) => Json | undefined {
    this.lookupScope = scope;
    this.lookup ??= (name) => findName(this.prepared, this.draft, this.lookupScope, name);
    return this.lookup;
  }

  /**
   * Sets a variable (VR1): the nearest scope instance outward that has it, at most up to the instance of a multi-instance activity;
   * where none has it, that instance, else the process (a called one is a scope instance as well). A name that is a form's key sets the form's values.
   */
  setVariable(scope: number, name: string, value: Json, node: PreparedNode): void {
    if (this.prepared.heeded.has(name)) {
      if (this.prepared.formKeys.has(name)) {
        if (!isJsonObject(value)) throw raise('RUNTIME_FORM_VALUE_INVALID', { nodeId: node.id, nodeName: node.name, form: name });
        this.setForm(name, value, node.id);
        return;
      }
      this.noteChange(name);
    }
    const target = scope === 0 ? undefined : variableScope(this, scope, name);
    if (target === undefined) this.draft.variables = withEntry(this.draft.variables, name, value);
    else this.replaceScope({ ...target, variables: withEntry(target.variables, name, value) });
  }

  /** Replaces the values of a form. */
  setForm(key: string, values: JsonObject, nodeId?: string): void {
    this.noteChange(key);
    const version = (this.draft.data[key]?.version ?? 0) + 1;
    this.draft.data = withEntry(this.draft.data, key, { version, values });
    this.note({ kind: 'dataChanged', seq: this.nextSeq(), at: this.now, by: this.command.actor, form: key, version, nodeId });
  }

  /**
   * Takes over what a command brings: fields of forms, in the order of their keys, because a command may be kept with its names in another
   * order (VR4); and variables. Both are JSON, which inherits no names.
   */
  setValues({ data, variables }: CommandValues, scope: number, node: PreparedNode): void {
    if (data !== undefined) {
      const keys = Object.keys(data);
      if (keys.length > 1) keys.sort();
      for (const key of keys) {
        const before = this.draft.data[key]?.values;
        const patch = data[key] as FormValues;
        this.setForm(key, before === undefined ? patch : { ...before, ...patch }, node.id);
      }
    }
    if (variables !== undefined) {
      for (const name in variables) this.setVariable(scope, name, variables[name] as Json, node);
    }
  }

  /** Works out title and key again when something they read has changed. */
  refreshHead(): void {
    if (!this.headIsStale) return;
    this.headIsStale = false;
    const { title, key } = this.prepared;
    if (title !== undefined) this.draft.title = asText(this.evaluate(title, 0));
    if (key !== undefined) this.draft.key = asText(this.evaluate(key, 0));
  }

  /** Notes that something that is heeded has changed: what title and key read, or conditions (or that a condition was armed, by its id). */
  noteChange(what: string | number): void {
    if (typeof what === 'string' && this.prepared.headReads.has(what)) this.headIsStale = true;
    if (!this.prepared.asksConditions) return;
    this.changed ??= new Set();
    this.changed.add(what);
  }

  /** The case as the step leaves it, and what came of it. A list that grew gives back its spare capacity: a case may wait for months. */
  settle(): StepResult {
    const { draft: state } = this;
    if (this.tokensGrew) state.tokens = state.tokens.slice();
    this.countWay();
    return {
      state,
      events: this.allEvents ?? only(this.firstEvent),
      effects: this.allEffects ?? only(this.firstEffect),
    };
  }
}

function takeConditional(run: Run, node: PreparedNode, scope: number): void {
  const taken = node.outgoing.filter((flow) => flow !== node.default && (flow.condition === undefined || run.test(flow.condition, scope)));
  const conditional = taken.some((flow) => flow.condition !== undefined);
  if (!conditional && node.default !== undefined) taken.push(node.default);
  if (taken.length === 0) throw run.noFlowTaken(node);
  for (const flow of taken) run.enterLater(flow.target, scope, flow.index);
}

function variableScope(run: Run, scope: number, name: string): ScopeInstance | undefined {
  let at = scope;
  while (at !== 0) {
    const instance = run.scope(at) as ScopeInstance;
    if (Object.hasOwn(instance.variables, name) || run.node(instance.node).spec.scope < 0) return instance;
    if (instance.index !== undefined && run.node(instance.node).loop?.kind !== 'standard') return instance;
    at = instance.parent;
  }
  return undefined;
}

function only<Entry>(entry: Entry | undefined): readonly Entry[] {
  return entry === undefined ? [] : [entry];
}

/** A list with one more entry. A short one is made anew at its exact length: room to grow in would mostly stay empty. */
function withOneMore<Entry>(list: Entry[], entry: Entry): Entry[] {
  switch (list.length) {
    case 0:
      return [entry];
    case 1:
      return [list[0] as Entry, entry];
    case 2:
      return [list[0] as Entry, list[1] as Entry, entry];
    case 3:
      return [list[0] as Entry, list[1] as Entry, list[2] as Entry, entry];
    default:
      list.push(entry);
      return list;
  }
}

/** A copy of the exact length, without one entry. */
function without(list: readonly Token[], gone: number): Token[] {
  if (list.length > MANY_ENTRIES) {
    const copy = list.slice();
    copy.splice(gone, 1);
    return copy;
  }
  const kept = new Array<Token>(list.length - 1);
  for (let at = 0; at < gone; at++) kept[at] = list[at] as Token;
  for (let at = gone + 1; at < list.length; at++) kept[at - 1] = list[at] as Token;
  return kept;
}

/** A copy with one entry set. Copying first and setting then is several times quicker than a computed key. */
function withEntry<Value>(entries: Readonly<Record<string, Value>>, name: string, value: Value): Readonly<Record<string, Value>> {
  if (entries[name] === value) return entries;
  if (!isSafeName(name)) throw raise('RUNTIME_NAME_NOT_SAFE', { name: name.slice(0, 200) });
  const copy: Record<string, Value> = { ...entries };
  copy[name] = value;
  return copy;
}

function byId<Entry extends { readonly id: number }>(list: readonly Entry[] | undefined, id: number): Entry | undefined {
  if (list === undefined) return undefined;
  const at = indexOfId(list, id);
  return at < 0 ? undefined : list[at];
}

function asText(value: Json): string | undefined {
  if (value === null) return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
