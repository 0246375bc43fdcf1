/** Work in slices while the page has nothing else to do. */

/** How long a slice of work may take, ms: where the page is never idle, or does not say when it is. */
const SLICE = 8;

/** Does a slice of work when the page is idle, and after `timeout` ms in any case: a busy page is served as well. Gives what calls it off. */
export function whenIdle(work: (hasTime: () => boolean) => void, timeout = 300): () => void {
  const slice = (): void => {
    const end = performance.now() + SLICE;
    work(() => performance.now() < end);
  };
  if (typeof requestIdleCallback !== 'function') {
    const timer = window.setTimeout(slice, 1);
    return () => window.clearTimeout(timer);
  }
  const asked = requestIdleCallback((idle) => (idle.didTimeout ? slice() : work(() => idle.timeRemaining() >= 2)), { timeout });
  return () => cancelIdleCallback(asked);
}

/** Waits for the page to be idle, 100 ms at most; then whether there is still time in this slice. */
export function idleTime(): Promise<() => boolean> {
  return new Promise((resolve) => whenIdle(resolve, 100));
}

/** Does `work` once what is drawn now can be seen and the page is idle: loading a part then keeps no picture waiting. */
export function oncePainted(work: () => void): void {
  requestAnimationFrame(() => whenIdle(work));
}
