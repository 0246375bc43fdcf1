/** Puts a menu or list beside what opened it, above everything, in any host: top layer where there is one, else fixed. */

const GAP = 4;
const EDGE = 8;

/** Shows `box` below `anchor` (above when there is no room), its start or end edge along the anchor's. */
export function placeFloating(
  box: HTMLElement,
  anchor: Element,
  options: { readonly align?: 'start' | 'end'; readonly stretch?: boolean } = {},
): void {
  intoTopLayer(box);
  const from = anchor.getBoundingClientRect();
  const { style } = box;
  style.minWidth = options.stretch ? `${from.width}px` : '';
  // measured at 0,0, because a transformed ancestor moves the origin of fixed boxes
  style.left = '0px';
  style.top = '0px';
  const own = box.getBoundingClientRect();
  const wantedLeft = options.align === 'end' ? from.right - own.width : from.left;
  const left = Math.max(EDGE, Math.min(wantedLeft, innerWidth - own.width - EDGE));
  const below = from.bottom + GAP;
  const fitsBelow = below + own.height <= innerHeight - EDGE || from.top < innerHeight - from.bottom;
  const top = fitsBelow ? below : Math.max(EDGE, from.top - GAP - own.height);
  style.left = `${left - own.left}px`;
  style.top = `${top - own.top}px`;
}

/** Takes `box` out of the top layer again. */
export function unplaceFloating(box: HTMLElement): void {
  if (hasPopover(box) && box.matches(':popover-open')) box.hidePopover();
}

/** Calls `close` at a press outside of `element`, when the page scrolls under it, or is resized; the answer stops that. */
export function closeFromOutside(element: Element, close: () => void): () => void {
  const stop = new AbortController();
  const options = { capture: true, passive: true, signal: stop.signal };
  const unlessInside = (event: Event): void => {
    if (!event.composedPath().includes(element)) close();
  };
  document.addEventListener('pointerdown', unlessInside, options);
  document.addEventListener('scroll', unlessInside, options);
  window.addEventListener('resize', close, options);
  return () => stop.abort();
}

// Chromium 109 and Firefox 115 have no popover yet
function hasPopover(box: HTMLElement): boolean {
  return typeof box.showPopover === 'function';
}

function intoTopLayer(box: HTMLElement): void {
  if (!hasPopover(box)) return;
  box.setAttribute('popover', 'manual');
  if (!box.matches(':popover-open')) box.showPopover();
}
