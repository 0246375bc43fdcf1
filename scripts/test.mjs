/** `npm test [-- <vitest arguments>]`: every test project, with Chromium found or installed, ending in one line of numbers. */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './child.mjs';
import { ensureChromium } from './chromium.mjs';
import { buildPages } from './pages.mjs';
import { summarize, summaryLine } from './test-report.mjs';
import { cache, readJson, root, say } from './workspace.mjs';

const args = process.argv.slice(2);
const reportPath = join(cache, 'tests.json');

try {
  process.exitCode = await test();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function test() {
  const env = {};
  if (needsBrowser()) {
    env.CHROME_PATH = await ensureChromium();
    await buildPages('portal');
    await buildPages('plain-page');
  }
  mkdirSync(cache, { recursive: true });
  rmSync(reportPath, { force: true });
  say('运行测试', 'running the tests');
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportPath}`];
  const code = await runChild(process.execPath, [vitest, 'run', ...reporters, ...args], { env });
  if (!existsSync(reportPath)) {
    console.error(`测试没有写出报告（vitest 退出码 ${code}）。(The tests wrote no report; vitest ended with ${code}.)`);
    console.log(summaryLine({ passed: 0, failed: 1 }));
    return code || 1;
  }
  return tell(summarize(readJson(reportPath)), code);
}

function tell(summary, code) {
  for (const file of summary.brokenFiles) console.error(`无法载入测试文件 ${file} (could not be loaded)`);
  const nothingRan = summary.passed + summary.failed === 0;
  if (nothingRan) console.error('没有运行任何测试。(No test ran.)');
  // vitest fails without a failed test for errors outside of tests, such as an unhandled rejection.
  const outside = code !== 0 && summary.failed === 0 && !nothingRan ? 1 : 0;
  if (outside) console.error('测试之外发生了错误，见上文。(An error happened outside of the tests, see above.)');
  console.log(summaryLine({ ...summary, failed: summary.failed + outside }));
  return code || (nothingRan || summary.failed > 0 ? 1 : 0);
}

/** Browser and end-to-end tests are left out only by naming other projects. */
function needsBrowser() {
  const projects = args.flatMap((arg, index) =>
    arg === '--project' ? [args[index + 1]] : arg.startsWith('--project=') ? [arg.slice(10)] : [],
  );
  return projects.length === 0 || projects.some((project) => project !== 'node');
}
