/**
 * The pages that forms are printed on: A4 with the margins of an official document. Rules for pages count only in the style of the
 * document, not in a shadow root, and only the pages that hold a form are meant: the style names them.
 */
import { css } from 'lit';

const pages = css`
  @page tb-form {
    size: A4;
    margin: 20mm 18mm;
  }
`;

const holders = new Set<object>();

/** Gives the document the style, for as long as somebody holds it. */
export function holdPaperPages(holder: object): void {
  holders.add(holder);
  const { styleSheet } = pages;
  if (styleSheet === undefined || document.adoptedStyleSheets.includes(styleSheet)) return;
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, styleSheet];
}

/** Lets go of it. */
export function releasePaperPages(holder: object): void {
  holders.delete(holder);
  if (holders.size === 0) document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== pages.styleSheet);
}
