/** Not asked of a page that holds one element: landmarks and a heading of its own are the host's. */
const RULES = { region: { enabled: false }, 'page-has-heading-one': { enabled: false } };

/** What axe finds wrong inside `element`, one line each. */
export async function axeFindings(element: Element = document.body): Promise<string[]> {
  const { default: axe } = await import('axe-core');
  const { violations } = await axe.run(element, { rules: RULES });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary ?? ''}`));
}
