import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeStorage } from '@tongban/runtime/testing';
import { afterAll, describe, it } from 'vitest';
import { openSqlite } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'tongban-sqlite-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
let path = '';
const open = () => {
  path = join(folder, `${++count}.db`);
  return openSqlite({ path });
};
const reopen = async (storage: { close(): Promise<void> }) => {
  await storage.close();
  return openSqlite({ path });
};

describeStorage('sqlite', open, { describe, it }, { reopen });
describeStorage('sqlite in memory', () => openSqlite({ path: ':memory:' }), { describe, it });
