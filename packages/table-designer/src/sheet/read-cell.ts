/** Reads the text of a cell or of a column's property as FEEL, and remembers what it read: a table has few different texts. */
import { type ParsedFeel, parseFeel } from '@tongban/feel-parser';
import type { ColumnKind } from './table-sheet.ts';

/** How a text is read: as unary tests, or as an expression. */
export type CellDialect = 'unaryTests' | 'expression';

const KEPT_TEXTS = 20_000;

/** The dialect of a column's cells. */
export function dialectOf(kind: ColumnKind): CellDialect {
  return kind === 'input' ? 'unaryTests' : 'expression';
}

/** A reader with a memory, for one element; `names` are those of the context. */
export class CellReader {
  readonly #names: readonly string[];
  readonly #known: Readonly<Record<CellDialect, Map<string, ParsedFeel>>> = { unaryTests: new Map(), expression: new Map() };

  constructor(names: readonly string[] = []) {
    this.#names = names;
  }

  /** What the text is in FEEL. */
  read(text: string, dialect: CellDialect): ParsedFeel {
    const known = this.#known[dialect];
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= KEPT_TEXTS) known.clear();
    const parsed = parseFeel(text, { dialect, names: this.#names });
    known.set(text, parsed);
    return parsed;
  }

  /** The same for a cell: an empty one is `-` among conditions and `null` among results. */
  cell(text: string, dialect: CellDialect): ParsedFeel {
    if (text.trim() !== '') return this.read(text, dialect);
    const { expression, problems } = this.read(dialect === 'unaryTests' ? '-' : 'null', dialect);
    return { ...(expression === undefined ? {} : { expression: { ...expression, text } }), problems };
  }
}
