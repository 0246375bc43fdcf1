/** `npm test [-- <vitest arguments>]`: every test project, with Chromium found or installed, ending in one line of numbers. */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './child.mjs';
import { ensureChromium } from './chromium.mjs';
import { buildPages } from './pages.mjs';
import { summarize, summaryLine } from './test-report.mjs';
import { cache, readJson, rooms, root, say } from './workspace.mjs';

const args = process.argv.slice(2);
const reportPath = join(cache, 'tests.json');

try {
  process.exitCode = await test();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log(summaryLine({ passed: 0, failed: 1 }));
  process.exitCode = 1;
}

async function test() {
  const env = {};
  const problems = [];
  if (needsBrowser()) {
    env.CHROME_PATH = await ensureChromium();
    for (const { name } of rooms('examples')) await buildPages(name).catch((error) => problems.push(error));
  }
  mkdirSync(cache, { recursive: true });
  rmSync(reportPath, { force: true });
  say('运行测试', 'running the tests');
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const reporters = ['default', 'json', join(root, 'scripts/second-tries.mjs')].map((name) => `--reporter=${name}`);
  reporters.push(`--outputFile.json=${reportPath}`);
  const code = await runChild(process.execPath, [vitest, 'run', ...reporters, ...args], { env });
  if (!existsSync(reportPath)) {
    console.error(`测试没有写出报告（vitest 退出码 ${code}）。(The tests wrote no report; vitest ended with ${code}.)`);
    console.log(summaryLine({ passed: 0, failed: 1 }));
    return code || 1;
  }
  for (const problem of problems) console.error(problem instanceof Error ? problem.message : problem);
  return tell(summarize(readJson(reportPath)), code, problems.length);
}

function tell(summary, code, problems) {
  for (const file of summary.brokenFiles) console.error(`无法载入测试文件 ${file} (could not be loaded)`);
  const nothingRan = summary.passed + summary.failed === 0;
  if (nothingRan) console.error('没有运行任何测试。(No test ran.)');
  // vitest fails without a failed test for errors outside of tests, such as an unhandled rejection.
  const unhandled = code !== 0 && summary.failed === 0 && !nothingRan ? 1 : 0;
  if (unhandled) console.error('测试之外发生了错误，见上文。(An error happened outside of the tests, see above.)');
  const failed = summary.failed + unhandled + problems;
  console.log(summaryLine({ ...summary, failed }));
  return code || (nothingRan || failed > 0 ? 1 : 0);
}

/** Browser and end-to-end tests are left out only by naming other projects. */
function needsBrowser() {
  const projects = args.flatMap((arg, index) =>
    arg === '--project' ? [args[index + 1]] : arg.startsWith('--project=') ? [arg.slice(10)] : [],
  );
  return projects.length === 0 || projects.some((project) => project !== 'node');
}
