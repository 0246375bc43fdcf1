/** Loops in the reference interpreter: instances one by one or together, what they gather, throw and vote. */
import type { Json, ProgramLoop } from '@tongban/model';
import type { RefLoop, RefToken, Scope } from './reference-case.ts';
import { ReferenceJoins } from './reference-joins.ts';
import { type Ballot, decided, GONE, resultOf } from './reference-vote.ts';

type MultiInstance = ProgramLoop & { readonly kind: 'multiInstance' };

/** The case with its loops. */
export abstract class ReferenceLoops extends ReferenceJoins {
  /** An activity is done. */
  protected abstract finish(token: RefToken): void;

  /** Opens the instances that are there at once. */
  protected beginLoop(token: RefToken): readonly Scope[] {
    const { loop } = this.node(token.node);
    if (loop === undefined) return [];
    token.loop = this.loopOf(loop, token.scope);
    if (this.isForNothing(loop, token.scope)) {
      this.endLoop(token);
      return [];
    }
    const together = loop.kind === 'multiInstance' && !loop.sequential;
    const opened: Scope[] = [];
    do opened.push(this.openInstance(token));
    while (together && token.loop.started < token.loop.total);
    return opened;
  }

  /** Whether a loop that begins here is over before its first run. */
  protected isForNothing(loop: ProgramLoop, scope: Scope): boolean {
    if (this.loopOf(loop, scope).total < 1) return true;
    return loop.kind === 'standard' && loop.testBefore && loop.condition !== undefined && !this.holds(loop.condition, scope);
  }

  private loopOf(loop: ProgramLoop, scope: Scope): RefLoop {
    const counters = { results: [], choices: new Map<number, Json>(), waived: [], started: 0, done: 0, removed: 0 };
    if (loop.kind === 'standard') return { ...counters, total: loop.maximum ?? Number.POSITIVE_INFINITY, elements: undefined, votes: [] };
    const elements = loop.collection === undefined ? undefined : [...(this.valueOf(loop.collection, scope) as readonly Json[])];
    const total = elements?.length ?? Number(loop.cardinality?.text);
    // The weight of a signer is the element, or one.
    const votes = Array.from({ length: total }, (_, index) => (loop.vote?.weight === undefined ? 1 : Number(elements?.[index])));
    return { ...counters, total, elements, votes, results: Array.from({ length: total }, () => null) };
  }

  private openInstance(token: RefToken): Scope {
    const loop = token.loop as RefLoop;
    const spec = this.node(token.node).loop;
    const scope = this.open({ node: token.node, parent: token.scope, owner: token, index: loop.started });
    const element = spec?.kind === 'multiInstance' ? spec.element : undefined;
    if (element !== undefined && loop.elements !== undefined) scope.values.set(element, loop.elements[loop.started] as Json);
    loop.started += 1;
    return scope;
  }

  protected enterInstance(scope: Scope): void {
    this.moves.push({ node: scope.node, scope, flow: undefined });
  }

  protected finishInstance(scope: Scope): void {
    const token = scope.owner as RefToken;
    const spec = this.node(token.node).loop as ProgramLoop;
    const loop = token.loop as RefLoop;
    loop.done += 1;
    if (spec.kind === 'multiInstance') {
      this.hear(spec, loop, scope);
      if (!this.throwAtEnd(spec, token, scope)) return;
    }
    const complete = spec.kind === 'multiInstance' && spec.completion !== undefined && this.holds(spec.completion, scope);
    const goesOn = spec.kind === 'multiInstance' ? spec.sequential : spec.condition === undefined || this.holds(spec.condition, scope);
    for (const one of scope.completed) {
      token.scope.completed.push({ ...one, index: scope.index, values: new Map([...scope.values, ...one.values]) });
    }
    this.close(scope);
    this.goOnWith(token, complete, goesOn);
  }

  /** Opens the next instance, or ends the loop when nothing is left to do. */
  private goOnWith(token: RefToken, complete: boolean, goesOn: boolean): void {
    const spec = this.node(token.node).loop as ProgramLoop;
    const loop = token.loop as RefLoop;
    const together = spec.kind === 'multiInstance' && !spec.sequential;
    const over =
      complete || (spec.kind === 'multiInstance' && spec.vote !== undefined && decided(spec.vote, ballotOf(spec, loop)) !== undefined);
    if (!over && goesOn && loop.started < loop.total) this.enterInstance(this.openInstance(token));
    else if (over || !together || loop.done + loop.removed === loop.total) {
      this.cancelInside(token);
      this.endLoop(token);
    }
  }

