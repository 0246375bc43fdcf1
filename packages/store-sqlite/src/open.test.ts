import { readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { openSqlite, type SqliteDatabase } from './index.ts';
import { MIGRATIONS, migrate } from './schema.ts';
import { commitTo, TENANT } from './testing/rows.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const file = temporaryFolder();
const code = (expected: string) => expect.objectContaining({ code: expected });

describe('opening', () => {
  test('makes the folder and the file', async () => {
    const storage = await openSqlite({ path: file('new/folder/tongban.db') });
    expect(storage.traits).toEqual({ durable: true, sharedBetweenProcesses: true });
    await storage.close();
  });

  test('opens one file twice: both see every commit, and one of two commits on one version wins', async () => {
    const [first, second] = [await openSqlite({ path: file('twice.db') }), await openSqlite({ path: file('twice.db') })];
    await first.cases.commit(commitTo(1, 'c1'));
    expect((await second.cases.load(TENANT, 'c1'))?.version).toBe(1);
    const others = { ...commitTo(2, 'c1'), command: { commandId: 'x', actorId: 'u2', answer: null } };
    const results = await Promise.all([first.cases.commit(commitTo(2, 'c1')), second.cases.commit(others)]);
    expect(results.map(({ kind }) => kind).toSorted()).toEqual(['committed', 'conflict']);
    const lease = { now: 9, leaseMs: 9, limit: 9 };
    const leased = await Promise.all([first.cases.leaseTimers(lease), second.cases.leaseTimers(lease)]);
    expect(leased.flat()).toHaveLength(1);
    await first.close();
    await second.close();
  });

  test('says so when it is used after closing; closing twice is closing once', async () => {
    const storage = await openSqlite({ path: ':memory:' });
    await storage.close();
    await storage.close();
    await expect(storage.cases.load(TENANT, 'c1')).rejects.toEqual(code('STORE_CLOSED'));
    await expect(storage.cases.commit(commitTo(1, 'c1'))).rejects.toEqual(code('STORE_CLOSED'));
  });

  test('refuses a file that is no database', async () => {
    writeFileSync(file('text.db'), 'This is a text, and long enough to be read as a header. '.repeat(100));
    await expect(openSqlite({ path: file('text.db') })).rejects.toEqual(code('STORE_FILE_CORRUPT'));
    expect(readFileSync(file('text.db'), 'utf8')).toMatch(/^This is a text/);
  });

  test('reports a page that was overwritten when it is read', async () => {
    const path = file('damaged.db');
    const storage = await openSqlite({ path });
    for (let version = 1; version <= 50; version++) await storage.cases.commit(commitTo(version, 'c1'));
    await storage.close();
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0xff, 4096 * 2));
    const again = openSqlite({ path }).then(async (opened) => {
      try {
        await opened.cases.load(TENANT, 'c1');
        await opened.cases.eventsOf(TENANT, 'c1');
      } finally {
        await opened.close();
      }
    });
    await expect(again).rejects.toEqual(code('STORE_FILE_CORRUPT'));
  });

  test('refuses a database of another program, and leaves it as it is', async () => {
    const other = new DatabaseSync(file('other.db'));
    other.exec('CREATE TABLE notes (text TEXT)');
    other.close();
    await expect(openSqlite({ path: file('other.db') })).rejects.toEqual(code('STORE_FILE_FOREIGN'));
    const tables = new DatabaseSync(file('other.db')).prepare('SELECT name FROM sqlite_schema').all();
    expect(tables).toMatchObject([{ name: 'notes' }]);
  });

  test('refuses a folder in place of a file', async () => {
    await expect(openSqlite({ path: file('.') })).rejects.toEqual(code('STORE_FILE_UNREACHABLE'));
    writeFileSync(file('plain'), '');
    await expect(openSqlite({ path: file('plain/tongban.db') })).rejects.toEqual(code('STORE_FILE_UNREACHABLE'));
  });

  test('refuses a database that cannot be written', async () => {
    await (await openSqlite({ path: file('locked.db') })).close();
    const database = new DatabaseSync(file('locked.db'), { readOnly: true }) as SqliteDatabase;
    await expect(openSqlite({ database })).rejects.toEqual(code('STORE_FILE_READ_ONLY'));
  });

  test('reports a full disk; nothing of the commit is there, and the next one works', async () => {
    const database = new DatabaseSync(file('full.db'));
    const storage = await openSqlite({ database: database as SqliteDatabase });
    await storage.cases.commit(commitTo(1, 'c1'));
    const pages = Number(database.prepare('PRAGMA page_count').get()?.['page_count']);
    database.exec(`PRAGMA max_page_count = ${pages}`);
    const large = { ...commitTo(2, 'c1'), state: { at: 2, text: 'x'.repeat(100_000) } };
    await expect(storage.cases.commit(large)).rejects.toEqual(code('STORE_DISK_FULL'));
    expect((await storage.cases.load(TENANT, 'c1'))?.version).toBe(1);
    expect(await storage.cases.seen(TENANT, 'u1', 'c1-2')).toBeUndefined();
    const together = await Promise.allSettled([storage.cases.commit(commitTo(1, 'c2')), storage.cases.commit(large)]);
    expect(together[1]).toMatchObject({ status: 'rejected', reason: { code: 'STORE_DISK_FULL' } });
    expect(await storage.cases.load(TENANT, 'c2')).toEqual(together[0]?.status === 'fulfilled' ? expect.anything() : undefined);
    database.exec('PRAGMA max_page_count = 1000000');
    expect(await storage.cases.commit(large)).toMatchObject({ kind: 'committed', version: 2 });
    await storage.close();
  });
});

