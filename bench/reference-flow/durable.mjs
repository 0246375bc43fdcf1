/** The reference flow on the engine with SQLite on disk, and bare transactions that write the same rows, their values made before or by hand. */
import { hash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqlite } from '@tongban/store-sqlite';
import { deployedOn, runReferenceCase, TRANSITIONS } from './run-case.mjs';

/** Cases of which the pages are compared. */
const COMPARED = 20;

const RECORDED = 'case-recorded';

/** Opens a new database in a folder of its own; `runCase(caseId)` runs one whole case on it, `write(cases)` writes what was recorded of one. */
export async function openBench() {
  const folder = mkdtempSync(join(tmpdir(), 'tongban-bench-'));
  const transactions = await recordedTransactions(join(folder, 'recorded.db'));
  const database = new DatabaseSync(join(folder, 'bench.db'));
  const storage = await openSqlite({ database });
  const { engine, ready } = await deployedOn(storage, inNode);
  return {
    database,
    runCase: (caseId) => runReferenceCase(engine, ready, caseId),
    ...rawTransactions(database, transactions),
    close: async () => {
      await storage.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** How a host in Node makes an engine. */
export const inNode = { newId: randomUUID, digest: { algorithm: 'sha256', hash: (text) => hash('sha256', text) } };

/** Ids of cases, all of the same length. */
export function caseIds() {
  let count = 0;
  return () => {
    count += 1;
    return `case-${String(count).padStart(RECORDED.length - 'case-'.length, '0')}`;
  };
}

/**
 * Stops the bench unless both sides do the same: the rows that the bare transactions write for a case are, table by table and byte for byte,
 * those that the engine wrote for another, but for what is random or counts commits; and the log grows by as many pages.
 */
export async function checkSameWork({ database, runCase, prepared, write }, nextId) {
  const [ours, theirs] = [nextId(), nextId()];
  await runCase(ours);
  write(prepared(theirs));
  const differing = difference(rowsOf(database, ours), rowsOf(database, theirs));
  if (differing !== undefined) throw new Error(`The rows differ: ${differing}`);
  const many = (work) => async () => {
    for (let count = 0; count < COMPARED; count += 1) await work(nextId());
  };
  const pages = [
    await pagesOf(database, many(runCase)),
    await pagesOf(
      database,
      many((id) => write(prepared(id))),
    ),
  ];
  if (Math.abs(pages[0] / pages[1] - 1) > 0.05) throw new Error(`The pages of the log differ: ${pages.join(' and ')}`);
}

/** Pages that some work adds to the write-ahead log. */
export async function pagesOf(database, work) {
  // Reads of the store end with their tick.
  await new Promise((resolve) => setTimeout(resolve, 10));
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  await work();
  return database.prepare('PRAGMA wal_checkpoint(PASSIVE)').get().log;
}

/** The writes of each transaction of one case. */
async function recordedTransactions(path) {
  const { database, transactions } = recordingDatabase(path);
  const storage = await openSqlite({ database });
  const { engine, ready } = await deployedOn(storage, inNode);
  transactions.length = 0;
  await runReferenceCase(engine, ready, RECORDED);
  await storage.close();
  const writing = transactions.filter((writes) => writes.length > 0);
  if (writing.length !== TRANSITIONS) throw new Error(`Expected ${TRANSITIONS} transactions, saw ${writing.length}.`);
  return writing;
}

function recordingDatabase(path) {
  const real = new DatabaseSync(path);
  const transactions = [];
  const prepare = (sql) => {
    const statement = real.prepare(sql);
    const run = (...values) => {
      if (sql.startsWith('BEGIN')) transactions.push([]);
      else if (sql !== 'COMMIT') transactions.at(-1)?.push({ sql, values });
      return statement.run(...values);
    };
    return { run, get: (...values) => statement.get(...values), all: (...values) => statement.all(...values) };
  };
  return { database: { exec: (sql) => real.exec(sql), prepare, close: () => real.close() }, transactions };
}

/**
 * Writes the recorded rows for other cases. Their values are made ready before; what is left is the bare transactions. They take the quicker
 * call of the driver, as ours do: its `run` makes an object of counts.
 */
function rawTransactions(database, transactions) {
  const [begin, commit] = [database.prepare('BEGIN IMMEDIATE'), database.prepare('COMMIT')];
  const statements = transactions.map((writes) => writes.map(({ sql }) => database.prepare(sql)));
  const prepared = (caseId) =>
    transactions.map((writes) =>
      writes.map(({ values }) => values.map((value) => (typeof value === 'string' ? value.replaceAll(RECORDED, caseId) : value))),
    );
  const run = (rows, at) => {
    for (const [row, values] of rows.entries()) statements[at][row].get(...values);
  };
  const writeOne = (rows, at) => {
    begin.get();
    run(rows, at);
    commit.get();
  };
  return {
    prepared,
    write: (transactions) => {
      for (const [at, rows] of transactions.entries()) writeOne(rows, at);
    },
    unmade: (caseId) => prepared(caseId).map((rows) => rows.map((values) => values.map(unmade))),
    makeAndWrite: (transactions) => {
      for (const [at, rows] of transactions.entries()) writeOne(madeByHand(rows), at);
    },
    makeAndWriteTogether: (cases) => {
      for (const at of transactions.keys()) {
        begin.get();
        for (const transactions of cases) run(madeByHand(transactions[at]), at);
        commit.get();
      }
    },
  };
}

/** Where the journal, the first row of each transaction, has the audit entry, its hash, and the personal values that the entry has a hash of. */
const [ENTRY, HASH, PERSONAL] = [7, 8, 9];

const isJson = (value) => typeof value === 'string' && /^[[{]/.test(value);
const unmade = (value) => (isJson(value) ? JSON.parse(value) : value);

/**
 * What no engine can do without, whatever it decides and however: JSON of what is kept as JSON, a salt, and the two hashes of the audit chain.
 */
function madeByHand(rows) {
  const made = rows.map((values) => values.map((value) => (typeof value === 'object' && value !== null ? JSON.stringify(value) : value)));
  const [journal] = made;
  inNode.digest.hash(journal[PERSONAL] + inNode.newId());
  journal[HASH] = inNode.digest.hash(journal[ENTRY]);
  return made;
}

function difference(ours, theirs) {
  if (ours.length === 0) return 'there are none';
  const at = Array.from({ length: Math.max(ours.length, theirs.length) }, (_, row) => row).find((row) => ours[row] !== theirs[row]);
  return at === undefined ? undefined : `${ours[at]}\nand\n${theirs[at]}`;
}

// What is random has a stand-in of its length.
function rowsOf(database, caseId) {
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all();
  return tables.flatMap(({ name }) => {
    const rows = database
      .prepare(`SELECT * FROM ${name}`)
      .all()
      .map((row) => JSON.stringify(row));
    return rows.filter((row) => row.includes(caseId)).map((row) => `${name} ${sameForAll(row, caseId)}`);
  });
}

function sameForAll(row, caseId) {
  return row
    .replaceAll(caseId, RECORDED)
    .replaceAll(/[0-9a-f]{64}/g, (hash) => '#'.repeat(hash.length))
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => '#'.repeat(id.length))
    .replaceAll(/"(cursor|previous|last_cursor)":\d+/g, '"$1":0');
}
