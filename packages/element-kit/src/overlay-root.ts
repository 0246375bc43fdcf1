/** Where an element's dialogs, toasts and announcements live: one box at the start of its shadow root, which Lit never touches. */

const OVERLAYS = 'tb-overlays';

/** The box of `caller`: in its own shadow root, else in the root around it, so that its sheets and its host's dialog apply. */
export function overlayRootOf(caller: Element): HTMLElement {
  const root = caller.shadowRoot ?? caller.getRootNode();
  const parent = root instanceof Document ? root.body : (root as ParentNode);
  const present = [...parent.children].find((child) => child.classList.contains(OVERLAYS));
  if (present) return present as HTMLElement;
  const box = document.createElement('div');
  box.className = OVERLAYS;
  parent.prepend(box);
  return box;
}
