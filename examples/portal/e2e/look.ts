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

let axe: Promise<string> | undefined;

/** Looks at the page as it is, on a desk and on a phone. */
export async function look(page: Page, name: string): Promise<void> {
  const desk = page.viewportSize() ?? { width: 1440, height: 900 };
  await inspect(page, name);
  await page.setViewportSize(PHONE);
  await inspect(page, `${name}-phone`);
  expect(await overflow(page), `${name}: wider than a phone`).toBeLessThanOrEqual(0);
  await page.setViewportSize(desk);
}

async function inspect(page: Page, name: string): Promise<void> {
  await photograph(page, name);
  expect(await axeFindings(page), name).toEqual([]);
}

/** Takes a picture of the whole page, where pictures are wanted. */
export async function photograph(page: Page, name: string): Promise<void> {
  if (PICTURES === undefined) return;
  await mkdir(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
}

/**
 * What axe finds, one line each. It runs in a world of its own beside the page: the policy of the page stays as it is
 * (`addScriptTag` would be refused by it, rightly), and the page does not see axe.
 */
async function axeFindings(page: Page): Promise<readonly string[]> {
  axe ??= readFile(AXE, 'utf8');
  const session = await page.context().newCDPSession(page);
  try {
    const { frameTree } = await session.send('Page.getFrameTree');
    const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
    await session.send('Runtime.evaluate', { contextId, expression: await axe });
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      contextId,
      awaitPromise: true,
      returnByValue: true,
      expression: `axe.run(document, { preload: false, resultTypes: ['violations'] }).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => id + ': ' + node.target.flat().join(' > ') + ' ' + node.html.slice(0, 160) + ' ' + node.failureSummary)))`,
    });
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as readonly string[];
  } finally {
    await session.detach();
  }
}

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
