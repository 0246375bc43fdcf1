/** Elements of a shadow root that are too narrow for what is in them: it is hidden, or lies outside. What scrolls sideways is not among them. */
export function cutOff(host: HTMLElement, selector: string): readonly string[] {
  const bars = [...(host.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])].filter((bar) => bar.clientWidth > 0);
  if (bars.length === 0) throw new Error(`Nothing to see of ${selector}`);
  const right = host.getBoundingClientRect().right;
  return bars
    .filter((bar) => bar.scrollWidth > bar.clientWidth + 1 || bar.getBoundingClientRect().right > right + 1)
    .map((bar) => `${bar.localName}.${bar.className}: ${bar.scrollWidth} in ${bar.clientWidth}`);
}

/** Doubles the text of all elements while `act` runs (WCAG 2.2, 1.4.4). */
export async function atDoubleText(act: () => Promise<void>): Promise<void> {
  const { style } = document.documentElement;
  style.setProperty('--tb-text-unit', '32px');
  try {
    await act();
  } finally {
    style.removeProperty('--tb-text-unit');
  }
}
