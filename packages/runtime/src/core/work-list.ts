/** The work that waits in a step: nodes to enter and to leave, first come, first served. */

/** In place of a flow: the node is entered by none, or left. */
export const NO_FLOW = -1;
export const LEAVE = -2;

/** A node to enter (by a flow) or to leave, in a scope instance. */
export interface Work {
  readonly node: number;
  readonly scope: number;
  readonly flow: number;
  /** The piece that waits behind it. */
  next: Work | undefined;
}

/** Pieces of work in order. */
export class WorkList {
  first: Work | undefined = undefined;
  /** The last one of those that wait; undefined when none does. */
  last: Work | undefined = undefined;

  /** Puts a piece at the end. */
  add(node: number, scope: number, flow: number): void {
    const work: Work = { node, scope, flow, next: undefined };
    if (this.last === undefined) this.first = work;
    else this.last.next = work;
    this.last = work;
  }

  /** Takes the first piece. */
  take(): Work | undefined {
    const { first } = this;
    this.first = first?.next;
    if (this.first === undefined) this.last = undefined;
    return first;
  }

  /** Gives up what was put behind a piece; behind none, all there is. */
  cutAfter(piece: Work | undefined): void {
    if (piece === undefined) this.first = undefined;
    else piece.next = undefined;
    this.last = piece;
  }

  /** The pieces that stay: all but those in scope instances that go. */
  without(goes: (scope: number) => boolean): WorkList {
    const kept = new WorkList();
    for (let work = this.first; work !== undefined; work = work.next) if (!goes(work.scope)) kept.add(work.node, work.scope, work.flow);
    return kept;
  }
}
