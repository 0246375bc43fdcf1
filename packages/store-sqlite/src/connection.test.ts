import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { Connection } from './connection.ts';
import type { SqliteDatabase } from './driver.ts';

describe('writes', () => {
  test('those of one tick share a transaction, in their order', async () => {
    const { connection, log } = open();
    const answers = await Promise.all([1, 2, 3].map((n) => connection.write(() => insert(connection, n))));
    expect(answers).toEqual([1, 2, 3]);
    expect(log.filter((sql) => sql === 'COMMIT')).toHaveLength(1);
    await connection.write(() => insert(connection, 4));
    expect(log.filter((sql) => sql === 'COMMIT')).toHaveLength(2);
    expect(numbers(connection)).toEqual([1, 2, 3, 4]);
  });

  test('one that throws fails alone, with nothing of it kept', async () => {
    const { connection } = open();
    const results = await Promise.allSettled([
      connection.write(() => insert(connection, 1)),
      connection.write(() => {
        insert(connection, 2);
        throw new Error('no');
      }),
      connection.write(() => insert(connection, 3)),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(numbers(connection)).toEqual([1, 3]);
  });

  test('one that throws alone leaves nothing, and the next one works', async () => {
    const { connection } = open();
    const failing = connection.write(() => {
      insert(connection, 1);
      connection.run('INSERT INTO numbers (n) VALUES (?)', 'text');
    });
    await expect(failing).rejects.toMatchObject({ code: 'STORE_DATABASE_FAILED' });
    await connection.write(() => insert(connection, 2));
    expect(numbers(connection)).toEqual([2]);
  });

  test('nobody is answered when the commit fails', async () => {
    const { connection, fail } = open();
    fail('COMMIT');
    const results = await Promise.allSettled([1, 2].map((n) => connection.write(() => insert(connection, n))));
    expect(results).toMatchObject([{ reason: { code: 'STORE_DATABASE_FAILED' } }, { reason: { code: 'STORE_DATABASE_FAILED' } }]);
    fail(undefined);
    await connection.write(() => insert(connection, 3));
    expect(numbers(connection)).toEqual([3]);
  });

  test('closing finishes those that wait', async () => {
    const { connection, database } = open();
    const waiting = connection.write(() => insert(connection, 1));
    connection.close();
    expect(await waiting).toBe(1);
    expect(() => database.exec('SELECT 1')).toThrow('database is not open');
  });

  test('of those who are answered do not wait for the event loop, which turns every ten milliseconds all the same', async () => {
    let now = 0;
    const { connection, log } = open(() => now);
    let [turns, over] = [0, false];
    const turn = (): void => {
      turns += 1;
      if (!over) setImmediate(turn);
    };
    setImmediate(turn);
    for (let n = 1; n <= 30; n++) {
      await connection.write(() => insert(connection, n));
      now += 2;
    }
    over = true;
    expect(log.filter((sql) => sql === 'COMMIT')).toHaveLength(30);
    expect(turns).toBeGreaterThan(2);
    expect(turns).toBeLessThan(15);
  });

  test('of all who were answered together share the next transaction, too', async () => {
    const { connection, log } = open();
    const two = async (n: number): Promise<void> => {
      await connection.write(() => insert(connection, n));
      await connection.write(() => insert(connection, n + 10));
    };
    await Promise.all([1, 2, 3].map(two));
    expect(log.filter((sql) => sql === 'COMMIT')).toHaveLength(2);
    expect(numbers(connection)).toEqual([1, 2, 3, 11, 12, 13]);
  });

  test('a statement is prepared once', async () => {
    const { connection, prepared } = open();
    for (const n of [1, 2, 3]) await connection.write(() => insert(connection, n));
    expect(prepared.filter((sql) => sql.startsWith('INSERT'))).toHaveLength(1);
  });
});

function open(now = () => 0) {
  const database = new DatabaseSync(':memory:');
  database.exec('CREATE TABLE numbers (n INTEGER PRIMARY KEY) STRICT');
  const [log, prepared]: [string[], string[]] = [[], []];
  let failing: string | undefined;
  const watched: SqliteDatabase = {
    exec: (sql) => database.exec(sql),
    close: () => database.close(),
    prepare: (sql) => {
      prepared.push(sql);
      const statement = database.prepare(sql);
      const run = (...values: (null | number | bigint | string | Uint8Array)[]) => {
        if (sql === failing) throw new Error('the disk is gone');
        log.push(sql);
        return statement.run(...values);
      };
      return { run, get: (...values) => statement.get(...values), all: (...values) => statement.all(...values) };
    },
  };
  const fail = (sql: string | undefined): void => {
    failing = sql;
  };
  return { connection: new Connection(watched, ':memory:', now), database, log, prepared, fail };
}

function insert(connection: Connection, n: number): number {
  connection.run('INSERT INTO numbers (n) VALUES (?)', n);
  return n;
}

function numbers(connection: Connection): unknown[] {
  return connection.all('SELECT n FROM numbers ORDER BY n').map((row) => row['n']);
}
