/** Not asked of a page that holds one element: landmarks and a heading of its own are the host's. */
const RULES = { region: { enabled: false }, 'page-has-heading-one': { enabled: false } };

/** What axe finds wrong inside `element`, one line each. Nothing is fetched: none of our pages ties itself to an orientation of the screen. */
export async function axeFindings(element: Element = document.body): Promise<string[]> {
  const { default: axe } = await import('axe-core');
  endTransitions(document);
  const { violations } = await axe.run(element, { rules: RULES, resultTypes: ['violations'], preload: false });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary ?? ''}`));
}

// Colours on their way from one theme to another are neither.
function endTransitions(root: Document | ShadowRoot): void {
  for (const animation of root.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
  for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot !== null) endTransitions(shadowRoot);
}
