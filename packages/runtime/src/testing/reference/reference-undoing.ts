/** Undoing in the reference interpreter: what was completed is undone, the last first; a transaction that is cancelled is undone and left. */
import type { RefToken, Scope } from './reference-case.ts';
import { ReferenceEvents } from './reference-events.ts';

/** The case with compensation and transactions. */
export abstract class ReferenceUndoing extends ReferenceEvents {
  /** Remembers that the activity of a token is completed, when something undoes it. */
  protected note({ node: index, scope }: RefToken, inner: Scope | undefined): void {
    const { loop } = this.node(index);
    if (loop !== undefined && !this.isInstanceOf(scope, index)) return;
    const completed = inner?.completed ?? [];
    if (this.undoneBy(index) === undefined && completed.length === 0) return;
    scope.completed.push({ node: index, index: undefined, values: inner?.values ?? new Map(), completed });
  }

  /** Undoes all that was completed in the scope of a token that throws. */
  protected compensate(token: RefToken): void {
    const scope = this.outOfEventSubProcess(token.scope);
    this.undo(token, scope);
  }

  /** Cancels the innermost transaction around a scope: it stops, is undone, and is left by its cancel event. */
  protected cancelTransaction(from: Scope): void {
    let scope = from;
    while (this.node(scope.node).kind !== 'transaction' || scope.index !== undefined) scope = scope.parent as Scope;
    const token = scope.owner as RefToken;
    this.cancelIn(scope);
    this.undo(token, scope);
  }

  /** The next one that is to be undone, or the token goes on. */
  protected undoNext(token: RefToken): void {
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
    if (this.cancels(token)) this.leaveCancelled(token);
    else this.goOn(token);
  }

  private undo(token: RefToken, scope: Scope): void {
    token.undoing = [{ scope, todo: scope.completed.splice(0) }];
    this.undoNext(token);
  }

  private goOn(token: RefToken): void {
    this.remove(token);
    this.moves.push({ node: token.node, scope: token.scope, flow: undefined, leaves: true });
  }

  // Of a repeated transaction, all instances go.
  private leaveCancelled(token: RefToken): void {
    const whole = this.isInstanceOf(token.scope, token.node) ? (token.scope.owner as RefToken) : token;
    this.cancelInside(whole);
    this.remove(whole);
    const event = (this.node(whole.node).boundary ?? []).find((at) => this.eventKind(at) === 'cancel');
    if (event !== undefined) this.moves.push({ node: event, scope: whole.scope, flow: undefined });
  }

  private undoneBy(index: number): number | undefined {
    const { boundary = [], eventSubProcesses = [] } = this.node(index);
    const event = boundary.find((at) => this.eventKind(at) === 'compensate');
    const starts = (at: number): boolean => (this.node(at).inner ?? []).some((inner) => this.eventKind(inner) === 'compensate');
    return event === undefined ? eventSubProcesses.find(starts) : this.node(event).compensation;
  }

  private outOfEventSubProcess(scope: Scope): Scope {
    return this.node(scope.node).triggeredByEvent === true && scope.parent !== undefined ? this.outOfEventSubProcess(scope.parent) : scope;
  }
}
