/** The characters of FEEL: names (DMN 1.5 grammar rules 25 to 30), keywords, and the signs people write by mistake. */

const LETTERS = [
  'A-Z_a-z',
  '\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}',
  '\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}',
  '\\u{200C}-\\u{200D}',
  '\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}',
  '\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}',
  '\\u{10000}-\\u{EFFFF}',
].join('');
const MORE = '0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}-\\u{2040}';

/** First character of a name. `?` is a name of its own and not listed. */
export const NAME_START: RegExp = new RegExp(`[${LETTERS}]`, 'u');

/** Any further character of a name. */
export const NAME_PART: RegExp = new RegExp(`[${LETTERS}${MORE}]`, 'u');

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
