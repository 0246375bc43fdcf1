/** The office page, bundled and served on a loopback address, with what it reports. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** A page that is served. */
export interface ServedPage {
  readonly address: string;
  /** A folder that goes away with it. */
  readonly folder: string;
  /** What pages reported is handed to this, by name. */
  onReport: (what: string, body: unknown) => void;
  /** What `GET /answered` gives. */
  answered: readonly unknown[];
  close(): void;
}

/** Bundles the page and serves it. */
export async function servePage(): Promise<ServedPage> {
  const folder = mkdtempSync(join(tmpdir(), 'tongban-indexeddb-'));
  await bundle(folder);
  const script = readFileSync(join(folder, 'page.js'), 'utf8');
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const what = (request.url ?? '').slice(1);
    if (request.method === 'POST') {
      served.onReport(what, JSON.parse(await text(request)));
      response.end();
    } else if (what === 'page.js') {
      response.setHeader('content-type', 'text/javascript').end(script);
    } else if (what === 'answered') {
      response.end(JSON.stringify(served.answered));
    } else {
      response
        .setHeader('content-type', 'text/html')
        .end('<!doctype html><title>office</title><script type="module" src="/page.js"></script>');
    }
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const served: ServedPage = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    folder,
    onReport: () => {},
    answered: [],
    close: () => {
      server.close();
      server.closeAllConnections();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return served;
}

async function bundle(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: fileURLToPath(new URL('.', import.meta.url)),
    logLevel: 'error',
    publicDir: false,
    resolve: { conditions: ['@tongban/source', 'module', 'browser'] },
    build: {
      outDir,
      emptyOutDir: false,
      minify: false,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: fileURLToPath(new URL('./office-page.ts', import.meta.url)),
        output: { entryFileNames: 'page.js', codeSplitting: false },
      },
    },
  });
}
