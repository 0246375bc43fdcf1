/** How wide a column is drawn: as its texts ask, within bounds. Widths are in pixels at the usual text size. */
const NARROWEST = 96;
const WIDEST = 320;
const PADDING = 34;
const LOOKED_AT = 200;

/** The width for a heading and the texts below it. */
export function columnWidth(heading: string, texts: readonly string[]): number {
  let widest = widthOf(heading) + 24;
  for (let at = 0; at < texts.length && at < LOOKED_AT; at += 1) widest = Math.max(widest, widthOf(texts[at] ?? ''));
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, widest + PADDING)));
}

// a Chinese character is as wide as the text is high, a Latin one about half of that
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += character > '\u2e7f' ? 14 : 8;
  return width;
}
