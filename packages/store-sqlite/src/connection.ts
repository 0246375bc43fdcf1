/**
 * One connection: statements prepared once, reads, and writes that share a transaction when they come in together.
 *
 *     tick:    write a ─┐
 *              write b ─┼─► BEGIN · a · SAVEPOINT b · … · COMMIT (one fsync) ─► all answers
 *              write c ─┘
 *
 * Each write is still all or nothing: one that throws is rolled back to its savepoint and fails alone. No answer is given
 * before the commit.
 */
import type { SqliteDatabase, SqliteRow, SqliteStatement, SqliteValue } from './driver.ts';
import { raise, storeError } from './errors.ts';

interface PendingWrite {
  readonly body: () => unknown;
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
  #open = true;

  constructor(database: SqliteDatabase, path: string) {
    this.#database = database;
    this.path = path;
  }

  /** The first row. */
  get(sql: string, ...values: SqliteValue[]): SqliteRow | undefined {
    return this.#answer(() => this.#statement(sql).get(...values));
  }

  /** All rows. */
  all(sql: string, ...values: SqliteValue[]): SqliteRow[] {
    return this.#answer(() => this.#statement(sql).all(...values));
  }

  /** Changes rows; only inside {@link write}. Gives how many, and the last row id. */
  run(sql: string, ...values: SqliteValue[]): { readonly changes: number; readonly rowId: number } {
    const { changes, lastInsertRowid } = this.#statement(sql).run(...values);
    return { changes: Number(changes), rowId: Number(lastInsertRowid) };
  }

  /** Several reads of one moment, also when another process writes meanwhile. */
  snapshot<T>(body: () => T): T {
    return this.#answer(() => {
      this.#exec('BEGIN');
      try {
        return body();
      } finally {
        this.#exec('COMMIT');
      }
    });
  }

  /** Runs `body` in a transaction soon and answers once it is on the disk. `body` must not await. */
  write<T>(body: () => T): Promise<T> {
    if (!this.#open) return Promise.reject(raise('STORE_CLOSED', { path: this.path }));
    return new Promise<T>((resolve, reject) => {
      if (this.#pending.push({ body, resolve, reject }) === 1) setImmediate(() => this.#flush());
    });
  }

  /** Finishes the writes that wait, then closes the database. Closing twice is closing once. */
  close(): void {
    if (!this.#open) return;
    this.#flush();
    this.#open = false;
    this.#statements.clear();
    this.#answerClosing(() => this.#database.close());
  }

  #flush(): void {
    const writes = this.#pending;
    if (writes.length === 0) return;
    this.#pending = [];
    let outcomes: readonly Outcome[];
    try {
      outcomes = this.#transaction(writes);
    } catch (error) {
      const failed = storeError(error, this.path);
      outcomes = writes.map(() => ({ error: failed }));
    }
    outcomes.forEach((outcome, at) => {
      const { resolve, reject } = writes[at] as PendingWrite;
      if ('error' in outcome) reject(outcome.error);
      else resolve(outcome.value as never);
    });
  }

  #transaction(writes: readonly PendingWrite[]): readonly Outcome[] {
    this.#exec('BEGIN IMMEDIATE');
    try {
      const [alone] = writes;
      const outcomes = writes.length === 1 && alone !== undefined ? [{ value: alone.body() }] : writes.map((write) => this.#part(write));
      this.#exec('COMMIT');
      return outcomes;
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
      // When SQLite gave up the whole transaction (disk full, read error), this throws, and all of its writes fail.
      this.#exec('ROLLBACK TO part');
      this.#exec('RELEASE part');
      return { error: storeError(error, this.path) };
    }
  }

  #rollback(): void {
    try {
      this.#exec('ROLLBACK');
    } catch {
      // SQLite has rolled back by itself; the first error is the one to tell.
    }
  }

  #answer<T>(read: () => T): T {
    if (!this.#open) throw raise('STORE_CLOSED', { path: this.path });
    return this.#answerClosing(read);
  }

  #answerClosing<T>(action: () => T): T {
    try {
      return action();
    } catch (error) {
      throw storeError(error, this.path);
    }
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
