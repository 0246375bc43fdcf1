/** `<tb-form-designer>` with 40, 200 and 500 fields in Chromium: opening, one letter of a name, selecting, adding a field and taking it back; the quickest round of each. */
import { quickestOf, withPages } from './pages.mjs';

export const title = 'Designing forms on a page: opening and editing 40, 200 and 500 fields';
export const unit = 'ms';

const CONTENDERS = { tongban: 'tongban.mjs' };
const SIZES = [40, 200, 500];
const ROUNDS = 3;

export async function run() {
  const results = {};
  await withPages(new URL('./form-design/', import.meta.url), CONTENDERS, async ({ addressOf }) => {
    Object.assign(results, await quickestOf(Object.keys(CONTENDERS), ROUNDS, (browser, name) => measure(browser, addressOf(name))));
  });
  const edits = ['one letter', 'selecting', 'adding', 'taking back'];
  return {
    results,
    limits: edits.map((edit) => ({ text: `ms for ${edit} among 500 fields`, ratio: results[`tongban: ${edit}, 500 fields`], atMost: 100 })),
  };
}

async function measure(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const found = {};
  try {
    for (const count of SIZES) {
      await page.goto(address);
      await page.waitForFunction('window.show !== undefined');
      for (const [what, value] of Object.entries(await page.evaluate((wanted) => window.show(wanted), count))) {
        found[`${what}, ${count} fields`] = value;
      }
    }
  } finally {
    await page.close();
  }
  return found;
}
