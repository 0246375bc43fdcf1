/** One call over HTTP: address, headers of the host, errors of the server as our own errors. */
import { fromWireError, type WireError } from '@tongban/model';
import { raise } from './errors.ts';

/** How the API is reached. */
export interface ClientOptions {
  /** Address of the API, e.g. `/api/v1` or `https://portal.example/api/v1`. */
  readonly baseUrl: string;
  /** Headers for every call: the host's token or session. */
  headers?(): Promise<Readonly<Record<string, string>>> | Readonly<Record<string, string>>;
  /** Called when the server says that nobody is signed in. */
  onUnauthorized?(): void;
  /** Default: the page's `fetch`. */
  readonly fetch?: typeof globalThis.fetch;
}

/** Query parameters; undefined ones are left out. */
export type Query = Readonly<Record<string, string | number | undefined>>;

/** What one call carries. */
export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly query?: Query;
  readonly json?: unknown;
  readonly bytes?: Uint8Array;
  readonly mediaType?: string;
  readonly signal?: AbortSignal;
  /** A refusal `{ ok: false, problems }` is an answer and not an error. */
  readonly refusable?: boolean;
}

/** Makes calls to the API. */
export interface Http {
  /** The JSON answer. */
  json<Answer>(path: string, call?: Call): Promise<Answer>;
  /** The answer as it is. */
  raw(path: string, call?: Call): Promise<Response>;
}

/** An {@link Http} for `options`. */
export function createHttp(options: ClientOptions): Http {
  const raw = async (path: string, call: Call = {}): Promise<Response> => {
    const response = await send(options, path, call);
    if (response.ok || (call.refusable === true && response.status === 422)) return response;
    if (response.status === 401) options.onUnauthorized?.();
    throw await errorOf(response, path);
  };
  return { raw, json: async (path, call) => readJson(await raw(path, call), path) };
}

async function send(options: ClientOptions, path: string, call: Call): Promise<Response> {
  const headers: Record<string, string> = { ...(await options.headers?.()) };
  if (call.json !== undefined) headers['content-type'] = 'application/json';
  if (call.bytes !== undefined) headers['content-type'] = call.mediaType ?? 'application/octet-stream';
  const body = call.bytes === undefined ? JSON.stringify(call.json) : (call.bytes as Uint8Array<ArrayBuffer>);
  const fetchIt = options.fetch ?? globalThis.fetch.bind(globalThis);
  try {
    return await fetchIt(`${options.baseUrl}${path}${queryText(call.query)}`, {
      method: call.method ?? 'GET',
      headers,
      ...(body === undefined ? {} : { body }),
      ...(call.signal === undefined ? {} : { signal: call.signal }),
    });
  } catch (cause) {
    throw raise('CLIENT_UNREACHABLE', { baseUrl: options.baseUrl }, cause);
  }
}

function queryText(query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}

async function readJson<Answer>(response: Response, path: string): Promise<Answer> {
  try {
    return (await response.json()) as Answer;
  } catch (cause) {
    throw raise('CLIENT_ANSWER_UNREADABLE', { path, status: response.status }, cause);
  }
}

async function errorOf(response: Response, path: string): Promise<Error> {
  const body = await readJson<WireError>(response, path);
  return typeof body?.error?.code === 'string' ? fromWireError(body) : raise('CLIENT_ANSWER_UNREADABLE', { path, status: response.status });
}
