/**
 * The flow surface: 500 tasks opened, one of them moved, and the longest time the page stands still after an edit, beside the modeler of bpmn-js as it comes, in one Chromium; production
 * builds, the contenders in turns, the quickest round of each. Frames are not held back, so that a millisecond is not rounded up to one.
 */
import { quickestOf, withPages } from './pages.mjs';

export const title = 'Flow surface: opening 500 tasks, moving one';
export const unit = 'ms';

const CONTENDERS = { tongban: 'tongban.mjs', 'bpmn-js': 'bpmn-js.mjs' };
const ROUNDS = 7;
const MOVES = 10;
const NO_FRAMES = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

export async function run() {
  let results = {};
  await withPages(new URL('./flow-surface/', import.meta.url), CONTENDERS, async ({ addressOf }) => {
    results = await quickestOf(Object.keys(CONTENDERS), ROUNDS, (browser, name) => measure(browser, addressOf(name)), NO_FRAMES);
  });
  const ratio = (what) => results[`tongban: ${what}`] / results[`bpmn-js: ${what}`];
  return {
    results,
    limits: [
      { text: 'opening ÷ bpmn-js', ratio: ratio('open'), atMost: 1.1 },
      { text: 'moving ÷ bpmn-js', ratio: ratio('move'), atMost: 1.2 },
      { text: 'longest block after an edit ÷ 16 ms', ratio: results['tongban: settle'] / 16, atMost: 1 },
    ],
  };
}

async function measure(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    await page.goto(address);
    await page.waitForFunction('window.open !== undefined && window.move !== undefined');
    return {
      open: await page.evaluate(() => window.open()),
      move: await page.evaluate((moves) => window.move(moves), MOVES),
      settle: await page.evaluate(() => window.settle()),
    };
  } finally {
    await page.close();
  }
}
