/** All error codes of all packages, read from their `src/errors.ts`: `{ room, code, en, 'zh-CN', kind, causes }`, sorted by code. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rooms } from './workspace.mjs';

export async function errorEntries() {
  const perRoom = await Promise.all(rooms('packages').map(entriesOf));
  return perRoom.flat().sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}

async function entriesOf(room) {
  const path = join(room.path, 'src/errors.ts');
  if (!existsSync(path)) return [];
  const module = await import(pathToFileURL(path).href);
  const tables = Object.values(module).flatMap((exported) => (typeof exported === 'function' && exported.table ? [exported.table] : []));
  return tables.flatMap((table) => Object.entries(table).map(([code, text]) => ({ room: room.name, code, ...text })));
}
