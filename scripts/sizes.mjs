/**
 * Bundles the first load of what a page takes, minified and with all its libraries, into `.cache/sizes/<name>/first`;
 * parts that are loaded later go into `later`. The limits stand in `.size-limit.json`.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, mergeConfig } from 'vite';
import { fingerprint, unlessUnchanged } from './fingerprint.mjs';
import { BROWSER_FLOOR } from './pages.mjs';
import { sharedConfig } from './shared-config.mjs';
import { cache, filesBelow, root } from './workspace.mjs';

/** What a page imports, by name of the size. */
const ENTRIES = {
  step: `export { loadParts, prepareRelease, step } from '@tongban/runtime';`,
  engine: `export { createCaseService, createEngine, openMemoryStorage } from '@tongban/runtime';`,
  'in-the-browser': `export { createCaseService, createEngine } from '@tongban/runtime'; export { openIndexedDb } from '@tongban/store-indexeddb';`,
  'filing-form': `import '@tongban/filing-form/define';`,
  'flow-designer': `import '@tongban/flow-designer/define';`,
  'form-designer': `import '@tongban/form-designer/define';`,
};

/** Makes the bundles that are out of date. */
export async function bundleForSizes() {
  const inputs = filesBelow(join(root, 'packages'), (path) => !/\.(test|bench)\.tsx?$|\.md$/.test(path));
  const print = fingerprint([...inputs, join(root, 'scripts/sizes.mjs'), join(root, 'package-lock.json')]);
  await unlessUnchanged('sizes', print, join(cache, 'sizes'), async () => {
    rmSync(join(cache, 'sizes'), { recursive: true, force: true });
    for (const [name, source] of Object.entries(ENTRIES)) await bundleFirstLoad(name, source);
  });
}

/**
 * The first load is one file, as bundlers make it that know what is loaded already: else each part that is loaded later would cut the
 * core into pieces of its own. What Vite adds to `import()` for the style sheets of pages is no part of ours.
 */
const inOnePiece = (entry) => ({
  plugins: [
    {
      name: 'tongban:plain-import',
      enforce: 'pre',
      load: (id) => (id.includes('vite/preload-helper') ? 'export const __vitePreload = (load) => load();' : undefined),
    },
  ],
  build: {
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'first', test: (id) => id === entry, includeDependenciesRecursively: true }] } },
    },
  },
});

async function bundleFirstLoad(name, source) {
  const folder = join(cache, 'sizes', name);
  mkdirSync(folder, { recursive: true });
  const entry = join(folder, 'entry.mjs');
  writeFileSync(entry, source);
  const result = await build(
    mergeConfig(mergeConfig(sharedConfig, inOnePiece(entry)), {
      configFile: false,
      root,
      logLevel: 'error',
      publicDir: false,
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        target: BROWSER_FLOOR,
        write: false,
        minify: true,
        assetsInlineLimit: 0,
        modulePreload: false,
        chunkSizeWarningLimit: 4000,
        rolldownOptions: { input: entry, preserveEntrySignatures: 'strict' },
      },
    }),
  );
  const { output } = Array.isArray(result) ? result[0] : result;
  const chunks = new Map(output.filter((part) => part.type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
  const first = firstLoad(chunks);
  for (const [fileName, chunk] of chunks) {
    const place = join(folder, first.has(fileName) ? 'first' : 'later');
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, basename(fileName)), chunk.code);
  }
}

/** The entry and everything it imports at once, directly or not. */
function firstLoad(chunks) {
  const loaded = new Set();
  const load = (fileName) => {
    if (loaded.has(fileName) || !chunks.has(fileName)) return;
    loaded.add(fileName);
    for (const imported of chunks.get(fileName).imports) load(imported);
  };
  for (const [fileName, chunk] of chunks) if (chunk.isEntry) load(fileName);
  return loaded;
}
