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
  private kept = 0;

  hasRoom(way: Way): boolean {
    return way.indexes.length < LONGEST;
  }

  /** A way that has room, and then the node `index`. */
  further(way: Way, index: number): Way {
    return way.further[index] ?? this.keepWay(way, index);
  }

  /** The counts with one more entry for each node of a way. */
  after(entered: string, way: Way): string {
    if (way.from === entered) return way.to;
    way.to = way.texts.get(entered) ?? this.keepText(entered, way);
    way.from = entered;
    return way.to;
  }

  private keepWay(way: Way, index: number): Way {
    const further = wayThrough([...way.indexes, index]);
    way.further[index] = further;
    this.keep(EACH);
    return further;
  }

  private keepText(entered: string, way: Way): string {
    const text = withEntries(entered, way.indexes);
    way.texts.set(entered, text);
    this.keep(text.length + EACH);
    return text;
  }

  private keep(characters: number): void {
    this.kept += characters;
    if (this.kept < MUCH) return;
    this.kept = 0;
    this.start = wayThrough([]);
  }
}

function wayThrough(indexes: readonly number[]): Way {
  return { indexes, further: [], texts: new Map(), from: undefined, to: '' };
}
