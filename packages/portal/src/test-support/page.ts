/** A page with one element on it, and what axe finds there. */
import axe from 'axe-core';

/** Puts `element` alone on a Chinese page. */
export function onPage<Found extends HTMLElement>(element: Found): Found {
  document.documentElement.lang = 'zh-CN';
  document.title = '测试';
  document.querySelector('body > main')?.remove();
  const main = document.createElement('main');
  main.append(element);
  document.body.append(main);
  return element;
}

/** What axe finds wrong on the page, one line each. */
export async function axeFindings(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}
