// as the page has it: a test may hold the clock of what it looks at
const later = setTimeout;

/** Waits for pending renders and for one frame. */
export function settled(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => later(resolve)));
}