describe('the schema', () => {
  test('refuses a newer one, and leaves it as it is', async () => {
    await (await openSqlite({ path: file('newer.db') })).close();
    const database = new DatabaseSync(file('newer.db'));
    database.exec('PRAGMA user_version = 99');
    await expect(openSqlite({ path: file('newer.db') })).rejects.toMatchObject({
      code: 'STORE_SCHEMA_NEWER',
      details: { found: 99, known: MIGRATIONS.length },
    });
    expect(database.prepare('PRAGMA user_version').get()).toMatchObject({ user_version: 99 });
    database.close();
  });

  test('takes one step after another from version 1, and keeps the rows', async () => {
    const path = file('old.db');
    const old = new DatabaseSync(path);
    old.exec(readFileSync(new URL('./testing/version-1.sql', import.meta.url), 'utf8'));
    migrate(old as SqliteDatabase, path, [
      ...MIGRATIONS,
      'ALTER TABLE projects ADD COLUMN note TEXT',
      'CREATE TABLE extra (a TEXT) STRICT',
    ]);
    expect(old.prepare('PRAGMA user_version').get()).toMatchObject({ user_version: MIGRATIONS.length + 2 });
    expect(old.prepare('SELECT code, note FROM projects').all()).toMatchObject([{ code: '2026-620000', note: null }]);
    old.close();
  });

  test('opens a file of version 1 and works on it', async () => {
    const path = file('first.db');
    const old = new DatabaseSync(path);
    old.exec(readFileSync(new URL('./testing/version-1.sql', import.meta.url), 'utf8'));
    old.close();
    const storage = await openSqlite({ path });
    expect(await storage.cases.load(TENANT, 'c1')).toMatchObject({ version: 1, state: { at: 1 }, data: [{ values: { version: 1 } }] });
    expect(await storage.records.project(TENANT, '2026-620000')).toMatchObject({ name: '光伏' });
    expect((await storage.cases.eventsOf(TENANT, 'c1')).map(({ seq }) => seq)).toEqual([1, 2]);
    expect((await storage.cases.tasksOf(TENANT, 'c1')).map(({ taskId }) => taskId)).toEqual(['c1.1']);
    const before = await storage.cases.eventsSince(0, 9);
    expect(before.map(({ cursor }) => cursor)).toEqual([1, 2]);
    const repeated = { ...commitTo(1, 'c1').command, answer: null };
    expect(await storage.cases.commit({ ...commitTo(2, 'c1'), command: repeated })).toEqual({ kind: 'repeated', answer: { version: 1 } });
    expect(await storage.cases.commit(commitTo(2, 'c1'))).toMatchObject({ kind: 'committed', version: 2 });
    expect((await storage.cases.eventsSince(0, 9)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    expect((await storage.cases.eventsSince(before[1]?.cursor ?? 0, 9)).map(({ seq }) => seq)).toEqual([3, 4]);
    await storage.close();
  });

  test('keeps the personal values of version 8 with the commits they belong to', async () => {
    const path = file('sixth.db');
    const old = new DatabaseSync(path) as SqliteDatabase;
    migrate(old, path, MIGRATIONS.slice(0, 8));
    old.exec(`
      INSERT INTO cases SELECT 'A', 'c1', 2, 'm', 'u1', 1, 1, '', NULL, NULL, 'c1', '{}', '{"at":2}', 0, 'h2', 2;
      INSERT INTO journal VALUES (1, 0, 'A', 'c1', 'u1', 'first', 'null', '{"events":[{"seq":1}]}', 'h1');
      INSERT INTO journal VALUES (2, 1, 'A', 'c1', 'u1', 'second', 'null', '{"events":[{"seq":2}]}', 'h2');
      INSERT INTO personal_values VALUES (2, '{"of":"u1","events":{"0":{"comment":"同意"}}}')`);
    old.close();
    const storage = await openSqlite({ path });
    const audit = await storage.cases.audit('A', 'c1');
    expect(audit?.links.map(({ hash, personal }) => [hash, personal.length])).toEqual([
      ['h1', 0],
      ['h2', 1],
    ]);
    expect((await storage.cases.eventsOf('A', 'c1')).map(({ event }) => event)).toEqual([{ seq: 1 }, { seq: 2, comment: '同意' }]);
    await storage.close();
  });

  test("finds in version 10 what was done in somebody's place", async () => {
    const path = file('tenth.db');
    const old = new DatabaseSync(path) as SqliteDatabase;
    migrate(old, path, MIGRATIONS.slice(0, 10));
    const done = (taskId: string, more: object): string => JSON.stringify({ tenant: 'A', taskId, caseId: 'c1', status: 'done', ...more });
    const insert = `INSERT INTO tasks VALUES ('A', ?, 'c1', 2, 'done', '', '', '', '', 'u1', 1, 1, 2, '', NULL, NULL, ?)`;
    old.exec(`INSERT INTO cases SELECT 'A', 'c1', 2, 'm', 'u1', 1, 1, '', NULL, NULL, 'c1', '{}', '{"at":2}', 0, 'h2', 2`);
    old.prepare(insert).run('c1.1', done('c1.1', {}));
    old.prepare(insert).run('c1.2', done('c1.2', { closedAs: { id: 'u2', name: '王二' } }));
    old.close();
    const storage = await openSqlite({ path });
    const page = await storage.cases.tasks({ tenant: 'A', box: 'done', seeker: { id: 'u2', roles: [] }, now: 3, limit: 9 });
    expect(page.entries.map(({ task }) => task.taskId)).toEqual(['c1.2']);
    await storage.close();
  });

  test('a step that fails leaves the version before it', () => {
    const database = new DatabaseSync(':memory:') as SqliteDatabase;
    expect(() => migrate(database, ':memory:', ['CREATE TABLE a (x) ', 'CREATE TABLE b (x); CREATE TABLE a (x)'])).toThrow();
    expect(database.prepare('SELECT name FROM sqlite_schema').all()).toMatchObject([{ name: 'a' }]);
    expect(database.prepare('PRAGMA user_version').get()).toMatchObject({ user_version: 1 });
  });
});
