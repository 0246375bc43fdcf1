/** The bundle as a host ships it: without `eval`, and at work under a strict policy. How large it is, `check sizes` says. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright';
import { build, mergeConfig } from 'vite';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

// the workspace's scripts have no types
const { chromiumPath } = await import('../../../scripts/chromium.mjs' as string);
const { sharedConfig } = await import('../../../scripts/shared-config.mjs' as string);

const POLICY = "default-src 'self'; img-src 'self' blob:";
const PAGE = '<!doctype html><html lang="zh-CN"><title>表单</title><body><script type="module" src="/form.js"></script></body></html>';

interface Chunk {
  readonly type: string;
  readonly fileName: string;
  readonly code?: string;
}

/** The chunks of a page, by address. */
async function bundle(entry: URL): Promise<ReadonlyMap<string, Chunk>> {
  vi.stubEnv('NODE_ENV', 'production');
  const result = await build(
    mergeConfig(sharedConfig, {
      configFile: false,
      root: fileURLToPath(new URL('..', import.meta.url)),
      logLevel: 'error',
      publicDir: false,
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        write: false,
        minify: true,
        modulePreload: { polyfill: false },
        rolldownOptions: { input: fileURLToPath(entry), preserveEntrySignatures: 'strict', output: { entryFileNames: 'form.js' } },
      },
    }),
  );
  const { output } = (Array.isArray(result) ? result[0] : result) as { output: readonly Chunk[] };
  return new Map(output.map((chunk) => [`/${chunk.fileName}`, chunk]));
}

let server: Server;
let browser: Browser;

beforeAll(async () => {
  const chunks = await bundle(new URL('./test-support/production-page.ts', import.meta.url));
  server = createServer((request, response) => {
    const code = chunks.get(request.url ?? '')?.code;
    const type = code === undefined ? 'text/html; charset=utf-8' : 'text/javascript';
    response.writeHead(200, { 'content-type': type, 'content-security-policy': POLICY });
    response.end(code ?? PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu'] });
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

test('the bundle holds no code that makes code', async () => {
  const chunks = await bundle(new URL('./define.ts', import.meta.url));
  expect([...chunks.values()].some(({ code }) => code?.includes('tb-form'))).toBe(true);
  expect([...chunks.values()].map((chunk) => chunk.code ?? '').join('\n')).not.toMatch(
    /\bnew Function\b|\bFunction\s*\(|\beval\s*\(|return this['"`]/,
  );
});

test('a production build fills in, moves, shows errors and prints under a strict policy', async () => {
  const page = await browser.newPage();
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('favicon') && !message.text().includes('404')) wrong.push(message.text());
  });
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.getByLabel('项目单位').fill('绿源公司');
  await page.getByLabel('姓名 第 1 行').fill('马一');
  await page.getByRole('button', { name: '下移第 1 行' }).click();
  await page.getByRole('button', { name: '添加一行' }).click();
  await page.getByRole('button', { name: /^选择日期/ }).click();
  await page.keyboard.press('Enter');
  const values = await page.evaluate(() => {
    const form = document.querySelector('tb-form');
    form?.handle.validate();
    return form?.handle.values();
  });
  expect(values).toMatchObject({ unit: '绿源公司', contacts: [{ rowId: 'r2' }, { rowId: 'r1', name: '马一' }, { rowId: 'r3' }] });
  await page.getByRole('button', { name: '请填写“投资人（单位法人）”。' }).click();
  await page.keyboard.type('马建国');
  expect(await page.getByLabel('投资人（单位法人）').inputValue()).toBe('马建国');
  expect((await page.pdf()).length).toBeGreaterThan(1000);
  expect(await page.getByLabel('投资人（单位法人）').inputValue()).toBe('马建国');
  expect(wrong).toEqual([]);
});

test('what is loaded when it is needed works under a strict policy too', async () => {
  const page = await browser.newPage();
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404')) wrong.push(message.text());
  });
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/?kinds`);
  await page.getByLabel('市级').selectOption('622900');
  await page.getByLabel('县级').selectOption('622927');
  await page.getByLabel('项目名称').fill('光伏发电项目');
  await page.getByRole('img', { name: '二维码：光伏发电项目' }).waitFor();
  await page.getByRole('button', { name: '经办人签字：手写签名' }).click();
  const box = await page.locator('canvas').boundingBox();
  await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 20);
  await page.mouse.down();
  await page.mouse.move((box?.x ?? 0) + 120, (box?.y ?? 0) + 60, { steps: 5 });
  await page.mouse.up();
  await page.getByRole('button', { name: '确认签名', exact: true }).click();
  await page.getByRole('img', { name: '马建国的手写签名' }).waitFor();
  expect(await page.evaluate(() => document.querySelector('tb-form')?.handle.values()['sign'])).toMatchObject({ method: 'drawn' });
  expect(wrong).toEqual([]);
});
