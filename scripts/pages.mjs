/** Builds the pages (`*.html`) of an example into its `dist`, only when a source changed. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fingerprint, unlessUnchanged } from './fingerprint.mjs';
import { filesBelow, root, say } from './workspace.mjs';

/** The browsers we promise to run in: Chromium 109, Firefox 115, Safari 16.4. */
export const BROWSER_FLOOR = ['es2022', 'chrome109', 'firefox115', 'safari16.4'];

/** Builds the pages of `examples/<name>`; does nothing when it has none. */
export async function buildPages(name) {
  const folder = join(root, 'examples', name);
  const pages = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.html')) : [];
  if (pages.length === 0) return;
  const output = join(folder, 'dist');
  await unlessUnchanged(`pages-${name}`, fingerprint(pageInputs(folder)), output, async () => {
    say('构建页面', `building the pages of examples/${name}`);
    await prepareExample(folder);
    const { build, mergeConfig } = await import('vite');
    const { sharedConfig } = await import('./shared-config.mjs');
    await build(
      mergeConfig(sharedConfig, {
        configFile: false,
        root: folder,
        base: './',
        logLevel: 'warn',
        worker: { format: 'es' },
        build: {
          target: BROWSER_FLOOR,
          outDir: output,
          emptyOutDir: true,
          // A strict Content-Security-Policy allows no data: addresses and no inline script.
          assetsInlineLimit: 0,
          modulePreload: { polyfill: false },
          chunkSizeWarningLimit: 4000,
          rolldownOptions: { input: Object.fromEntries(pages.map((page) => [page.replace(/\.html$/, ''), join(folder, page)])) },
        },
      }),
    );
  });
}

/** An example may make files for its pages first: `prepare.mjs` with a function `prepare`. */
async function prepareExample(folder) {
  const script = join(folder, 'prepare.mjs');
  if (!existsSync(script)) return;
  const { prepare } = await import(pathToFileURL(script).href);
  await prepare();
}

function pageInputs(folder) {
  const isInput = (path) => !/\.(test|bench)\.tsx?$|\.md$|\.release\.json$|[\\/]examples[\\/][^\\/]+[\\/]data[\\/]/.test(path);
  return [
    ...filesBelow(folder, isInput),
    ...filesBelow(join(root, 'packages'), isInput),
    ...filesBelow(join(root, 'scripts'), (path) => /(pages|shared-config)\.mjs$/.test(path)),
    join(root, 'package-lock.json'),
  ];
}
