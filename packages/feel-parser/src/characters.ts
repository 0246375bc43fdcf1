/** The characters of FEEL: names (DMN 1.5 grammar rules 25 to 30), keywords, and the signs people write by mistake. */

/** First character of a name. `?` is a name of its own and not listed. */
export const NAME_START: RegExp =
  /[A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}]/u;

/** Any further character of a name. */
export const NAME_PART: RegExp =
  /[0-9A-Z_a-z\u00B7\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u037D\u037F-\u1FFF\u200C\u200D\u203F\u2040\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}]/u;

/** Words that end a name of several words and are never a name themselves. */
export const KEYWORDS: ReadonlySet<string> = new Set(
  'for return if then else some every satisfies instance in function external or and between null true false'.split(' '),
);

/** What is meant by signs that FEEL does not know. Longer ones first. */
export const MISTAKES: readonly (readonly [wrong: string, right: string])[] = [
  ['==', '='],
  ['<>', '!='],
  ['&&', 'and'],
  ['||', 'or'],
  ['|', 'or'],
  ['&', 'and'],
  ['!', 'not( )'],
  ['“', '"'],
  ['”', '"'],
  ['‘', '"'],
  ['’', '"'],
  ["'", '"'],
  ['≥', '>='],
  ['≤', '<='],
  ['≠', '!='],
  ['×', '*'],
  ['÷', '/'],
  ['%', '/ 100'],
];

/** Full-width signs, which are legal in names and mostly meant as something else. */
export const FULL_WIDTH: ReadonlyMap<string, string> = new Map([
  ['，', ','],
  ['、', ','],
  ['。', '.'],
  ['；', ','],
  ['：', ':'],
  ['！', '!='],
  ['＝', '='],
  ['＞', '>'],
  ['＜', '<'],
  ['＋', '+'],
  ['－', '-'],
  ['＊', '*'],
  ['／', '/'],
  ['（', '('],
  ['）', ')'],
  ['［', '['],
  ['］', ']'],
  ['＂', '"'],
]);
