import { afterEach, describe, expect, test, vi } from 'vitest';
import { clearIndexedDb, openIndexedDb } from './index.ts';

const name = 'opening';

/** A factory whose requests fail. */
const failing = (fault: DOMException, how: 'throws' | 'answers') =>
  ({
    open: () => {
      if (how === 'throws') throw fault;
      const request = new EventTarget() as IDBOpenDBRequest;
      Object.defineProperty(request, 'error', { value: fault });
      queueMicrotask(() => request.onerror?.(new Event('error')));
      return request;
    },
  }) as unknown as IDBFactory;

afterEach(async () => {
  vi.useRealTimers();
  await clearIndexedDb({ name });
});

describe('opening', () => {
  test.each(['throws', 'answers'] as const)('a browser that forbids it (%s) is said to forbid it', async (how) => {
    const factory = failing(new DOMException('Storage is forbidden.', 'SecurityError'), how);
    await expect(openIndexedDb({ name, factory })).rejects.toMatchObject({
      code: 'PAGE_STORE_DENIED',
      details: { name, reason: 'Storage is forbidden.' },
    });
  });

  test('a database that comes and goes has Chromium begin a new log, and nothing of it stays', async () => {
    const [made, deleted] = [vi.spyOn(indexedDB, 'open'), vi.spyOn(indexedDB, 'deleteDatabase')];
    const storage = await openIndexedDb({ name });
    expect(made.mock.calls.map(([each]) => each)).toEqual([name, `${name} (log)`]);
    expect(deleted.mock.calls).toEqual([[`${name} (log)`]]);
    expect((await indexedDB.databases()).map((each) => each.name)).not.toContain(`${name} (log)`);
    await storage.close();
    vi.restoreAllMocks();
  });

  test('work begins all the same when no such database can be made', async () => {
    const factory = { open: (each: string, version?: number) => indexedDB.open(each, version) } as IDBFactory;
    const storage = await openIndexedDb({ name, factory });
    expect(await storage.cases.lastCursor()).toBe(0);
    await storage.close();
  });

  test('a database of a newer page is left as it is', async () => {
    const newer = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name, 99);
      request.onsuccess = () => resolve(request.result);
    });
    newer.close();
    await expect(openIndexedDb({ name })).rejects.toMatchObject({ code: 'PAGE_STORE_NEWER' });
    expect((await indexedDB.databases()).find((one) => one.name === name)?.version).toBe(99);
  });

  test('a tab lets go of its database when a newer page wants it', async () => {
    const older = await openIndexedDb({ name });
    await new Promise<void>((resolve) => {
      const request = indexedDB.open(name, 99);
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
    });
    await expect(older.cases.lastCursor()).rejects.toMatchObject({ code: 'PAGE_STORE_OUTDATED' });
  });

  test('a tab that does not let go is named, in the end', async () => {
    const stubborn = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name, 1);
      request.onsuccess = () => resolve(request.result);
    });
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const refused = expect(clearIndexedDb({ name })).rejects.toMatchObject({ code: 'PAGE_STORE_BLOCKED' });
    // The browser asks the other tab first, and then tells that it does not let go.
    await new Promise<void>((resolve) => {
      stubborn.onversionchange = () => resolve();
    });
    await expect.poll(() => vi.getTimerCount()).toBe(1);
    vi.runAllTimers();
    await refused;
    stubborn.close();
  });
});
