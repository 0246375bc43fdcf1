/** Not asked of a page that holds one element: landmarks and a heading of its own are the host's. */
const RULES = { region: { enabled: false }, 'page-has-heading-one': { enabled: false } };

/** What axe finds wrong inside `element`, one line each. Nothing is fetched: none of our pages ties itself to an orientation of the screen. */
export async function axeFindings(element: Element = document.body): Promise<string[]> {
  const { default: axe } = await import('axe-core');
  const { violations } = await axe.run(element, { rules: RULES, resultTypes: ['violations'], preload: false });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary ?? ''}`));
}
