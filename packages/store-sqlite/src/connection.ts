/**
 * One connection: statements prepared once; reads of one tick of the event loop see one moment; writes of one tick share a
 * transaction.
 *
 *     tick:  read ─ read ─ write a ─┐
 *            read ─ write b ────────┼─► BEGIN · a · b · c · COMMIT (one fsync) ─► all answers
 *            read ─ write c ────────┘
 *
 * Each write is still all or nothing: when one throws, they are done once more with a savepoint for each, so that it fails alone.
 * No answer is given before the commit.
 */
import { nextTick } from 'node:process';
// Not the global one: a host's tests may put false timers there.
import { setImmediate } from 'node:timers';
import type { SqliteDatabase, SqliteRow, SqliteStatement, SqliteValue } from './driver.ts';
import { raise, storeError } from './errors.ts';

interface PendingWrite {
  readonly body: () => unknown;
  readonly kept: ((value: never) => void) | undefined;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

type Outcome = { readonly value: unknown } | { readonly error: unknown };

/** A connection to a database that has its schema. `path` is for messages. */
export class Connection {
  readonly path: string;
  readonly #database: SqliteDatabase;
  readonly #statements = new Map<string, SqliteStatement>();
  #pending: PendingWrite[] = [];
  #transaction: 'none' | 'read' | 'write' = 'none';
  #version = -1;
  #versionHolds = false;
  #tickEnds = false;
  #open = true;

  constructor(database: SqliteDatabase, path: string) {
    this.#database = database;
    this.path = path;
  }

  /** A number that changes when another connection has changed the database. */
  get dataVersion(): number {
    if (!this.#versionHolds) this.#askVersion();
    return this.#version;
  }

  /** The first row. */
  get(sql: string, ...values: SqliteValue[]): SqliteRow | undefined {
    return this.#read(() => this.#statement(sql).get(...values));
  }

  /** All rows. */
  all(sql: string, ...values: SqliteValue[]): SqliteRow[] {
    return this.#read(() => this.#statement(sql).all(...values));
  }

  /** Changes rows; only inside {@link write}. Gives how many, and the last row id. */
  run(sql: string, ...values: SqliteValue[]): { readonly changes: number; readonly rowId: number } {
    const { changes, lastInsertRowid } = this.#statement(sql).run(...values);
    return { changes: Number(changes), rowId: Number(lastInsertRowid) };
  }

  /**
   * Runs `body` in a transaction soon and answers once it is on the disk. `body` must not await; after a rollback it is run again.
   * `kept` is told the answer before anything else happens.
   */
  write<T>(body: () => T, kept?: (value: T) => void): Promise<T> {
    if (!this.#open) return Promise.reject(raise('STORE_CLOSED', { path: this.path }));
    return new Promise<T>((resolve, reject) => {
      this.#pending.push({ body, kept, resolve, reject });
      this.#endTickSoon();
    });
  }

  /** Finishes the writes that wait, then closes the database. Closing twice is closing once. */
  close(): void {
    if (!this.#open) return;
    this.#endTick();
    this.#open = false;
    this.#statements.clear();
    this.#database.close();
  }

  #read<T>(read: () => T): T {
    return this.#query(() => {
      if (this.#transaction === 'none') this.#beginReading();
      return read();
    });
  }

  #query<T>(query: () => T): T {
    if (!this.#open) throw raise('STORE_CLOSED', { path: this.path });
    try {
      return query();
    } catch (error) {
      throw storeError(error, this.path);
    }
  }

  #beginReading(): void {
    this.#exec('BEGIN');
    this.#transaction = 'read';
    this.#endTickSoon();
  }

  #endTickSoon(): void {
    if (this.#tickEnds) return;
    this.#tickEnds = true;
    setImmediate(() => this.#endTick());
  }

  #endTick(): void {
    this.#tickEnds = false;
    this.#endReading();
    this.#flush();
  }

  #endReading(): void {
    if (this.#transaction !== 'read') return;
    this.#transaction = 'none';
    try {
      this.#exec('COMMIT');
    } catch {
      // Nothing was written, and who read has had their answer or their error.
      this.#rollback();
    }
  }

  #flush(): void {
    const writes = this.#pending;
    if (writes.length === 0) return;
    this.#pending = [];
    let outcomes: readonly Outcome[];
    try {
      outcomes = this.#writeAll(writes);
    } catch (error) {
      const failed = storeError(error, this.path);
      outcomes = writes.map(() => ({ error: failed }));
    }
    outcomes.forEach((outcome, at) => {
      if ('value' in outcome) writes[at]?.kept?.(outcome.value as never);
    });
    outcomes.forEach((outcome, at) => {
      const { resolve, reject } = writes[at] as PendingWrite;
      if ('error' in outcome) reject(outcome.error);
      else resolve(outcome.value as never);
    });
  }

  #writeAll(writes: readonly PendingWrite[]): readonly Outcome[] {
    return this.#inTransaction(() => allOf(writes)) ?? this.#inTransaction(() => writes.map((write) => this.#part(write))) ?? [];
  }

  /** Commits what `work` did; takes it back when there is no result. */
  #inTransaction<T>(work: () => T | undefined): T | undefined {
    this.#exec('BEGIN IMMEDIATE');
    this.#transaction = 'write';
    try {
      // Asked inside a transaction it costs least, and what goes on from here need not ask again.
      this.#askVersion();
      const result = work();
      if (result === undefined) this.#rollback();
      else this.#exec('COMMIT');
      this.#transaction = 'none';
      return result;
    } catch (error) {
      this.#rollback();
      throw error;
    }
  }

  #part(write: PendingWrite): Outcome {
    this.#exec('SAVEPOINT part');
    try {
      const value = write.body();
      this.#exec('RELEASE part');
      return { value };
    } catch (error) {
      this.#rollbackPart(error);
      return { error: storeError(error, this.path) };
    }
  }

  // Where SQLite gave up the whole transaction (disk full, read error) there is no savepoint left, and all of its writes fail.
  #rollbackPart(because: unknown): void {
    try {
      this.#exec('ROLLBACK TO part');
      this.#exec('RELEASE part');
    } catch {
      throw because;
    }
  }

  #rollback(): void {
    this.#transaction = 'none';
    try {
      this.#exec('ROLLBACK');
    } catch {
      // SQLite has rolled back by itself; the first error is the one to tell.
    }
  }

  #askVersion(): void {
    this.#version = Number(this.#query(() => this.#statement('PRAGMA data_version').get())?.['data_version']);
    this.#versionHolds = true;
    // Whatever goes on at once sees it; who was woken by somebody else asks again.
    queueMicrotask(() => nextTick(() => this.#forgetVersion()));
  }

  #forgetVersion(): void {
    this.#versionHolds = false;
  }

  #exec(sql: 'BEGIN' | 'BEGIN IMMEDIATE' | 'COMMIT' | 'ROLLBACK' | 'SAVEPOINT part' | 'RELEASE part' | 'ROLLBACK TO part'): void {
    this.#statement(sql).run();
  }

  #statement(sql: string): SqliteStatement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

/** What all of them give; nothing when one of them throws. */
function allOf(writes: readonly PendingWrite[]): readonly Outcome[] | undefined {
  try {
    return writes.map(({ body }) => ({ value: body() }));
  } catch {
    return undefined;
  }
}
