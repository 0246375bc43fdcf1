/**
 * The entry counts that cases of one release have come to, each text kept once for all of them: most cases go where others went before,
 * and then a step finds its text instead of making it. The nodes that a step enters, its way, are one number: digits to the base of the
 * nodes there are, as many as a number can hold. When much is kept, all of it is forgotten.
 */
import { withEntries } from './entry-counts.ts';

/** About the characters that are kept for one release, and what a text costs besides its own. */
const MUCH = 1_000_000;
const EACH = 100;

/** The texts of one release. */
export class EntryTexts {
  private readonly base: number;
  private readonly longest: number;
  /** By the text before, then by way. */
  private readonly known = new Map<string, Map<number, string>>();
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
    return this.known.get(entered)?.get(way) ?? this.keep(entered, way);
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
    const ways = this.known.get(entered) ?? new Map<number, string>();
    this.known.set(entered, ways.set(way, text));
    return text;
  }
}
