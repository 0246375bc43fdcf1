/**
 * The entry counts that cases of one release have come to, each text kept once for all of them: most cases go where others went before,
 * and then a step finds its text instead of making it. The nodes that a step enters, its way, are one number: digits to the base of the
 * nodes there are, as many as a number can hold. When much is kept, all of it is forgotten.
 */
import { withEntries } from './entry-counts.ts';

/** About the characters that are kept for one release, and what a text costs besides its own. */
const MUCH = 1_000_000;
const EACH = 100;

/** Where a way leads from a text, and the other ways that were gone from there: mostly none. */
interface Onward {
  readonly way: number;
  readonly text: string;
  readonly other: Onward | undefined;
}

/** The texts of one release. */
export class EntryTexts {
  private readonly base: number;
  private readonly longest: number;
  /** By the text before. */
  private readonly known = new Map<string, Onward>();
  private kept = 0;

  constructor(nodes: number) {
    this.base = nodes + 1;
    this.longest = Math.floor(Number.MAX_SAFE_INTEGER / this.base) - 1;
  }

  /** A way (0: none), and then the node `index`; only while the way has room for one more. */
  further(way: number, index: number): number {
    return way * this.base + index + 1;
  }

  hasRoom(way: number): boolean {
    return way <= this.longest;
  }

  /** The counts with one more entry for each node of a way. */
  after(entered: string, way: number): string {
    let onward = this.known.get(entered);
    while (onward !== undefined && onward.way !== way) onward = onward.other;
    return onward === undefined ? this.keep(entered, way) : onward.text;
  }

  private keep(entered: string, way: number): string {
    const indexes: number[] = [];
    for (let rest = way; rest > 0; rest = Math.floor(rest / this.base)) indexes.push((rest % this.base) - 1);
    const text = withEntries(entered, indexes);
    this.kept += text.length + EACH;
    if (this.kept > MUCH) {
      this.known.clear();
      this.kept = 0;
    }
    this.known.set(entered, { way, text, other: this.known.get(entered) });
    return text;
  }
}
