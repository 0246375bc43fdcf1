/** Helpers of the browser tests: a page with a template on it, and what axe finds there. */
import axe from 'axe-core';
import { render, type TemplateResult } from 'lit';

/** Puts `template` on an otherwise empty Chinese page and waits until its elements have rendered. */
export async function onPage(template: TemplateResult): Promise<HTMLElement> {
  document.documentElement.lang = 'zh-CN';
  document.title = '测试';
  for (const before of document.querySelectorAll('body > main')) before.remove();
  const page = document.createElement('main');
  document.body.append(page);
  render(template, page);
  await settled();
  return page;
}

/** Waits for pending renders and for one frame. */
export function settled(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** What axe finds wrong inside `element`, one line each. */
export async function axeFindings(element: Element = document.body): Promise<string[]> {
  const { violations } = await axe.run(element, { rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } } });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`));
}
