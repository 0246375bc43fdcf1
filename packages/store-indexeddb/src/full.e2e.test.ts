import type { Storage } from '@tongban/runtime';
import type { commitOf } from '@tongban/runtime/testing';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromiumPath } from '../../../scripts/chromium.mjs';
import type { openIndexedDb } from './index.ts';
import { type ServedPage, servePage } from './testing/served-page.ts';

/** What the page offers. */
interface Room {
  readonly openIndexedDb: typeof openIndexedDb;
  readonly commitOf: typeof commitOf;
  storage: Storage;
}

let served: ServedPage;
let browser: Browser;

beforeAll(async () => {
  served = await servePage();
  browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
});

afterAll(async () => {
  await browser.close();
  served.close();
});

test('when there is no room left, the change is refused, nothing of it is kept, and what was there is still there', async () => {
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  // Before the first use: Chromium asks for the room that is left only now and then.
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(served.address).origin, quotaSize: 2_000_000 });
  await page.goto(`${served.address}#room`);
  const found = await page.evaluate(async () => {
    const { openIndexedDb, commitOf } = globalThis as unknown as Room;
    const { cases } = await openIndexedDb({ name: 'full' });
    await cases.commit(commitOf('c1', 0));
    // Browsers press together what repeats itself.
    const bytes = new Uint8Array(4_000_000);
    for (let at = 0; at < bytes.length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
    const text = new TextDecoder('latin1').decode(bytes);
    const refused = await cases.commit(commitOf('c1', 1, { state: { text } })).catch(({ code, kind }) => ({ code, kind }));
    const { version } = (await cases.load('A', 'c1')) ?? {};
    const seen = await cases.seen('A', 'u1', 'c1-2');
    return { refused, version, seen, next: (await cases.commit(commitOf('c1', 1))).kind };
  });
  expect(found).toEqual({ refused: { code: 'PAGE_STORE_FULL', kind: 'unavailable' }, version: 1, seen: undefined, next: 'committed' });
});
