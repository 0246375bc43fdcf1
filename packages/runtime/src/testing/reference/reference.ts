/**
 * A second opinion on how a case runs: the token game of BPMN 2.0.2, clause 13, written as plainly as possible, with nothing kept that can
 * be worked out again. Slow, without events, effects, people or expressions beyond names, counters and true/false. The property test in
 * `reference.prop.test.ts` lets it run beside the engine.
 */
import type { JsonObject, Program } from '@tongban/model';
import type { Awaited, Place, RefTimer, RefToken } from './reference-case.ts';
import { isActivity, ReferenceGame } from './reference-game.ts';
import type { RefTarget } from './reference-jumps.ts';

/** One case of a program. */
export class Reference extends ReferenceGame {
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
    this.done(token);
    this.settle();
  }

  /** Somebody is asked to sign before a task, after it, or does it in place of who has it. Whether that can be. */
  ask(task: RefToken, how: 'before' | 'after' | 'delegate'): boolean {
    return this.allowed(this.askTo(task, how));
  }

  /** Who was asked is not asked any more. Whether that can be. */
  dismiss(signer: RefToken): boolean {
    return this.allowed(this.takeBack(signer));
  }

  /** A task is sent back to a node. Whether that can be. */
  return(task: RefToken, target: number, goOn: 'steps' | 'back', since?: RefToken): boolean {
    return this.allowed(goOn === 'back' ? this.correctAt(task, target) : this.takeBackTo(task, target, since));
  }

  /** A task that was done is taken back. Whether that can be. */
  withdraw(done: RefToken, target: number): boolean {
    return this.allowed(this.takeBackDone(done, target));
  }

  /** What stands at places is moved to nodes. Whether that can be. */
  jump(from: readonly RefToken[], to: readonly RefTarget[]): boolean {
    return this.allowed(this.moveTo(from, to));
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

  private allowed(isAllowed: boolean): boolean {
    if (isAllowed) this.settle();
    return isAllowed;
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
}
