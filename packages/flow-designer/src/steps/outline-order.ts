/**
 * Which step comes before which, and where ways that split come together again. Loops back do not count as ways forward. What lies
 * behind each node is kept as one bit per node, so that an outline of hundreds of splits takes a few milliseconds.
 */
import { isFlowNode } from '../diagram/kinds.ts';
import type { DiagramElement } from '../diagram/services.ts';

/** Where the ways out of a split meet; `line` when it is one of the ways that simply goes on. */
export interface Meeting {
  readonly join?: DiagramElement;
  readonly line?: DiagramElement;
}

/** The order of the nodes of one scope. */
export class OutlineOrder {
  readonly #nodes: readonly DiagramElement[];
  readonly #ranks: ReadonlyMap<DiagramElement, number>;
  readonly #behind: readonly Uint32Array[];

  constructor(nodes: readonly DiagramElement[]) {
    this.#nodes = inOrder(nodes);
    this.#ranks = new Map(this.#nodes.map((node, rank) => [node, rank]));
    this.#behind = this.#reach();
  }

  /** Whether ways forward lead from `node` to `later`. */
  isBehind(node: DiagramElement, later: DiagramElement): boolean {
    const [from, to] = [this.#ranks.get(node), this.#ranks.get(later)];
    return from !== undefined && to !== undefined && has(this.#behind[from], to);
  }

  /**
   * Where the `lines` out of `split` come together: the first node that most of them reach, at least two. When none do and one way is
   * clearly the longest, the flow goes on along it; the others are asides that end by themselves. `passed` nodes do not count.
   */
  meetingOf(split: DiagramElement, lines: readonly DiagramElement[], passed: (node: DiagramElement) => boolean): Meeting {
    const own = this.#ranks.get(split) ?? -1;
    const heads = lines.map(({ target }) => (target === undefined ? -1 : (this.#ranks.get(target) ?? -1)));
    const ways = heads.map((head) => (head <= own || passed(this.#nodes[head] as DiagramElement) ? undefined : head));
    const sizes = ways.map(() => 0);
    let most = 1;
    let join: DiagramElement | undefined;
    for (const [rank, node] of this.#nodes.entries()) {
      if (rank <= own || passed(node)) continue;
      let count = 0;
      for (const [at, head] of ways.entries()) {
        if (head === undefined || (head !== rank && !has(this.#behind[head], rank))) continue;
        count++;
        sizes[at] = (sizes[at] as number) + 1;
      }
      if (count > most) [most, join] = [count, node];
      if (count === ways.length && count > 1) break;
    }
    if (join !== undefined) return { join };
    const longest = Math.max(...sizes);
    const line = sizes.filter((size) => size === longest).length === 1 ? lines[sizes.indexOf(longest)] : undefined;
    return line?.target === undefined || longest === 0 ? {} : { join: line.target, line };
  }

  #reach(): readonly Uint32Array[] {
    const words = Math.ceil(this.#nodes.length / 32);
    const behind = this.#nodes.map(() => new Uint32Array(words));
    for (let rank = this.#nodes.length - 1; rank >= 0; rank--) {
      const own = behind[rank] as Uint32Array;
      for (const next of followersOf(this.#nodes[rank] as DiagramElement)) {
        const to = this.#ranks.get(next);
        if (to === undefined || to <= rank) continue;
        own[to >>> 5] = (own[to >>> 5] as number) | (1 << (to & 31));
        for (const [at, bits] of (behind[to] as Uint32Array).entries()) own[at] = (own[at] as number) | bits;
      }
    }
    return behind;
  }
}

function has(bits: Uint32Array | undefined, at: number): boolean {
  return bits !== undefined && ((bits[at >>> 5] as number) & (1 << (at & 31))) !== 0;
}

// along a line that is no loop, places grow
function inOrder(nodes: readonly DiagramElement[]): readonly DiagramElement[] {
  const here = new Set(nodes);
  const found = new Set<DiagramElement>();
  const finished: DiagramElement[] = [];
  const visit = (first: DiagramElement): void => {
    const path: { readonly node: DiagramElement; readonly next: DiagramElement[] }[] = [];
    const enter = (node: DiagramElement): void => {
      found.add(node);
      path.push({ node, next: [...followersOf(node)] });
    };
    enter(first);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = top.next.pop();
      if (next === undefined) {
        finished.push(top.node);
        path.pop();
      } else if (here.has(next) && !found.has(next)) enter(next);
    }
  };
  const starts = nodes.filter((node) => node.incoming.length === 0 && node.host === undefined);
  for (const node of [...[...starts].sort(rightToLeft), ...nodes]) if (!found.has(node)) visit(node);
  return finished.reverse();
}

function followersOf(node: DiagramElement): readonly DiagramElement[] {
  const attached = (node.attachers ?? []).filter(isFlowNode);
  return [...node.outgoing.flatMap((line) => (line.type === 'bpmn:SequenceFlow' && line.target ? [line.target] : [])), ...attached];
}

function rightToLeft(a: DiagramElement, b: DiagramElement): number {
  return b.x - a.x || b.y - a.y;
}
