/** Parses the FEEL texts of a flow: syntax problems, other engines' languages and unknown names, each on its element and property. */
import { parseFeel } from '@tongban/feel-parser';
import type { FeelExpression, Problem, ProblemPlace } from '@tongban/model';
import { raise } from './errors.ts';
import { feelHint } from './feel-hint.ts';
import { type KnownNames, unknownNames } from './unknown-names.ts';

/** Where a text stands. */
export interface ExpressionPlace extends ProblemPlace {
  readonly property: string;
}

/** Parses texts that may all read the same names, and collects what is wrong with them. */
export interface Expressions {
  readonly problems: Problem[];
  /** The expression, or one that gives null when the text has an error. */
  parse(text: string, place: ExpressionPlace, own?: readonly string[]): FeelExpression;
  /** The same for a text that may be absent. */
  parseSome(text: string | undefined, place: ExpressionPlace, own?: readonly string[]): FeelExpression | undefined;
}

/** `null`, which stands where an expression has an error; a program with one is never handed out. */
const NOTHING: FeelExpression = { text: 'null', tree: { kind: 'null', at: [0, 4] }, reads: [] };

/** A parser for texts that may read what is known. */
export function expressionsOver(known: KnownNames): Expressions {
  const problems: Problem[] = [];
  const parse = (text: string, place: ExpressionPlace, own: readonly string[] = []): FeelExpression => {
    const lead = /^\s*=\s*/.exec(text)?.[0].length ?? 0;
    const feel = text.slice(lead).trimEnd();
    const element = place.elementName ?? place.elementId ?? place.file ?? '';
    if (/^[$#]\{/.test(feel)) {
      problems.push(
        raise.problem('COMPILE_EXPRESSION_FOREIGN', place, { property: place.property, element, text: feel, hint: feelHint(feel) }),
      );
      return NOTHING;
    }
    const { expression, problems: found } = parseFeel(feel, { names: [...known.names, ...own] });
    for (const problem of found) problems.push(placed(problem, place, lead));
    if (expression === undefined) return NOTHING;
    for (const name of unknownNames(expression, known, own)) {
      problems.push(raise.problem('COMPILE_NAME_UNKNOWN', place, { property: place.property, element, name }, 'warning'));
    }
    return expression;
  };
  return { problems, parse, parseSome: (text, place, own) => (text === undefined ? undefined : parse(text, place, own)) };
}

function placed(problem: Problem, place: ExpressionPlace, lead: number): Problem {
  const { from, to } = problem.place;
  return {
    ...problem,
    place: { ...place, ...(from === undefined ? {} : { from: from + lead }), ...(to === undefined ? {} : { to: to + lead }) },
  };
}
