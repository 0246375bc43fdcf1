/** A built example in a browser: static files under a strict policy from a name that is no secure context. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { chromiumPath } from '../../scripts/chromium.mjs';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};
const POLICY = "default-src 'self'; img-src 'self' blob:";
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--host-resolver-rules=MAP tongban.test 127.0.0.1'];

/** A page that is open. */
export interface ServedPage {
  readonly page: Page;
  /** Errors of scripts and what the policy blocked. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Serves the files in `built` and opens the first of them. */
export async function openServed(built: URL): Promise<ServedPage> {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url === '/' ? 'index.html' : (request.url ?? '').slice(1);
    const body = await readFile(new URL(path, built)).catch(() => undefined);
    const status = path === 'favicon.ico' ? 204 : body === undefined ? 404 : 200;
    response.writeHead(status, { 'content-type': TYPES[extname(path)] ?? 'text/plain', 'content-security-policy': POLICY });
    response.end(body);
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ARGS });
  const page = await browser.newPage();
  page.setDefaultTimeout(240_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(`http://tongban.test:${(server.address() as AddressInfo).port}/`);
  return {
    page,
    complaints,
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}
