/** The first match inside the shadow root of `host`. */
export function inside<Found extends Element = HTMLElement>(host: Element | null, selector: string): Found {
  const found = host?.shadowRoot?.querySelector<Found>(selector);
  if (!found) throw new Error(`No ${selector} in ${host?.localName}`);
  return found;
}
