/** Parses FEEL text. A text that cannot be read gives problems with their places, never an exception: this runs at every keystroke. */
import { FEEL_LIMITS, type FeelExpression, type FeelNode, type Problem } from '@tongban/model';
import { childrenOf } from './children-of.ts';
import { raise } from './errors.ts';
import { Parser } from './parser.ts';
import { Reader, SyntaxFault } from './reader.ts';
import { readsOf } from './reads.ts';

/** How a text is to be read. */
export interface ParseFeelOptions {
  /** `unaryTests` for a cell of a decision table. Default `expression`. */
  readonly dialect?: 'expression' | 'unaryTests';
  /** Names of the context. Needed for names that hold operators or keywords, and to tell full-width slips from names. */
  readonly names?: readonly string[];
}

/** The expression, when the text could be read, and what is wrong with it. */
export interface ParsedFeel {
  readonly expression?: FeelExpression;
  readonly problems: readonly Problem[];
}

/** Parses `text`; the places of the problems are offsets in it. */
export function parseFeel(text: string, options: ParseFeelOptions = {}): ParsedFeel {
  const { dialect = 'expression', names = [] } = options;
  if (text.length > FEEL_LIMITS.textLength)
    return failed(
      new SyntaxFault('FEEL_TEXT_TOO_LONG', FEEL_LIMITS.textLength, text.length, { length: text.length, limit: FEEL_LIMITS.textLength }),
    );
  const reader = new Reader(text, names);
  if (reader.atEnd && dialect === 'expression') return failed(new SyntaxFault('FEEL_SYNTAX_EMPTY', 0, text.length, {}));
  try {
    const parser = new Parser(reader);
    const tree = dialect === 'unaryTests' ? parser.wholeTests() : parser.whole();
    if (isDeeper(tree, FEEL_LIMITS.depth)) throw new SyntaxFault('FEEL_TEXT_TOO_DEEP', 0, text.length, { limit: FEEL_LIMITS.depth });
    const problems = reader.doubtful.map(({ from, to, ...details }) =>
      raise.problem('FEEL_SYNTAX_FULL_WIDTH', { from, to }, details, 'warning'),
    );
    return { expression: { text, tree, reads: readsOf(tree, names) }, problems };
  } catch (error) {
    if (error instanceof SyntaxFault) return failed(error);
    throw error;
  }
}

function failed({ code, from, to, details }: SyntaxFault): ParsedFeel {
  return { problems: [raise.problem(code, { from, to }, details)] };
}

function isDeeper(node: FeelNode, levels: number): boolean {
  return levels < 0 || childrenOf(node).some((child) => isDeeper(child, levels - 1));
}
