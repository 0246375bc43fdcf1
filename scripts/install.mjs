/** Installs the dependencies when they are missing or no longer those of package-lock.json. Runs before anything is installed. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './child.mjs';
import { readJson, root, say } from './workspace.mjs';

/** @throws when npm fails; its own words stand above. */
export async function ensureInstalled() {
  const lockPath = join(root, 'package-lock.json');
  const installedPath = join(root, 'node_modules', '.package-lock.json');
  const hasLock = existsSync(lockPath);
  const hasModules = existsSync(join(root, 'node_modules'));
  if (hasModules && existsSync(installedPath) && (!hasLock || isInstalled(readJson(lockPath), readJson(installedPath)))) return;

  say(hasModules ? '依赖有变化，更新依赖' : '安装依赖', hasModules ? 'dependencies changed, updating them' : 'installing dependencies');
  // Not `npm ci`: it refuses a lockfile that was written behind a mirror without the binaries of other systems,
  // and it deletes what is already there. `--no-save` keeps the lockfile as it is.
  // form-js, which the bench compares with, brings packages that report to their maker when they are installed.
  process.env.IBM_TELEMETRY_DISABLED = 'true';
  const code = await npm(['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) {
    throw new Error(
      `依赖安装失败（npm install 退出码 ${code}），请检查网络或 npm 镜像设置后重试。\n` +
        `Installing the dependencies failed (npm install ended with ${code}). Check the network or the npm registry setting, then try again.`,
    );
  }
}

/**
 * Whether what npm last finished installing (`node_modules/.package-lock.json`) holds all that the lockfile asks for.
 * Optional packages are for other systems and do not count.
 */
export function isInstalled(lock, installed) {
  const there = installed.packages ?? {};
  return Object.entries(lock.packages ?? {}).every(([path, wanted]) => {
    if (!path.includes('node_modules/') || wanted.optional || wanted.devOptional) return true;
    const found = there[path];
    return found !== undefined && (wanted.link ? found.resolved === wanted.resolved : found.version === wanted.version);
  });
}

/** Runs the npm that started us, or the one on the PATH. */
export function npm(args, options = {}) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js') && existsSync(cli)) return runChild(process.execPath, [cli, ...args], options);
  return runChild('npm', args, { ...options, shell: process.platform === 'win32' });
}
