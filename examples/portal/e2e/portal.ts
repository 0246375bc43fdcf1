/** The portal's server as a process of its own, as `npm start` runs it: to be started, killed in the middle of work, and started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { JsonObject } from '@tongban/model';
import { PERSON_HEADER } from '../src/host/development-identity.ts';

const SERVER = fileURLToPath(new URL('../src/server.ts', import.meta.url));
const SHIFTED_CLOCK = new URL('./shifted-clock.ts', import.meta.url).href;
const START_LIMIT_MS = 240_000;

/** A name that browsers do not trust as they trust localhost: plain http under it is no secure context. */
export const HOST = 'tongban.test';

/** A running portal with its data in a folder of its own. */
export interface Portal {
  /** Address of its pages, under {@link HOST}. */
  readonly address: string;
  /** One of its addresses for those who do not know {@link HOST}. */
  atLoopback(address: string): string;
  /** The present of the server, and of the pages of its people. */
  now(): number;
  /** Ends the process at once, as a power cut does. Answers when it is gone. */
  kill(): Promise<void>;
  /** Starts it again on the same data and port; `at` moves its clock to a time, `YYYY-MM-DDTHH:MM` in China. */
  restart(at?: string): Promise<void>;
  /** Asks its API as a person. */
  ask(person: string, path: string, options?: { readonly method?: string; readonly body?: unknown }): Promise<Answer>;
  /** Uploads a file as a person; answers the reference to it. */
  upload(person: string, name: string, bytes: Buffer): Promise<JsonObject>;
  /** What it wrote, for a failing test. */
  output(): string;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

/** An answer of the API. */
export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what is in it is what the tests look into
  readonly body: any;
}

/** How a portal starts. */
export interface PortalOptions {
  /** With the cases that are made up for an operator's first day. */
  readonly demonstration?: boolean;
}

/** Starts a portal whose clock shows `at`, `YYYY-MM-DDTHH:MM` in China. */
export async function startPortal(at: string, { demonstration = false }: PortalOptions = {}): Promise<Portal> {
  const data = await mkdtemp(join(tmpdir(), 'tongban-e2e-'));
  let shift = shiftTo(at);
  let running = await run({ data, port: 0, shift, demonstration });
  const { port } = running;
  const origin = `http://127.0.0.1:${port}`;
  return {
    address: `http://${HOST}:${port}/`,
    atLoopback: (address) => address.replace(HOST, '127.0.0.1'),
    now: () => Date.now() + shift,
    output: () => running.output(),
    kill: () => end(running.child, 'SIGKILL'),
    restart: async (later) => {
      if (later !== undefined) shift = shiftTo(later);
      running = await run({ data, port, shift, demonstration });
    },
    ask: async (person, path, { method = 'GET', body } = {}) => {
      const response = await fetch(`${origin}/api/v1${path}`, {
        method,
        headers: { [PERSON_HEADER]: person, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      return { status: response.status, body: await response.json() };
    },
    upload: async (person, name, bytes) => {
      const response = await fetch(`${origin}/api/v1/files?name=${encodeURIComponent(name)}`, {
        method: 'POST',
        headers: { [PERSON_HEADER]: person, 'content-type': 'application/pdf' },
        body: new Uint8Array(bytes),
      });
      return (await response.json()) as JsonObject;
    },
    stop: async () => {
      await end(running.child, 'SIGTERM');
      await rm(data, { recursive: true, force: true });
    },
  };
}

interface Running {
  readonly child: ChildProcess;
  readonly port: number;
  output(): string;
}

interface RunOptions extends Required<PortalOptions> {
  readonly data: string;
  readonly port: number;
  readonly shift: number;
}

function run({ data, port, shift, demonstration }: RunOptions): Promise<Running> {
  const flags = ['--conditions=@tongban/source', '--disable-warning=ExperimentalWarning', '--import', SHIFTED_CLOCK];
  const child = spawn(process.execPath, [...flags, SERVER], {
    env: {
      ...{ ...process.env, NODE_OPTIONS: '', PORT: String(port), TONGBAN_DATA: data, TONGBAN_E2E_SHIFT: String(shift) },
      TONGBAN_DEMONSTRATION: demonstration ? 'on' : 'off',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  return new Promise((resolve, reject) => {
    const fail = (what: string): void => reject(new Error(`${what}\n${output}`));
    const limit = setTimeout(() => fail('The portal did not start in time.'), START_LIMIT_MS);
    const take = (chunk: Buffer): void => {
      output += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:(\d+)\//.exec(output);
      if (found === null) return;
      clearTimeout(limit);
      resolve({ child, port: Number(found[1]), output: () => output });
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('exit', (code) => {
      clearTimeout(limit);
      fail(`The portal ended with ${code}.`);
    });
  });
}

function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}

function shiftTo(at: string): number {
  return Date.parse(`${at}:00+08:00`) - Date.now();
}
