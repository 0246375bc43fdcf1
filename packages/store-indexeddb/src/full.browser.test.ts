import { commitOf } from '@tongban/runtime/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { clearIndexedDb, openIndexedDb } from './index.ts';

const name = 'full';
const { origin } = location;
const session = cdp() as unknown as {
  send(method: 'Storage.overrideQuotaForOrigin', params: { readonly origin: string; readonly quotaSize?: number }): Promise<void>;
};

// Before the first use: Chromium asks for the room that is left only now and then.
beforeAll(() => session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 2_000_000 }));

afterAll(async () => {
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await clearIndexedDb({ name });
});

test('when there is no room left, the change is refused, nothing of it is kept, and what was there is still there', async () => {
  const storage = await openIndexedDb({ name });
  await storage.cases.commit(commitOf('c1', 0));
  const full = storage.cases.commit(commitOf('c1', 1, { state: { text: noise(4_000_000) } }));
  await expect(full).rejects.toMatchObject({ code: 'PAGE_STORE_FULL', kind: 'unavailable' });
  expect((await storage.cases.load('A', 'c1'))?.version).toBe(1);
  expect(await storage.cases.seen('A', 'u1', 'c1-2')).toBeUndefined();
  expect((await storage.cases.commit(commitOf('c1', 1))).kind).toBe('committed');
  await storage.close();
});

// Browsers press together what repeats itself.
function noise(length: number): string {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  return new TextDecoder('latin1').decode(bytes);
}
