/**
 * A cell of a decision table in the words of officials: `(90..100]` is 大于 90 且不超过 100. What has no words is shown as FEEL behind `=`.
 * Reading the words with {@link readCellWords} always gives the same cell: words that would be read differently are not used.
 */
import type { FeelComparison, FeelExpression, FeelNode, Locale } from '@tongban/model';
import { parseFeel } from '../parse-feel.ts';
import { CELL_LANGUAGES, type CellKind } from './cell-kind.ts';
import { readCellWords } from './read-cell-words.ts';
import { isTemporal, valueWords } from './value-words.ts';

/** The words for a cell. An empty result or remark is empty; a condition that always holds is 不限. */
export function cellWords(expression: FeelExpression, kind: CellKind, locale: Locale): string {
  const { text, tree } = expression;
  if (text.trim() === '') return kind.dialect === 'expression' ? '' : CELL_LANGUAGES[locale].any;
  const words = tree.kind === 'tests' ? testsWords(tree, kind, locale) : valueWords(tree, kind, locale);
  return words !== undefined && readsBack(words, tree, kind) ? words : `=${text}`;
}

function readsBack(words: string, tree: FeelNode, kind: CellKind): boolean {
  const { expression } = parseFeel(readCellWords(words, kind), { dialect: kind.dialect, names: kind.names ?? [] });
  return expression !== undefined && withoutPlaces(expression.tree) === withoutPlaces(tree);
}

function withoutPlaces(tree: FeelNode): string {
  return JSON.stringify(tree, (key, value: unknown) => (key === 'at' ? undefined : value));
}

function testsWords({ negated, tests }: FeelNode & { kind: 'tests' }, kind: CellKind, locale: Locale): string | undefined {
  const words = CELL_LANGUAGES[locale];
  if (tests.length === 0) return words.any;
  if (negated && tests.length === 1 && tests[0]?.kind === 'null') return words.notEmpty;
  const parts = tests.map((test) => testWords(test, kind, locale));
  if (parts.some((part) => part === undefined)) return undefined;
  const plain = tests.every((test) => test.kind !== 'compare' && test.kind !== 'range');
  const list = parts.join(plain ? words.list : ` ${words.or} `);
  return negated ? `${words.not}${words.gap}${list}` : list;
}

function testWords(test: FeelNode, kind: CellKind, locale: Locale): string | undefined {
  if (test.kind === 'compare') return comparison(test.op, test.end, kind, locale);
  if (test.kind !== 'range') return valueWords(test, kind, locale);
  const { low, high, lowIncluded, highIncluded } = test;
  const words = CELL_LANGUAGES[locale];
  if (lowIncluded && highIncluded) return joined(valueWords(low, kind, locale), words.to, valueWords(high, kind, locale));
  return joined(
    comparison(lowIncluded ? '>=' : '>', low, kind, locale),
    words.and,
    comparison(highIncluded ? '<=' : '<', high, kind, locale),
  );
}

function comparison(op: FeelComparison, end: FeelNode, kind: CellKind, locale: Locale): string | undefined {
  if (op === '=' || op === '!=') return undefined;
  const words = CELL_LANGUAGES[locale];
  const value = valueWords(end, kind, locale);
  return value === undefined ? undefined : `${(isTemporal(end) ? words.compareTime : words.compare)[op]}${words.gap}${value}`;
}

function joined(before: string | undefined, between: string, after: string | undefined): string | undefined {
  return before === undefined || after === undefined ? undefined : `${before}${between}${after}`;
}
