import { render, type TemplateResult } from 'lit';
import { settled } from './settled.ts';

/** Puts `content` alone on a Chinese page and waits until its elements have rendered. */
export async function onPage(content: TemplateResult | Element): Promise<HTMLElement> {
  document.documentElement.lang = 'zh-CN';
  document.title = '测试';
  for (const before of document.querySelectorAll('body > main')) before.remove();
  const page = document.createElement('main');
  document.body.append(page);
  render(content, page);
  await settled();
  return page;
}
