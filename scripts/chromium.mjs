/**
 * Finds the Chromium that browser tests drive: CHROME_PATH first, then the usual places; installs Debian's when it may.
 * The headless shell is Chromium without window, toolbar and extensions: the same pages for a third less of the processor.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { runChild } from './child.mjs';
import { say } from './workspace.mjs';

const PLACES = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The path of Chromium, or undefined when there is none. */
export function findChromium() {
  const wanted = process.env.CHROME_PATH;
  if (wanted) return existsSync(wanted) ? wanted : undefined;
  return PLACES.find((place) => existsSync(place));
}

/** The path of Chromium for a configuration file; a missing one is reported when a browser test starts. */
export function chromiumPath() {
  return findChromium() ?? PLACES[0];
}

/** The path of Chromium, installed first where we may. @throws with what to install. */
export async function ensureChromium() {
  if (process.env.CHROME_PATH && !existsSync(process.env.CHROME_PATH)) {
    throw new Error(
      `CHROME_PATH 指向的文件不存在：${process.env.CHROME_PATH}。\nCHROME_PATH names a file that does not exist: ${process.env.CHROME_PATH}.`,
    );
  }
  const found = findChromium();
  if (found !== undefined) return found;
  const asRoot = commandAsRoot();
  if (asRoot !== undefined) {
    say('安装 Chromium 和中文字体', 'installing Chromium and Chinese fonts');
    await aptGet(asRoot, ['update', '-q']);
    // Ubuntu and older releases of Debian have no shell of their own.
    for (const name of ['chromium-headless-shell', 'chromium']) {
      await aptGet(asRoot, ['install', '-y', '-q', '--no-install-recommends', name, 'fonts-noto-cjk']);
      const installed = findChromium();
      if (installed !== undefined) return installed;
    }
  }
  throw new Error(
    '浏览器测试需要 Chromium 或 Chrome。请安装后再试（Debian/Ubuntu：sudo apt-get install chromium fonts-noto-cjk；其他系统：https://www.google.cn/chrome/），或用环境变量 CHROME_PATH 指出它的位置。\n' +
      'The browser tests need Chromium or Chrome. Install it (Debian, Ubuntu: sudo apt-get install chromium fonts-noto-cjk; other systems: https://www.google.com/chrome/), or name its place in CHROME_PATH.',
  );
}

/** The words before `apt-get` that make it root's, or undefined where we may not install. */
function commandAsRoot() {
  if (!answers('apt-get', ['--version'])) return undefined;
  if (process.getuid?.() === 0) return [];
  return answers('sudo', ['-n', 'true']) ? ['sudo', '-n'] : undefined;
}

async function aptGet(asRoot, args) {
  const [command, ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
  const code = await runChild(command, rest, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (code !== 0) console.error(`apt-get ${args[0]} 失败，退出码 ${code}。(apt-get ${args[0]} ended with ${code}.)`);
}

function answers(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