  // Signers

  /** What can be done with the signers of an instance; undefined where there is no list of them. */
  signersOf({ scope, node }: RefToken): { readonly sequential: boolean; readonly count: number; readonly upcoming: number } | undefined {
    const spec = this.node(node).loop;
    const loop = scope.owner?.loop;
    if (!this.isInstanceOf(scope, node) || spec?.kind !== 'multiInstance' || spec.element === undefined || loop === undefined)
      return undefined;
    return { sequential: spec.sequential, count: loop.total - loop.removed, upcoming: loop.total - loop.started };
  }

  /** A signer beside an instance: among the others, or before or after it in the line. */
  protected addTo({ scope }: RefToken, before: boolean, id: string, votes: number): void {
    const token = scope.owner as RefToken;
    const loop = token.loop as RefLoop;
    const { sequential } = this.node(token.node).loop as MultiInstance;
    const index = scope.index as number;
    const at = sequential ? (before ? index : index + 1) : loop.total;
    loop.elements?.splice(at, 0, id);
    loop.votes.splice(at, 0, votes);
    loop.results.splice(at, 0, null);
    loop.total += 1;
    if (sequential && !before) return;
    if (sequential) {
      this.cancelIn(scope);
      this.close(scope);
      loop.started = index;
    }
    this.enterInstance(this.openInstance(token));
  }

  /** An open instance is taken away. */
  protected drop({ scope }: RefToken): void {
    this.dropInstance(scope);
  }

  private dropInstance(scope: Scope): void {
    this.cancelIn(scope);
    this.close(scope);
    this.countGone(scope);
  }

  /** An instance that was taken away is one less. */
  protected countGone(scope: Scope): void {
    const token = scope.owner as RefToken;
    const loop = token.loop as RefLoop;
    loop.removed += 1;
    loop.choices.set(scope.index as number, GONE);
    this.goOnWith(token, false, (this.node(token.node).loop as MultiInstance).sequential);
  }

  /** The last of those still to come is taken away; what is certain then is decided. */
  protected dropLast({ scope }: RefToken): void {
    const token = scope.owner as RefToken;
    const loop = token.loop as RefLoop;
    const spec = this.node(token.node).loop as MultiInstance;
    loop.total -= 1;
    loop.elements?.pop();
    loop.results.pop();
    const votes = loop.votes.pop() as number;
    if (spec.vote?.removed === 'abstain') loop.waived.push(votes);
    if (spec.vote === undefined || decided(spec.vote, ballotOf(spec, loop)) === undefined) return;
    this.cancelInside(token);
    this.endLoop(token);
  }

  private hear({ result, vote }: MultiInstance, loop: RefLoop, scope: Scope): void {
    if (result !== undefined) loop.results[scope.index as number] = this.valueOf(result, scope);
    if (vote?.choice !== undefined) loop.choices.set(scope.index as number, this.valueOf(vote.choice, scope));
  }

  /** Throws what instances throw as they end; false when the whole is gone by that. */
  private throwAtEnd({ throws = [] }: MultiInstance, token: RefToken, scope: Scope): boolean {
    for (const { when, condition, event } of throws) {
      const isThrown = when === 'first' ? token.loop?.done === 1 : condition === undefined || this.holds(condition, scope);
      if (isThrown && event.kind === 'signal') this.reachAll();
      if (isThrown && event.kind === 'escalation') this.throwOutward(event, scope);
      if (!this.tokens.includes(token)) return false;
    }
    return true;
  }

  private endLoop(token: RefToken): void {
    const spec = this.node(token.node).loop;
    const loop = token.loop as RefLoop;
    if (spec?.kind === 'multiInstance' && spec.results !== undefined) this.set(token.scope, spec.results, loop.results);
    if (spec?.kind === 'multiInstance' && spec.vote !== undefined)
      this.set(token.scope, spec.vote.result, resultOf(spec.vote, ballotOf(spec, loop)));
    this.finish(token);
  }
}

function ballotOf({ vote }: MultiInstance, { votes, choices, waived }: RefLoop): Ballot {
  const all = votes.map((each, index) => ({ votes: each, choice: choices.get(index) }));
  if (vote?.removed !== 'abstain') return all.filter(({ choice }) => choice !== GONE);
  return [...all, ...waived.map((each) => ({ votes: each, choice: GONE }))];
}
