/**
 * A program that works until it kills itself: `node work-until-killed.ts <file> <seed> <statement> <actions>` does random work on the file and
 * sends itself SIGKILL before statement number <statement>, wherever that is in a transaction (0: never, somebody else does).
 * What was answered goes to its output, one JSON a line; the last says before which statement it died.
 */
import { writeSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { RandomWork } from '@tongban/runtime/testing';
import type { SqliteDatabase } from '../driver.ts';
import { openSqlite } from '../store.ts';

const [path = '', seed = '1', statement = '1', actions = '1000'] = process.argv.slice(2);
const database = new DatabaseSync(path) as SqliteDatabase;
let left = Number(statement);

const mortal: SqliteDatabase = {
  exec: (sql) => database.exec(sql),
  close: () => database.close(),
  prepare: (sql) => {
    const prepared = database.prepare(sql);
    const run: typeof prepared.run = (...values) => {
      left -= 1;
      if (left === 0) die(sql);
      return prepared.run(...values);
    };
    return { run, get: (...values) => prepared.get(...values), all: (...values) => prepared.all(...values) };
  },
};

const storage = await openSqlite({ database: mortal });
const work = await RandomWork.on(storage, Number(seed), (answered) => void writeSync(1, `${JSON.stringify(answered)}\n`));
for (let action = 0; action < Number(actions); action++) await work.doSome();
await storage.close();

function die(sql: string): void {
  writeSync(1, `${JSON.stringify({ before: sql.split(/\s+/, 3).join(' ') })}\n`);
  process.kill(process.pid, 'SIGKILL');
}
