/** The plain page as people meet it: static files, no server behind them, no secure context. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chromiumPath } from '../../scripts/chromium.mjs';

const BUILT = new URL('./dist/', import.meta.url);
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};
const POLICY = "default-src 'self'; img-src 'self' blob:";

let server: Server;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--host-resolver-rules=MAP tongban.test 127.0.0.1'];
  browser = await chromium.launch({ executablePath: chromiumPath(), args });
  page = await browser.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(`http://tongban.test:${(server.address() as AddressInfo).port}/`);
});

afterAll(async () => {
  await browser.close();
  server.close();
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url === '/' ? 'index.html' : (request.url ?? '').slice(1);
  const body = await readFile(new URL(path, BUILT)).catch(() => undefined);
  const status = path === 'favicon.ico' ? 204 : body === undefined ? 404 : 200;
  response.writeHead(status, { 'content-type': TYPES[extname(path)] ?? 'text/plain', 'content-security-policy': POLICY });
  response.end(body);
}

it('runs a case in the page: start, fill, see it refused where it is wrong', async () => {
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await page.getByRole('button', { name: '新建办件' }).click();
  await page.getByRole('combobox', { name: '选择项目' }).fill('花椒');
  await page.getByRole('option', { name: /花椒精深加工/ }).click();
  await page.getByRole('button', { name: '开始填写' }).click();
  await page.getByRole('textbox', { name: '项目名称' }).waitFor();
  expect(await page.getByRole('textbox', { name: '项目名称' }).inputValue()).toBe('积石山县花椒精深加工项目');
  await page.getByRole('button', { name: '提交', exact: true }).click();
  const overview = page.getByRole('textbox', { name: '项目基本概况及进展情况' });
  await expect.poll(() => overview.getAttribute('aria-invalid')).toBe('true');
});

it('keeps the draft when the person looks elsewhere, and shows the case to others only when it is theirs', async () => {
  await page.getByRole('textbox', { name: '项目基本概况及进展情况' }).fill('新建两条生产线');
  await page.getByText('已自动保存').waitFor();
  await page.getByRole('button', { name: '办件', exact: true }).click();
  await page
    .locator('tb-inbox')
    .getByRole('button', { name: /花椒精深加工/ })
    .click();
  await expect.poll(() => page.getByRole('textbox', { name: '项目基本概况及进展情况' }).inputValue()).toBe('新建两条生产线');
  await page.getByLabel('身份').selectOption('ecology');
  await page.getByText('没有待办').waitFor();
  expect(complaints).toEqual([]);
});
