/**
 * How often each node was entered, as text: one character for each node up to the last one entered, `0` and as many characters on.
 * A case waits for months, and a text is a quarter of the numbers it stands for, in memory and when it is saved.
 */

export const NEVER = 48;

/** Counting ends here, well before the characters that stand in pairs. */
export const MOST = 50_000;

/** How often the node of an index was entered; counted up to 50,000. */
export function timesEntered({ entered }: { readonly entered: string }, index: number): number {
  return index < entered.length ? entered.charCodeAt(index) - NEVER : 0;
}

/** The counts with one more entry for each of `indexes`. */
export function withEntries(entered: string, indexes: readonly number[]): string {
  let { length } = entered;
  for (const index of indexes) if (index >= length) length = index + 1;
  const codes = new Array<number>(length);
  for (let at = 0; at < length; at++) codes[at] = at < entered.length ? entered.charCodeAt(at) : NEVER;
  for (const index of indexes) codes[index] = Math.min((codes[index] as number) + 1, NEVER + MOST);
  return textOf(codes);
}

// In one piece, so that what it was made of is not kept as well; a call takes only so many characters.
function textOf(codes: readonly number[]): string {
  if (codes.length <= PIECE) return String.fromCharCode(...codes);
  return String.fromCharCode(...codes.slice(0, PIECE)) + textOf(codes.slice(PIECE));
}

const PIECE = 10_000;
