/**
 * The entry counts that cases of one release have come to, each text kept once for all of them: most cases go where others went before,
 * and then a step finds its text instead of making it. The ways that steps go through the nodes are kept as a tree, and each way keeps
 * the texts that it led from and to. When much is kept, all of it is forgotten.
 */
import { withEntries } from './entry-counts.ts';

/** About the characters that are kept for one release, and what a way or a text costs besides its own. */
const MUCH = 1_000_000;
const EACH = 300;

/** Ways of more nodes are counted in pieces. */
const LONGEST = 16;

/** The nodes that a step entered, in order. */
export interface Way {
  readonly indexes: readonly number[];
  /** By the index of a node: this way, and then that node. */
  readonly further: (Way | undefined)[];
  /** The texts that it led to, by the text before; and the last of these: mostly it is asked for again. */
  readonly texts: Map<string, string>;
  from: string | undefined;
  to: string;
}

/** The texts of one release. */
export class EntryTexts {
  /** Where every way begins. */
  start: Way = wayThrough([]);
  private size = 0;

  hasRoom(way: Way): boolean {
    return way.indexes.length < LONGEST;
  }

  /** A way that has room, and then the node `index`. */
  further(way: Way, index: number): Way {
    way.further[index] ??= this.kept(wayThrough([...way.indexes, index]), 0);
    return way.further[index];
  }

  /** The counts with one more entry for each node of a way. */
  after(entered: string, way: Way): string {
    if (way.from === entered) return way.to;
    const known = way.texts.get(entered);
    way.from = entered;
    way.to = known ?? this.kept(withEntries(entered, way.indexes), entered.length);
    if (known === undefined) way.texts.set(entered, way.to);
    return way.to;
  }

  private kept<Kept>(what: Kept, characters: number): Kept {
    this.size += characters + EACH;
    if (this.size > MUCH) {
      this.size = 0;
      this.start = wayThrough([]);
    }
    return what;
  }
}

function wayThrough(indexes: readonly number[]): Way {
  return { indexes, further: [], texts: new Map(), from: undefined, to: '' };
}
