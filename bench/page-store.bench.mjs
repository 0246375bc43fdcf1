/**
 * Durable transitions in a page, on IndexedDB with `durability: 'strict'`: one after another, and many cases at once (group commit), beside
 * bare transactions that write the same rows; and what a page of the inbox costs while 1,000 and 20,000 cases wait. A profile on the disk.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { chromiumPath } from '../scripts/chromium.mjs';
import { withPages } from './pages.mjs';

const SIZES = (process.env.PAGE_STORE_CASES ?? '1000,20000').split(',').map(Number);
const [FEW, MANY] = [SIZES[0], SIZES.at(-1)];
const FLAT = 1.5;
const ROUNDS = { transition: 40, bare: 40, together: 6, inbox: 40, inboxNext: 40, started: 40 };

export const title = 'In a page: durable transition and lists on IndexedDB';
export const unit = 'µs';

export async function run() {
  const found = {};
  await withPages(new URL('./page-store/', import.meta.url), { tongban: 'tongban.mjs' }, async ({ addressOf }) => {
    for (const size of SIZES) found[size] = await measure(addressOf('tongban'), size);
  });
  const few = found[FEW];
  const growth = (work) => found[MANY][work] / few[work];
  const lists = { inbox: 'inbox page', inboxNext: 'inbox, next page', started: 'cases started' };
  return {
    results: {
      'bare transaction of the same rows': few.bare,
      tongban: few.transition,
      '32 cases at once': few.together,
      ...Object.fromEntries(
        SIZES.flatMap((size) =>
          Object.entries({ transition: 'transition', ...lists }).map(([work, name]) => [
            `${name}, ${size.toLocaleString('en')} cases`,
            found[size][work],
          ]),
        ),
      ),
    },
    limits: [
      { text: 'as fast as bare transactions', ratio: few.bare / few.transition, atLeast: 0.4 },
      { text: 'many cases at once against one after another', ratio: few.transition / few.together, atLeast: 1.1 },
      ...Object.entries({ transition: 'transition', ...lists }).map(([work, name]) => ({
        text: `${name}: ${MANY.toLocaleString('en')} cases against ${FEW.toLocaleString('en')}`,
        ratio: growth(work),
        atMost: FLAT,
      })),
    ],
  };
}

async function measure(address, size) {
  const profile = mkdtempSync(join(tmpdir(), 'tongban-page-store-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const page = await context.newPage();
    await page.goto(address);
    await page.waitForFunction('window.openFilled !== undefined');
    await page.evaluate((cases) => window.openFilled(cases), size);
    const results = {};
    for (const [work, rounds] of Object.entries(ROUNDS))
      results[work] = await page.evaluate(([name, times]) => window.quickest(name, times), [work, rounds]);
    return results;
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
