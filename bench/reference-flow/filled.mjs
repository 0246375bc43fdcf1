/** A SQLite file with many cases that wait in the three reviews of the reference flow. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqlite } from '@tongban/store-sqlite';
import { inNode } from './durable.mjs';
import { deployedOn, NOW, runReferenceCase, TENANT, TRANSITIONS, waitingCommit } from './run-case.mjs';

const AT_ONCE = 500;

/** Opens a new file with so many waiting cases, and the works that are measured on it. */
export async function openFilled(size) {
  const folder = mkdtempSync(join(tmpdir(), 'tongban-growth-'));
  const database = new DatabaseSync(join(folder, 'growth.db'));
  const storage = await openSqlite({ database });
  const { cases } = storage;
  await fill(cases, database, size);
  const { engine, ready } = await deployedOn(storage, inNode);
  const list = { tenant: TENANT, now: NOW, limit: 50, countUpTo: 1000 };
  const todo = { ...list, box: 'todo', seeker: { id: 'u2', roles: ['reviewer', 'window'], department: 'zrzy' } };
  const { cursor, entries } = await cases.tasks(todo);
  if (entries.length !== 50) throw new Error('The inbox should be full.');
  let count = 0;
  const nextId = () => {
    count += 1;
    return `measured-${count}-`;
  };
  return {
    size,
    transitions: TRANSITIONS,
    transition: () => runReferenceCase(engine, ready, nextId()),
    inbox: () => cases.tasks(todo),
    inboxNext: () => cases.tasks({ ...todo, cursor }),
    started: () => cases.cases({ ...list, startedBy: 'u1' }),
    red: () => cases.cases({ ...list, light: 'red' }),
    close: async () => {
      await storage.close();
      rmSync(folder, { recursive: true });
    },
  };
}

// Without waiting for the disk, which is measured afterwards.
async function fill(cases, database, size) {
  const template = await waitingCommit(inNode);
  await new Promise((resolve) => setTimeout(resolve, 10));
  database.exec('PRAGMA synchronous = OFF');
  for (let done = 0; done < size; done += AT_ONCE) {
    const ids = Array.from({ length: Math.min(AT_ONCE, size - done) }, (_, at) => `filled-${randomUUID().slice(0, 8)}-${done + at}`);
    await Promise.all(ids.map((id) => cases.commit(JSON.parse(template.replaceAll('case-template', id)))));
  }
  await new Promise((resolve) => setTimeout(resolve, 10));
  database.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA synchronous = FULL');
}
