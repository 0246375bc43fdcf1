/**
 * A press that becomes a drag when the pointer leaves its place. The browser's own dragging is not used: it does not begin while a name
 * is being typed in the drawing.
 */

/** How far a hand trembles, px. */
const TREMBLE = 4;

/** Calls `start` once when the pointer of the `press` is dragged; nothing when it is let go before. */
export function onceDragged(press: MouseEvent, start: (event: MouseEvent) => void): void {
  if (press.button !== 0) return;
  const stop = (): void => {
    window.removeEventListener('mousemove', move, true);
    window.removeEventListener('mouseup', stop, true);
  };
  const move = (event: MouseEvent): void => {
    if (Math.hypot(event.clientX - press.clientX, event.clientY - press.clientY) < TREMBLE) return;
    stop();
    start(event);
  };
  window.addEventListener('mousemove', move, true);
  window.addEventListener('mouseup', stop, true);
}
