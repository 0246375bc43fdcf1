/** People in front of the portal: each has a browser window of their own, and what goes wrong in it is written down. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { chromiumPath } from '../../../scripts/chromium.mjs';
import { photograph } from './look.ts';
import type { Portal } from './portal.ts';

/** What the browser may say without anything being wrong: a refusal of the API, and a server that a test has stopped. */
const EXPECTED = /^Failed to load resource: (the server responded with a status of 4(04|22)|net::ERR_)/;

/** Everybody who takes part. */
export interface People {
  /** The window of somebody; the same one each time. `id` is that of the identity switcher. */
  readonly at: (id: string) => Promise<Page>;
  /** What went wrong in any window: violations of the policy, uncaught errors, error messages of the console. */
  readonly wrong: readonly string[];
  /** Takes a picture of every window, where `TONGBAN_E2E_PICTURES` says go. */
  photograph(name: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts the browser. Nobody is there yet. */
export async function startPeople(portal: Portal): Promise<People> {
  const browser = await chromium.launch({
    executablePath: chromiumPath() ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP tongban.test 127.0.0.1'],
  });
  const windows = new Map<string, Page>();
  const wrong: string[] = [];
  return {
    wrong,
    at: async (id) => {
      const known = windows.get(id);
      if (known !== undefined) return known;
      const page = await openWindow(browser, portal, wrong, id);
      windows.set(id, page);
      return page;
    },
    photograph: async (name) => {
      for (const [id, page] of windows) await photograph(page, `${name}-${id}`);
    },
    close: () => browser.close(),
  };
}

async function openWindow(browser: Browser, portal: Portal, wrong: string[], id: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  context.setDefaultTimeout(240_000);
  await shareClock(context, portal);
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      console.error(`Content-Security-Policy ${effectiveDirective}: ${blockedURI}`);
    });
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => wrong.push(`${id}: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !EXPECTED.test(message.text())) wrong.push(`${id}: ${message.text()}`);
  });
  await page.goto(portal.address);
  await become(page, id);
  return page;
}

/** The next request to `path` reaches the server and is done; then the server is killed, and the page never gets the answer. */
export async function loseAnswer(page: Page, portal: Portal, path: RegExp): Promise<void> {
  await page.route(
    path,
    async (route) => {
      await route.fetch({ url: portal.atLoopback(route.request().url()) });
      await portal.kill();
      await route.abort('connectionreset');
    },
    { times: 1 },
  );
}

/** Chooses the county and the person in the identity switcher. */
async function become(page: Page, id: string): Promise<void> {
  await page.getByRole('combobox', { name: '县', exact: true }).selectOption(id.split('.')[0] ?? '');
  const person = page.getByRole('combobox', { name: '人员', exact: true });
  await person.selectOption(id);
  await expect.poll(() => person.inputValue()).toBe(id);
}

/** The pages tell the same time as the server. */
async function shareClock(context: BrowserContext, portal: Portal): Promise<void> {
  await context.addInitScript((shift) => {
    const { now } = Date;
    const RealDate = Date;
    globalThis.Date = class extends RealDate {
      constructor(...given: []) {
        super(...((given.length === 0 ? [now() + shift] : given) as []));
      }

      static override now(): number {
        return now() + shift;
      }
    } as DateConstructor;
  }, portal.now() - Date.now());
}
