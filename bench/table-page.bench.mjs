/** `<tb-table-designer>` with 300 and with 10,000 rows in Chromium: first rendering, one screen further, a search, one cell written; the quickest round of each. */
import { chromium } from 'playwright';
import { chromiumPath } from '../scripts/chromium.mjs';
import { withPages } from './pages.mjs';

export const title = 'Decision tables on a page: 300 and 10,000 rows';
export const unit = 'ms';

const CONTENDERS = { tongban: 'tongban.mjs' };
const SIZES = [300, 10_000];
const ROUNDS = 3;
const FRAME_MS = 1000 / 60;

export async function run() {
  const results = {};
  await withPages(new URL('./table-page/', import.meta.url), CONTENDERS, async ({ addressOf }) => {
    const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu'] });
    try {
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const rows of SIZES) {
          const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
          await page.goto(addressOf('tongban'));
          await page.waitForFunction('window.show !== undefined');
          const found = await page.evaluate((count) => window.show(count), rows);
          for (const [what, value] of Object.entries(found)) {
            const key = `${what}, ${rows} rows`;
            results[key] = Math.min(results[key] ?? Number.POSITIVE_INFINITY, value);
          }
          await page.close();
        }
      }
    } finally {
      await browser.close();
    }
  });
  const growth = (what) => results[`${what}, 10000 rows`] / results[`${what}, 300 rows`];
  return {
    results,
    limits: [
      { text: 'times as long for a screen further in 10,000 rows as in 300', ratio: growth('one screen further'), atMost: 1.5 },
      { text: 'frames for a screen further in 10,000 rows', ratio: results['one screen further, 10000 rows'] / FRAME_MS, atMost: 1 },
      { text: 'tenths of a second for a search in 10,000 rows', ratio: results['a search, 10000 rows'] / 100, atMost: 2 },
    ],
  };
}
