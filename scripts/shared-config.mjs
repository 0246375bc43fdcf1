/**
 * What tests and bundles share: workspace packages are read from their sources, and whatever a package asks of every build
 * it is part of, in its own `vite.build.mjs` (`export const viteConfig = { … }`), for example an alias.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { mergeConfig } from 'vite';
import { rooms } from './workspace.mjs';

/**
 * The build rules of one package: `viteConfig` for every build it is part of, `bundled` for dependencies that go into its own `dist`,
 * `keepsModules` when its modules stay files of their own there.
 */
export async function buildRules(room) {
  const path = join(room.path, 'vite.build.mjs');
  return existsSync(path) ? await import(pathToFileURL(path).href) : {};
}

const fromSources = {
  resolve: { conditions: ['@tongban/source', 'module', 'browser', 'development|production'] },
  ssr: { resolve: { conditions: ['@tongban/source', 'module', 'node', 'development|production'] } },
};

const asked = await Promise.all(rooms('packages').map(buildRules));

export const sharedConfig = asked.reduce((config, { viteConfig = {} }) => mergeConfig(config, viteConfig), fromSources);
