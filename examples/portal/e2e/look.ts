/** Looks at a screen: nothing that axe finds, nothing wider than the window; a picture of it where one is asked for. */
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const PHONE = { width: 390, height: 844 };
/** Where pictures go; without it none are taken. */
const PICTURES = process.env['TONGBAN_E2E_PICTURES'] || undefined;

let source: Promise<string> | undefined;

/** Looks at the page as it is, on a desk and on a phone. */
export async function look(page: Page, name: string): Promise<void> {
  const desk = page.viewportSize() ?? { width: 1440, height: 900 };
  const axe = await besideThePage(page);
  try {
    await photograph(page, name);
    expect(await axe.findings(), name).toEqual([]);
    await page.setViewportSize(PHONE);
    await photograph(page, `${name}-phone`);
    expect(await axe.findings(), `${name}-phone`).toEqual([]);
    expect(await overflow(page), `${name}: wider than a phone`).toBeLessThanOrEqual(0);
    await page.setViewportSize(desk);
  } finally {
    await axe.close();
  }
}

/** Takes a picture of the whole page, where pictures are wanted. */
export async function photograph(page: Page, name: string): Promise<void> {
  if (PICTURES === undefined) return;
  await mkdir(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
}

interface Axe {
  /** What axe finds now, one line each. */
  findings(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Colours on their way from one to another are neither; then what axe finds. */
const FIND = `(() => {
  const endTransitions = (root) => {
    for (const animation of root.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot !== null) endTransitions(shadowRoot);
  };
  endTransitions(document);
  return axe.run(document, { preload: false, resultTypes: ['violations'] }).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => id + ': ' + node.target.flat().join(' > ') + ' ' + node.html.slice(0, 160) + ' ' + node.failureSummary)));
})()`;

/**
 * Axe in a world of its own beside the page: the policy of the page stays as it is (`addScriptTag` would be refused by it, rightly),
 * and the page does not see axe.
 */
async function besideThePage(page: Page): Promise<Axe> {
  source ??= readFile(AXE, 'utf8');
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  await session.send('Runtime.evaluate', { contextId, expression: await source });
  return {
    findings: async () => {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        ...{ contextId, awaitPromise: true, returnByValue: true },
        expression: FIND,
      });
      if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value as readonly string[];
    },
    close: () => session.detach(),
  };
}

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
