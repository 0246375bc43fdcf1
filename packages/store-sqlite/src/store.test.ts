import { describeStorage } from '@tongban/runtime/testing';
import { describe, it } from 'vitest';
import { openSqlite } from './index.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const file = temporaryFolder();
let count = 0;
const open = () => {
  count += 1;
  return openSqlite({ path: file(`${count}.db`) });
};
const reopen = async (storage: { close(): Promise<void> }) => {
  await storage.close();
  return openSqlite({ path: file(`${count}.db`) });
};

describeStorage('sqlite', open, { describe, it }, { reopen });
describeStorage('sqlite in memory', () => openSqlite({ path: ':memory:' }), { describe, it });
