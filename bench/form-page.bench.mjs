/**
 * Forms on a page: first rendering of 40, 200 and 500 fields and one key among 200 of which 20 depend on it, beside the viewer of form-js,
 * in one Chromium; production builds, the contenders in turns, the quickest round of each.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { quickestOf, withPages } from './pages.mjs';

export const title = 'Forms on a page: first rendering, one key, size';
export const unit = 'ms (kB)';

const CONTENDERS = { tongban: 'tongban.mjs', 'form-js viewer': 'form-js.mjs' };
const ROUNDS = 5;

export async function run() {
  const results = {};
  await withPages(new URL('./form-page/', import.meta.url), CONTENDERS, async ({ addressOf, fileOf }) => {
    Object.assign(results, await quickestOf(Object.keys(CONTENDERS), ROUNDS, (browser, name) => measure(browser, addressOf(name))));
    for (const name of Object.keys(CONTENDERS))
      results[`${name}: kB gzip`] = gzipSync(readFileSync(fileOf(name)), { level: 9 }).length / 1000;
  });
  const ratio = (what) => results[`tongban: ${what}`] / results[`form-js viewer: ${what}`];
  return {
    results,
    limits: [
      ...[40, 200, 500].map((count) => ({
        text: `first rendering of ${count} fields ÷ form-js`,
        ratio: ratio(`${count} fields`),
        atMost: 1,
      })),
      { text: 'ms for one key among 200 fields', ratio: results['tongban: one key at 200'], atMost: 16 },
    ],
  };
}

async function measure(browser, address) {
  const page = await browser.newPage();
  const found = {};
  try {
    for (const count of [40, 200, 500]) {
      await page.goto(address);
      await page.waitForFunction('window.show !== undefined');
      found[`${count} fields`] = await page.evaluate((wanted) => window.show(wanted), count);
      if (count === 200) found['one key at 200'] = await page.evaluate(() => window.type());
    }
  } finally {
    await page.close();
  }
  return found;
}
