import { describeStorage } from '@tongban/runtime/testing';
import { afterAll, describe, it } from 'vitest';
import { clearIndexedDb, openIndexedDb } from './index.ts';

let count = 0;
const name = () => `contract ${count}`;
const open = () => {
  count += 1;
  return openIndexedDb({ name: name() });
};
const reopen = async (storage: { close(): Promise<void> }) => {
  await storage.close();
  return openIndexedDb({ name: name() });
};

describeStorage('indexeddb', open, { describe, it }, { reopen });

afterAll(async () => {
  for (; count > 0; count--) await clearIndexedDb({ name: name() });
});
