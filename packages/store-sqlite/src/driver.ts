/** The SQLite driver, described by the methods we call, so that a host can hand in its own; and Node's built-in one. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { raise, storeError } from './errors.ts';

/** What a column holds. */
export type SqliteValue = null | number | bigint | string | Uint8Array;

/** A row by column name. */
export type SqliteRow = Record<string, SqliteValue>;

/** A prepared statement with `?` parameters. */
export interface SqliteStatement {
  get(...values: SqliteValue[]): SqliteRow | undefined;
  all(...values: SqliteValue[]): SqliteRow[];
  run(...values: SqliteValue[]): { readonly changes: number | bigint; readonly lastInsertRowid: number | bigint };
}

/** An open database. `node:sqlite`'s `DatabaseSync` fits as it is. */
export interface SqliteDatabase {
  exec(sql: string): unknown;
  prepare(sql: string): SqliteStatement;
  close(): unknown;
}

/**
 * Opens a file (made with its folder when it is not there) or `:memory:` with `node:sqlite`.
 * @throws STORE_NODE_TOO_OLD, STORE_FILE_UNREACHABLE
 */
export function openNodeDatabase(path: string): SqliteDatabase {
  const { DatabaseSync } = nodeSqlite();
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
    return new DatabaseSync(path) as SqliteDatabase;
  } catch (error) {
    if ((error as { readonly errcode?: number }).errcode !== undefined) throw storeError(error, path);
    throw raise('STORE_FILE_UNREACHABLE', { path, reason: (error as Error).message }, error);
  }
}

/**
 * Whether `get` carries out a statement that gives no rows as `run` does. That of Node's own driver does, and takes half the time of
 * its `run`, which makes an object of counts; other drivers refuse such a statement.
 */
export function getRuns(database: SqliteDatabase): boolean {
  const sqlite = process.getBuiltinModule?.('node:sqlite');
  return sqlite !== undefined && database instanceof sqlite.DatabaseSync;
}

// Loading the module prints a warning that it is experimental, once; people who start a portal can do nothing about it.
function nodeSqlite(): typeof import('node:sqlite') {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    const sqlite = process.getBuiltinModule('node:sqlite') as typeof import('node:sqlite') | undefined;
    if (sqlite === undefined) throw raise('STORE_NODE_TOO_OLD', { version: process.version });
    return sqlite;
  } finally {
    process.emitWarning = emitWarning;
  }
}
