/** Announcements through a live region: heard by screen readers, seen by nobody. */
import { overlayRootOf } from './overlay-root.ts';

/** How soon it is said: after what is being said now, or at once. */
export type Urgency = 'polite' | 'assertive';

/** A live region says only what changes after it is there. */
const SETTLE_MS = 60;

/** Says `text` from the root of `caller`. The same text twice is said twice. */
export function announceIn(caller: Element, text: string, urgency: Urgency = 'polite'): void {
  const region = regionIn(overlayRootOf(caller), urgency);
  region.textContent = '';
  setTimeout(() => {
    region.textContent = text;
  }, SETTLE_MS);
}

function regionIn(box: HTMLElement, urgency: Urgency): HTMLElement {
  const present = box.querySelector<HTMLElement>(`:scope > [aria-live="${urgency}"]`);
  if (present) return present;
  const region = document.createElement('div');
  region.setAttribute('aria-live', urgency);
  region.setAttribute('aria-atomic', 'true');
  region.className = 'visually-hidden';
  hideFromSight(region);
  box.append(region);
  return region;
}

// through the CSSOM, because the root may be one without our sheets, and no style attribute may come from text
function hideFromSight({ style }: HTMLElement): void {
  style.position = 'absolute';
  style.width = '1px';
  style.height = '1px';
  style.overflow = 'hidden';
  style.clipPath = 'inset(50%)';
  style.whiteSpace = 'nowrap';
}
