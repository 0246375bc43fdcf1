/** The work that waits in a step: nodes to enter and to leave, first come, first served. */

/** In place of a flow: the node is entered by none, or left. */
export const NO_FLOW = -1;
export const LEAVE = -2;

/** A node to enter (by a flow) or to leave, in a scope instance. */
interface Work {
  readonly node: number;
  readonly scope: number;
  readonly flow: number;
  /** The piece that waits behind it. */
  next: Work | undefined;
}

/** Pieces of work in order. The first one stands in the list itself: mostly it is the only one, and nothing is made for it. */
export class WorkList {
  /** How many pieces wait. */
  length = 0;
  /** The first piece, when one waits. */
  node = 0;
  scope = 0;
  flow: number = NO_FLOW;
  private second: Work | undefined = undefined;
  /** The last piece, when there are two or more. */
  last: Work | undefined = undefined;

  /** Puts a piece at the end. */
  add(node: number, scope: number, flow: number): void {
    this.length += 1;
    if (this.length === 1) this.begin(node, scope, flow);
    else this.link({ node, scope, flow, next: undefined });
  }

  /** Takes the first piece away: the one behind it is the first now. */
  takeFirst(): void {
    this.length -= 1;
    const { second } = this;
    if (second === undefined) return;
    this.begin(second.node, second.scope, second.flow);
    this.second = second.next;
  }

  /** Gives up what was put behind the first `length` pieces, of which `last` was the last. */
  cutTo(length: number, last: Work | undefined): void {
    this.length = length;
    this.last = last;
    if (length < 2) this.second = undefined;
    else (last as Work).next = undefined;
  }

  /** The pieces that stay: all but those in scope instances that go. */
  without(goes: (scope: number) => boolean): WorkList {
    const kept = new WorkList();
    if (this.length > 0 && !goes(this.scope)) kept.add(this.node, this.scope, this.flow);
    for (let work = this.second; work !== undefined; work = work.next) if (!goes(work.scope)) kept.add(work.node, work.scope, work.flow);
    return kept;
  }

  private begin(node: number, scope: number, flow: number): void {
    this.node = node;
    this.scope = scope;
    this.flow = flow;
  }

  private link(work: Work): void {
    if (this.second === undefined) this.second = work;
    else (this.last as Work).next = work;
    this.last = work;
  }
}
