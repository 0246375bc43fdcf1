/** Pages for benches in a browser: each contender bundled for production, all served on one loopback address while the work lasts. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { build, mergeConfig } from 'vite';
import { chromiumPath } from '../scripts/chromium.mjs';
import { sharedConfig } from '../scripts/shared-config.mjs';

/** Bundles `contenders` (name → file in `root`) and does `work` with `addressOf(name)` and `fileOf(name)`, the bundle. */
export async function withPages(root, contenders, work) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-pages-'));
  try {
    for (const [name, entry] of Object.entries(contenders)) await bundle(fileURLToPath(root), entry, join(folder, slug(name)));
    const server = await serve(folder);
    try {
      await work({
        addressOf: (name) => `${server.address}/${slug(name)}`,
        fileOf: (name) => join(folder, slug(name), 'page.js'),
      });
    } finally {
      server.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * The contenders in turns in one Chromium, `rounds` times: the least of each number that `measure(browser, name)` gives, as `name: what`.
 * `flags` are more arguments of the browser.
 */
export async function quickestOf(names, rounds, measure, flags = []) {
  const results = {};
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu', ...flags] });
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const name of names) {
        for (const [what, value] of Object.entries(await measure(browser, name))) {
          const key = `${name}: ${what}`;
          results[key] = Math.min(results[key] ?? Number.POSITIVE_INFINITY, value);
        }
      }
    }
  } finally {
    await browser.close();
  }
  return results;
}

async function bundle(root, entry, outDir) {
  await build(
    mergeConfig(sharedConfig, {
      configFile: false,
      root,
      base: './',
      logLevel: 'error',
      publicDir: false,
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        outDir,
        emptyOutDir: true,
        minify: true,
        modulePreload: { polyfill: false },
        chunkSizeWarningLimit: 4000,
        rolldownOptions: { input: join(root, entry), output: { entryFileNames: 'page.js', chunkFileNames: '[name].js' } },
      },
    }),
  );
}

const TYPES = { js: 'text/javascript', woff2: 'font/woff2', css: 'text/css' };

function serve(folder) {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://page').pathname;
    const type = TYPES[path.split('.').at(-1) ?? ''];
    if (type !== undefined) {
      response.writeHead(200, { 'content-type': type });
      response.end(readFileSync(join(folder, path)));
    } else {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(
        `<!doctype html><html lang="zh-CN"><title>x</title><body><main></main><script type="module" src="${path}/page.js"></script>`,
      );
    }
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve({ address: `http://127.0.0.1:${server.address().port}`, close: () => server.close() }));
  });
}

function slug(name) {
  return name.replaceAll(' ', '-');
}
