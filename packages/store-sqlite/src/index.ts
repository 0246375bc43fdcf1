/**
 * A whole storage for Tongban on one SQLite file, with Node's built-in driver: nothing to install, nothing to run beside it.
 *
 * @example
 * ```ts
 * import { openSqlite } from '@tongban/store-sqlite';
 * const storage = await openSqlite({ path: 'data/tongban.db' });
 * ```
 */

// Opening a storage

export { openSqlite, type SqliteOptions } from './store.ts';

// A driver of your own

export type { SqliteDatabase, SqliteRow, SqliteStatement, SqliteValue } from './driver.ts';

// Errors

export { raise as storeErrors } from './errors.ts';
