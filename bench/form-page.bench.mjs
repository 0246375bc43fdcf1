/**
 * Forms on a page: first rendering of 40, 200 and 500 fields and one key among 200 of which 20 depend on it, and tables of 100, 1,000 and
 * 10,000 rows, beside the viewer of form-js (which is not asked for more than 100 rows), in one Chromium; production builds, the contenders
 * in turns, the quickest round of each.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { quickestOf, withPages } from './pages.mjs';

export const title = 'Forms on a page: first rendering, one key, size';
export const unit = 'ms (kB)';

const ROWS = { tongban: [100, 1000, 10_000], 'form-js viewer': [100] };
const CONTENDERS = { tongban: 'tongban.mjs', 'form-js viewer': 'form-js.mjs' };
const ROUNDS = 5;

export async function run() {
  const results = {};
  await withPages(new URL('./form-page/', import.meta.url), CONTENDERS, async ({ addressOf, fileOf }) => {
    Object.assign(
      results,
      await quickestOf(Object.keys(CONTENDERS), ROUNDS, (browser, name) => measure(browser, addressOf(name), ROWS[name])),
    );
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
      { text: 'first rendering of 100 rows ÷ form-js', ratio: ratio('100 rows'), atMost: 1 },
      {
        text: 'first rendering of 10,000 rows ÷ 100 rows of form-js',
        ratio: results['tongban: 10000 rows'] / results['form-js viewer: 100 rows'],
        atMost: 2,
      },
      { text: 'ms for one key at 1,000 rows', ratio: results['tongban: one key at 1000 rows'], atMost: 16 },
      { text: 'ms for one key among 200 fields', ratio: results['tongban: one key at 200'], atMost: 16 },
    ],
  };
}

async function measure(browser, address, rows) {
  const page = await browser.newPage();
  const found = {};
  try {
    for (const count of [40, 200, 500]) {
      await page.goto(address);
      await page.waitForFunction('window.show !== undefined');
      found[`${count} fields`] = await page.evaluate((wanted) => window.show(wanted), count);
      if (count === 200) found['one key at 200'] = await page.evaluate(() => window.type());
    }
    for (const count of rows) {
      await page.goto(address);
      await page.waitForFunction('window.showRows !== undefined');
      found[`${count} rows`] = await page.evaluate((wanted) => window.showRows(wanted), count);
      if (count > 100) found[`one key at ${count} rows`] = await page.evaluate(() => window.type());
    }
  } finally {
    await page.close();
  }
  return found;
}
