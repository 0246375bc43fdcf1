/** Reads the text of a cell or of a column's property as FEEL, and remembers what it read: a table has few different texts. */
import { type ParsedFeel, parseFeel } from '@tongban/feel-parser';
import type { DecisionTable, FeelExpression } from '@tongban/model';
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

  /** Takes over what is parsed already. A null with another text is one that could not be read. */
  learn({ inputs, outputs, rules }: DecisionTable): void {
    const known = ({ text, tree }: FeelExpression): boolean => tree.kind !== 'null' || text === 'null';
    const keep = (expression: FeelExpression | undefined, dialect: CellDialect): void => {
      if (expression !== undefined && known(expression)) this.#known[dialect].set(expression.text, { expression, problems: [] });
    };
    for (const { expression, allowedValues } of inputs) {
      keep(expression, 'expression');
      keep(allowedValues, 'unaryTests');
    }
    for (const { allowedValues } of outputs) keep(allowedValues, 'unaryTests');
    for (const { inputEntries, outputEntries } of rules) {
      for (const cell of inputEntries) keep(cell, 'unaryTests');
      for (const cell of outputEntries) keep(cell, 'expression');
    }
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
