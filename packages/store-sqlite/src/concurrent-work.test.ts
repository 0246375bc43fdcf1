import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { type Answered, checkWork, RandomWork } from '@tongban/runtime/testing';
import { describe, expect, test } from 'vitest';
import { openSqlite } from './index.ts';
import { commitTo, TENANT } from './testing/rows.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const file = temporaryFolder();

describe('several connections on one file', () => {
  test('work on the same cases at the same time: nothing is lost, nothing done twice', async () => {
    const path = file('together.db');
    const answered: Answered[] = [];
    const hear = (one: Answered) => void answered.push(one);
    const [one, two] = [await openSqlite({ path }), await openSqlite({ path })];
    const first = await RandomWork.on(one, 3, hear);
    const second = await RandomWork.on(two, 4, hear);
    for (let turn = 0; turn < 25; turn++) await Promise.all([first.doSome(), second.doSome()]);
    await checkWork(one, answered);
    await first.finish();
    expect((await checkWork(two, answered, true)).cases).toBeGreaterThan(5);
    await one.close();
    await two.close();
  });

  test('the same command on both is carried out once, and repeating it after a restart gives the first answer', async () => {
    const path = file('once.db');
    const [one, two] = [await openSqlite({ path }), await openSqlite({ path })];
    const results = await Promise.all([one.cases.commit(commitTo(1, 'c1')), two.cases.commit(commitTo(1, 'c1'))]);
    expect(results.map(({ kind }) => kind).sort()).toEqual(['committed', 'repeated']);
    await one.close();
    await two.close();
    const again = await openSqlite({ path });
    const repeated = { ...commitTo(2, 'c1'), command: { ...commitTo(1, 'c1').command, answer: 'another' } };
    expect(await again.cases.commit(repeated)).toEqual({ kind: 'repeated', answer: { version: 1 } });
    expect((await again.cases.load(TENANT, 'c1'))?.version).toBe(1);
    await again.close();
  });

  test('the outbox is read in pieces of any size, with cursors that stay', async () => {
    const path = file('outbox.db');
    const storage = await openSqlite({ path });
    for (let version = 1; version <= 4; version++) for (const id of ['c1', 'c2']) await storage.cases.commit(commitTo(version, id));
    const whole = await storage.cases.eventsSince(0, 100);
    expect(whole).toHaveLength(16);
    expect(new Set(whole.map(({ cursor }) => cursor)).size).toBe(16);
    await storage.close();
    const again = await openSqlite({ path });
    for (const size of [1, 2, 3, 5]) {
      const pieces = [];
      for (let cursor = 0; ; ) {
        const piece = await again.cases.eventsSince(cursor, size);
        if (piece.length === 0) break;
        expect(piece.length).toBeLessThanOrEqual(size);
        pieces.push(...piece);
        cursor = piece.at(-1)?.cursor ?? 0;
      }
      expect(pieces).toEqual(whole);
    }
    await again.close();
  });
});

describe('erased values', () => {
  test('are overwritten in the file', async () => {
    const path = file('erased.db');
    const storage = await openSqlite({ path });
    const { row, ...first } = commitTo(1, 'c1');
    const named = { ...row, title: '别人不知的标题', search: '别人不知的标题 c1' };
    const state = { at: 1, text: '长'.repeat(300) };
    const secret = {
      ...first,
      row: named,
      state,
      data: [{ key: 'application', version: 1, values: { name: '不可外传的名字' }, salt: 's' }],
    };
    await storage.cases.commit(secret);
    const database = new DatabaseSync(path);
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    for (const text of ['不可外传的名字', '别人不知的标题']) expect(readFileSync(path).includes(text)).toBe(true);
    await storage.cases.commit({ ...commitTo(2, 'c1'), erase: { person: 'u1', documents: true } });
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    database.close();
    await storage.close();
    for (const text of ['不可外传的名字', '别人不知的标题']) expect(readFileSync(path).includes(text)).toBe(false);
    expect(readFileSync(path).includes('王一')).toBe(true);
  });
});
