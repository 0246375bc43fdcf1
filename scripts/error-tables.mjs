/**
 * All error codes of all packages, read from every `errors.ts` and `*-errors.ts` of their sources:
 * `{ room, code, en, 'zh-CN', kind, causes }`, sorted by code, each code once.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesBelow, rooms } from './workspace.mjs';

export async function errorEntries() {
  const perRoom = await Promise.all(rooms('packages').map(entriesOf));
  return perRoom.flat().sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}

async function entriesOf(room) {
  const paths = filesBelow(join(room.path, 'src'), (path) => /[\\/]([\w-]+-)?errors\.ts$/.test(path));
  const modules = await Promise.all(paths.map((path) => import(pathToFileURL(path).href)));
  const tables = modules
    .flatMap((module) => Object.values(module))
    .flatMap((exported) => (typeof exported === 'function' && exported.table ? [exported.table] : []));
  // Two tables of a room may share a code; it is one error with one page.
  return Object.entries(Object.assign({}, ...tables)).map(([code, text]) => ({ room: room.name, code, ...text }));
}
