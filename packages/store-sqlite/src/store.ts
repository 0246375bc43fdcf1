/** Opens a whole storage on one SQLite database. */
import type { Storage } from '@tongban/runtime';
import { SqliteCaseStore } from './case-store.ts';
import { Connection } from './connection.ts';
import { SqliteDeputyStore } from './deputy-store.ts';
import { openNodeDatabase, type SqliteDatabase } from './driver.ts';
import { storeError } from './errors.ts';
import { SqliteFileStore } from './files.ts';
import { SqliteMeasureStore } from './measure-store.ts';
import { SqliteRecords } from './records.ts';
import { MIGRATIONS, migrate } from './schema.ts';

/** Where the database is. */
export type SqliteOptions =
  | {
      /** A file, made with its folder when it is not there; or `:memory:`. Opened with `node:sqlite`. */
      readonly path: string;
    }
  | {
      /** An open database of `node:sqlite` or another driver that fits. It is the storage's from now on, which closes it. */
      readonly database: SqliteDatabase;
    };

/** How long a write waits for another process, in milliseconds. */
const BUSY_TIMEOUT_MS = 5000;

/**
 * Pages that SQLite keeps itself. Most commits split a page, and SQLite then walks over all it keeps: with 32 MiB that was up to a third of a
 * transition among 100,000 cases, far more than it costs to read a page again that the system keeps.
 */
const CACHE_KIB = 4096;

/** The WAL is copied into the file every 16 MiB; smaller steps write the same pages again and again. */
const CHECKPOINT_PAGES = 4096;

/**
 * Opens a storage, and brings its schema to the latest version. What it has answered is on the disk (WAL, `synchronous=FULL`):
 * it survives the end of the process and of the machine's power. Several processes of one machine may open the same file.
 * @throws STORE_NODE_TOO_OLD, STORE_FILE_UNREACHABLE, STORE_FILE_CORRUPT, STORE_FILE_FOREIGN, STORE_FILE_READ_ONLY, STORE_SCHEMA_NEWER, STORE_BUSY
 * @example
 * ```ts
 * import { openSqlite } from '@tongban/store-sqlite';
 * const storage = await openSqlite({ path: 'data/tongban.db' });
 * await storage.close();
 * ```
 */
export async function openSqlite(options: SqliteOptions): Promise<Storage> {
  const path = 'path' in options ? options.path : ':handed-in:';
  const database = 'path' in options ? openNodeDatabase(options.path) : options.database;
  try {
    prepare(database, path);
  } catch (error) {
    database.close();
    throw storeError(error, path);
  }
  const connection = new Connection(database, path);
  return {
    traits: { durable: path !== ':memory:', sharedBetweenProcesses: path !== ':memory:' },
    cases: new SqliteCaseStore(connection),
    measures: new SqliteMeasureStore(connection),
    records: new SqliteRecords(connection),
    files: new SqliteFileStore(connection),
    deputies: new SqliteDeputyStore(connection),
    close: async () => connection.close(),
  };
}

function prepare(database: SqliteDatabase, path: string): void {
  database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
  migrate(database, path);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
  database.exec(`PRAGMA cache_size = -${CACHE_KIB}; PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES};`);
  // A file that can be read but not written is better refused now than at the first command.
  database.exec(`BEGIN IMMEDIATE; PRAGMA user_version = ${MIGRATIONS.length}; ROLLBACK;`);
}
