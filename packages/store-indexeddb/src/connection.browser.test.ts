import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Connection } from './connection.ts';
import { deleteDatabase, openDatabase } from './database.ts';

const name = 'connection';
const serial = (last: number) => ({ tenant: 'A', series: `s${last}`, year: 2026, last });
const put = (last: number) => connection.write(['serials'], async (rows) => rows.put('serials', serial(last)));
const numbers = () => connection.read(['serials'], async (rows) => (await rows.all('serials')).map(({ last }) => last));
let connection: Connection;
let told: number;
let ended: string[];

beforeEach(async () => {
  told = 0;
  ended = [];
  const written = () => {
    told += 1;
  };
  connection = new Connection(await openDatabase(indexedDB, name), { written, ended: ({ code }) => void ended.push(code) });
});

afterEach(async () => {
  vi.restoreAllMocks();
  await connection.close();
  await deleteDatabase(indexedDB, name);
});

describe('writes', () => {
  test('those that come in together share one transaction, which is on the disk before anybody is answered', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await Promise.all([1, 2, 3].map(put));
    expect(transaction.mock.calls).toEqual([[['serials'], 'readwrite', { durability: 'strict' }]]);
    expect(await numbers()).toEqual([1, 2, 3]);
    expect(told).toBe(1);
  });

  test('those that come in while others are written go together after them', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const first = put(1);
    await Promise.resolve();
    await Promise.resolve();
    await Promise.all([first, put(2), put(3)]);
    expect(transaction).toHaveBeenCalledTimes(2);
  });

  test('see what was written before them in their transaction', async () => {
    const next = () =>
      connection.write(['serials'], async (rows) => {
        const last = ((await rows.get('serials', ['A', 'x', 2026]))?.last ?? 0) + 1;
        rows.put('serials', { tenant: 'A', series: 'x', year: 2026, last });
        return last;
      });
    expect(await Promise.all([next(), next(), next()])).toEqual([1, 2, 3]);
  });

  test('those that touch different things ask side by side, the others in turn', async () => {
    const log: string[] = [];
    const touching = (who: string, ...touches: string[]) =>
      connection.write(touches.length === 0 ? ['serials'] : { tables: ['serials'], touches }, async (rows) => {
        log.push(`${who} begins`);
        await rows.count('serials', {});
        log.push(`${who} ends`);
      });
    await Promise.all([
      touching('a', '1'),
      touching('b', '2'),
      touching('c', '2', '3'),
      touching('d', '4'),
      touching('e'),
      touching('f', '5'),
    ]);
    const waves = ['a begins', 'b begins', 'a ends', 'b ends', 'c begins', 'd begins', 'c ends', 'd ends'];
    expect(log).toEqual([...waves, 'e begins', 'e ends', 'f begins', 'f ends']);
  });

  test('one that fails does so alone, with nothing of it kept', async () => {
    const failing = connection.write(['serials'], async (rows) => {
      rows.put('serials', serial(2));
      throw new Error('no');
    });
    const results = await Promise.allSettled([put(1), failing, put(3)]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(results[1]).toMatchObject({ reason: { code: 'PAGE_STORE_FAILED', details: { name, reason: 'no' } } });
    expect(await numbers()).toEqual([1, 3]);
  });

  test('nobody is answered when the transaction is taken back at its very end', async () => {
    vi.spyOn(IDBTransaction.prototype, 'commit').mockImplementation(function (this: IDBTransaction) {
      this.abort();
    });
    const write = put(1);
    await expect(write).rejects.toMatchObject({ code: 'PAGE_STORE_FAILED' });
    expect(await numbers()).toEqual([]);
  });

  test('a row that the browser refuses takes back all of its write', async () => {
    const refused = connection.write(['serials'], async (rows) => {
      rows.put('serials', serial(1));
      rows.put('serials', { ...serial(2), year: Number.NaN });
    });
    await expect(refused).rejects.toMatchObject({ code: 'PAGE_STORE_FAILED' });
    expect(await numbers()).toEqual([]);
  });
});

describe('reads', () => {
  test('those that come in together share one transaction; one that fails does so alone', async () => {
    await put(1);
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const failing = connection.read(['projects'], () => Promise.reject(new Error('no')));
    const results = await Promise.allSettled([numbers(), failing, numbers()]);
    expect(results).toMatchObject([{ value: [1] }, { reason: { code: 'PAGE_STORE_FAILED' } }, { value: [1] }]);
    expect(transaction).toHaveBeenCalledTimes(1);
  });
});

describe('the end of a connection', () => {
  test('closing finishes the writes that wait; then nothing works any more', async () => {
    const waiting = put(1);
    await connection.close();
    await waiting;
    await expect(put(2)).rejects.toMatchObject({ code: 'PAGE_STORE_CLOSED' });
    await expect(numbers()).rejects.toMatchObject({ code: 'PAGE_STORE_CLOSED' });
    expect(ended).toEqual([]);
    connection = new Connection(await openDatabase(indexedDB, name));
    expect(await numbers()).toEqual([1]);
  });

  test('it lets go when another tab clears the database, and says so from then on', async () => {
    await put(1);
    await deleteDatabase(indexedDB, name);
    await expect(put(2)).rejects.toMatchObject({ code: 'PAGE_STORE_OUTDATED', kind: 'unavailable' });
    expect(ended).toEqual(['PAGE_STORE_OUTDATED']);
  });

  test('it says so when the browser has closed the database', async () => {
    const database = await openDatabase(indexedDB, name);
    const lost = new Connection(database);
    database.dispatchEvent(new Event('close'));
    await expect(lost.read(['serials'], (rows) => rows.all('serials'))).rejects.toMatchObject({ code: 'PAGE_STORE_LOST' });
  });
});
