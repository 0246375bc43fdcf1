/** Text with FEEL between `{{` and `}}`, taken apart. Braces and quoted texts inside an expression are its own. */

/** A piece of such a text. */
export type TextPiece = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'feel'; readonly text: string };

/** The pieces of `text`; undefined when a placeholder is not closed. Single braces, as in `{serial}`, are plain text. */
export function piecesOf(text: string): readonly TextPiece[] | undefined {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (let open = text.indexOf('{{'); open >= 0; open = text.indexOf('{{', from)) {
    const close = endOf(text, open + 2);
    if (close < 0) return undefined;
    if (open > from) pieces.push({ kind: 'text', text: text.slice(from, open) });
    pieces.push({ kind: 'feel', text: text.slice(open + 2, close).trim() });
    from = close + 2;
  }
  if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from) });
  return pieces;
}

/** Where the `}}` of an expression that begins at `from` stands, or -1. */
function endOf(text: string, from: number): number {
  let depth = 0;
  let quoted = false;
  for (let index = from; index < text.length; index++) {
    const sign = text[index];
    if (quoted) {
      if (sign === '\\') index++;
      else if (sign === '"') quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === '{') depth++;
    else if (sign === '}' && depth > 0) depth--;
    else if (sign === '}' && text[index + 1] === '}') return index;
  }
  return -1;
}
