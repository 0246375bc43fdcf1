/**
 * The door of every npm script: `node scripts/run.mjs <task> [arguments]`.
 * Runs on the Node that is there (20.19 or newer) before anything is installed, installs what is missing,
 * then runs `scripts/<task>.mjs` on the pinned Node 24.
 */
import { existsSync } from 'node:fs';

// Up to the check of the version, only what an old Node understands as well.
const TASKS = new Map([
  ['start', 'scripts/start.mjs'],
  ['test', 'scripts/test.mjs'],
  ['check', 'scripts/check.mjs'],
  ['build', 'scripts/build.mjs'],
  ['bench', 'bench/index.mjs'],
  ['docs', 'scripts/docs.mjs'],
  ['api', 'scripts/api-reports.mjs'],
  ['fix', 'scripts/fix.mjs'],
]);

const task = process.argv[2];
const script = TASKS.get(task);

if (!isNodeNewEnough(process.versions.node)) {
  fail(
    `通办需要 Node 20.19 或更高版本，当前是 ${process.versions.node}。请从 https://nodejs.org/ 安装新版本后再试。\n` +
      `Tongban needs Node 20.19 or newer; this is ${process.versions.node}. Please install a newer one from https://nodejs.org/ and try again.`,
  );
} else if (script === undefined) {
  fail(
    `没有任务 “${task}”，可用的任务：${[...TASKS.keys()].join('、')}。\nThere is no task "${task}". Tasks: ${[...TASKS.keys()].join(', ')}.`,
  );
} else {
  void runTask(script, process.argv.slice(3));
}

async function runTask(scriptPath, args) {
  const { root } = await import('./workspace.mjs');
  const { ensureInstalled } = await import('./install.mjs');
  const { nodeForScripts } = await import('./node-for-scripts.mjs');
  const { runChild } = await import('./child.mjs');
  try {
    process.chdir(root);
    await ensureInstalled();
    const node = await nodeForScripts();
    if (!existsSync(scriptPath)) throw new Error(`缺少文件 ${scriptPath}。(${scriptPath} is missing.)`);
    const flags = ['--conditions=@tongban/source', '--disable-warning=ExperimentalWarning'];
    process.exitCode = await runChild(node, [...flags, scriptPath, ...args]);
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
}

function isNodeNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 19);
}

function fail(sentence) {
  console.error(sentence);
  process.exitCode = 1;
}
