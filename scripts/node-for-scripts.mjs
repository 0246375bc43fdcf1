/**
 * The Node that runs the scripts: the pinned Node 24 of the npm package `node`, else a system Node of 22.13 or newer.
 * npm does not always run that package's install script (npm 11 asks for `allowScripts`, `ignore-scripts` forbids it), so we may have to.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './child.mjs';
import { root, say } from './workspace.mjs';

const folder = join(root, 'node_modules', 'node');
const binary = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** The path of a Node that can run the scripts. @throws with what to install when there is none. */
export async function nodeForScripts() {
  if (canRunScripts(versionOf(binary))) return binary;
  if (existsSync(folder)) {
    say('准备 Node 24', 'preparing Node 24');
    await runChild(process.execPath, ['installArchSpecificPackage.js'], { cwd: folder });
    if (canRunScripts(versionOf(binary))) return binary;
  }
  if (canRunScripts(process.versions.node)) return process.execPath;
  throw new Error(
    `无法准备 Node 24（npm 包 node 的安装脚本没有成功），而当前 Node ${process.versions.node} 低于 22.13。请安装 Node 24（https://nodejs.org/）后再试。\n` +
      `Node 24 could not be prepared (the install script of the npm package "node" did not succeed), and this Node ${process.versions.node} is older than 22.13. ` +
      'Please install Node 24 from https://nodejs.org/ and try again.',
  );
}

/** Whether a Node of this version (`24.9.0`) knows `node:sqlite` without a flag and runs vitest. */
export function canRunScripts(version) {
  const [major = 0, minor = 0] = String(version).split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 13);
}

function versionOf(path) {
  if (!existsSync(path)) return undefined;
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim().replace(/^v/, '') : undefined;
}
