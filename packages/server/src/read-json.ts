/** Reads a JSON body within limits of size and depth, and without names that JavaScript gives a meaning. */
import { isSafeName, type Json } from '@tongban/model';
import { raise } from './errors.ts';

/** Largest JSON body in bytes. */
export const MAX_BODY_BYTES: number = 2 * 1024 * 1024;
const MAX_DEPTH = 64;
const JSON_TYPE = /^application\/json\s*(;|$)/i;

/**
 * The body of a request as JSON; an empty body is `{}`.
 * Other content types are refused: a page of another site can send those without asking.
 * @throws SERVER_BODY_TOO_LARGE, SERVER_BODY_NOT_JSON, SERVER_BODY_TOO_DEEP, SERVER_NAME_FORBIDDEN
 */
export async function readJson(request: Request): Promise<Json> {
  const bytes = await readBytes(request, MAX_BODY_BYTES);
  const text = new TextDecoder().decode(bytes);
  if (text.trim() === '') return {};
  const type = request.headers.get('content-type') ?? '';
  if (!JSON_TYPE.test(type)) throw raise('SERVER_BODY_NOT_JSON', { reason: `content-type is "${type.slice(0, 100)}"` });
  const value = parse(text);
  guard(value, 0);
  return value;
}

/**
 * The body of a request, read only as far as `limitBytes`.
 * @throws SERVER_BODY_TOO_LARGE
 */
export async function readBytes(request: Request, limitBytes: number): Promise<Uint8Array> {
  const tooLarge = () => raise('SERVER_BODY_TOO_LARGE', { limitBytes });
  if (Number(request.headers.get('content-length') ?? 0) > limitBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of request.body ?? []) {
    total += chunk.byteLength;
    if (total > limitBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return concat(chunks, total);
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (cause) {
    throw raise('SERVER_BODY_NOT_JSON', { reason: (cause as Error).message }, cause);
  }
}

function guard(value: Json, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth >= MAX_DEPTH) throw raise('SERVER_BODY_TOO_DEEP', { limit: MAX_DEPTH });
  if (Array.isArray(value)) {
    for (const entry of value) guard(entry, depth + 1);
    return;
  }
  for (const [name, inner] of Object.entries(value)) {
    if (!isSafeName(name)) throw raise('SERVER_NAME_FORBIDDEN', { name: name.slice(0, 200) });
    guard(inner as Json, depth + 1);
  }
}

function concat(chunks: readonly Uint8Array[], total: number): Uint8Array {
  const all = new Uint8Array(total);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.byteLength;
  }
  return all;
}
