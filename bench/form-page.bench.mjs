/**
 * Forms on a page: first rendering of 40, 200 and 500 fields and one key among 200 of which 20 depend on it, beside the viewer of form-js,
 * in one Chromium; production builds, the contenders in turns, the quickest round of each.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import { build, mergeConfig } from 'vite';
import { chromiumPath } from '../scripts/chromium.mjs';
import { sharedConfig } from '../scripts/shared-config.mjs';

export const title = 'Forms on a page: first rendering, one key, size';
export const unit = 'ms (kB)';

const CONTENDERS = { tongban: 'tongban.mjs', 'form-js viewer': 'form-js.mjs' };
const ROUNDS = 5;

export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'form-page-'));
  const results = {};
  try {
    for (const [name, entry] of Object.entries(CONTENDERS)) await bundle(entry, join(folder, slug(name)));
    const server = await serve(folder);
    const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu'] });
    try {
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const name of Object.keys(CONTENDERS)) {
          for (const [what, value] of Object.entries(await measure(browser, `${server.address}/${slug(name)}`))) {
            const key = `${name}: ${what}`;
            results[key] = Math.min(results[key] ?? Number.POSITIVE_INFINITY, value);
          }
        }
      }
    } finally {
      await browser.close();
      server.close();
    }
    for (const name of Object.keys(CONTENDERS)) {
      results[`${name}: kB gzip`] = gzipSync(readFileSync(join(folder, slug(name), 'page.js')), { level: 9 }).length / 1000;
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  const ratio = (what) => results[`tongban: ${what}`] / results[`form-js viewer: ${what}`];
  return {
    results,
    limits: [
      ...[40, 200, 500].map((count) => ({
        text: `first rendering of ${count} fields ÷ form-js`,
        ratio: ratio(`${count} fields`),
        atMost: 1,
      })),
      { text: 'ms for one key among 200 fields', ratio: results['tongban: one key at 200'], atMost: 16 },
    ],
  };
}

async function measure(browser, address) {
  const page = await browser.newPage();
  const found = {};
  try {
    for (const count of [40, 200, 500]) {
      await page.goto(address);
      await page.waitForFunction('window.show !== undefined');
      found[`${count} fields`] = await page.evaluate((wanted) => window.show(wanted), count);
      if (count === 200) found['one key at 200'] = await page.evaluate(() => window.type());
    }
  } finally {
    await page.close();
  }
  return found;
}

async function bundle(entry, outDir) {
  await build(
    mergeConfig(sharedConfig, {
      configFile: false,
      root: fileURLToPath(new URL('./form-page', import.meta.url)),
      logLevel: 'error',
      publicDir: false,
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        outDir,
        emptyOutDir: true,
        minify: true,
        modulePreload: { polyfill: false },
        chunkSizeWarningLimit: 4000,
        rolldownOptions: {
          input: fileURLToPath(new URL(`./form-page/${entry}`, import.meta.url)),
          output: { entryFileNames: 'page.js', chunkFileNames: '[name].js' },
        },
      },
    }),
  );
}

function serve(folder) {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://page').pathname;
    if (path.endsWith('.js')) {
      response.writeHead(200, { 'content-type': 'text/javascript' });
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
