/**
 * One connection: statements prepared once; reads that follow each other without waiting see one moment; writes of one turn of the
 * event loop share a transaction.
 *
 *     turn:  read ─ read ─ write a ─┐
 *            read ─ write b ────────┼─► BEGIN · a · b · c · COMMIT (one fsync) ─► all answers ─► those who go on at once
 *            read ─ write c ────────┘                   ▲                                                  │
 *                                                       └──────────── their writes, for a while ◄──────────┘
 *
 * Whoever goes on as soon as they are answered need not wait for the turn to end: once all of them have, nobody else can come before the
 * next turn. After some milliseconds the event loop turns all the same, so that others are heard.
 *
 * Each write is still all or nothing: when one throws, they are done once more with a savepoint for each, so that it fails alone.
 * No answer is given before the commit.
 */
// Not the global ones: a host's tests may put false timers there.
import { nextTick, uptime } from 'node:process';
import { setImmediate } from 'node:timers';
import { getRuns, type SqliteDatabase, type SqliteRow, type SqliteStatement, type SqliteValue } from './driver.ts';
import { raise, storeError } from './errors.ts';

interface PendingWrite {
  readonly body: () => unknown;
  readonly kept: ((value: never) => void) | undefined;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

type Outcome = { readonly value: unknown } | { readonly error: unknown };

/** So long, in milliseconds, writes may come of answers before the event loop turns. */
const LONGEST_TURN_MS = 10;

/** A connection to a database that has its schema. `path` is for messages; `now`, in milliseconds, tells how long a turn takes. */
export class Connection {
  readonly path: string;
  readonly #database: SqliteDatabase;
  readonly #getRuns: boolean;
  readonly #now: () => number;
  readonly #statements = new Map<string, SqliteStatement>();
  #pending: PendingWrite[] = [];
  #transaction: 'none' | 'read' | 'write' = 'none';
  #version = -1;
  #versionHolds = false;
  #vouched = false;
  #rollbacks = 0;
  #turnEnds = false;
  #watching = false;
  /** The answers of writes were just given, and those who go on from them have not all run. */
  #answered = false;
  #turnBegan = 0;
  #turnIsLong = false;
  #open = true;

  constructor(database: SqliteDatabase, path: string, now: () => number = () => uptime() * 1000) {
    this.#database = database;
    this.#getRuns = getRuns(database);
    this.path = path;
    this.#now = now;
  }

  /** A number that changes when another connection has changed the database. */
  get dataVersion(): number {
    if (!this.#versionHolds) this.#askVersion();
    this.#watch();
    return this.#version;
  }

  /** How often something that was written has been taken back. */
  get rollbacks(): number {
    return this.#rollbacks;
  }

  /** Says, inside a write, that what is kept of the database is up to date, so that {@link dataVersion} need not be asked after it. */
  vouch(): void {
    this.#vouched = true;
  }

  /** The first row. */
  get(sql: string, ...values: SqliteValue[]): SqliteRow | undefined {
    return this.#read(() => this.#statement(sql).get(...values));
  }

  /** All rows. */
  all(sql: string, ...values: SqliteValue[]): SqliteRow[] {
    return this.#read(() => this.#statement(sql).all(...values));
  }

  /** Changes rows; only inside {@link write}. */
  run(sql: string, ...values: SqliteValue[]): void {
    const statement = this.#statement(sql);
    if (this.#getRuns) statement.get(...values);
    else statement.run(...values);
  }

  /** Changes rows, and gives how many, and the last row id. */
  counted(sql: string, ...values: SqliteValue[]): { readonly changes: number; readonly rowId: number } {
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
      if (!this.#answered || this.#turnIsLong) this.#endTurnSoon();
    });
  }

  /** Finishes the writes that wait, then closes the database. Closing twice is closing once. */
  close(): void {
    if (!this.#open) return;
    this.#endTurn();
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
    this.#watch();
  }

  // Until all that goes on from here without waiting has run.
  #watch(): void {
    if (this.#watching) return;
    this.#watching = true;
    // What is queued behind all others runs after them.
    queueMicrotask(() => nextTick(() => this.#allWentOn()));
  }

  #allWentOn(): void {
    this.#watching = false;
    // Who is woken by somebody else asks again, and sees another moment.
    this.#versionHolds = false;
    this.#endReading();
    if (this.#answered) this.#nextRound();
  }

  #nextRound(): void {
    this.#answered = false;
    if (!this.#turnIsLong) this.#flush();
  }

  #endTurnSoon(): void {
    if (this.#turnEnds) return;
    this.#turnEnds = true;
    setImmediate(() => this.#endTurn());
  }

  #endTurn(): void {
    this.#turnEnds = false;
    this.#turnBegan = this.#now();
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
    this.#answered = true;
    this.#turnIsLong = this.#now() - this.#turnBegan >= LONGEST_TURN_MS;
    this.#watch();
  }

  #writeAll(writes: readonly PendingWrite[]): readonly Outcome[] {
    return this.#inTransaction(() => allOf(writes)) ?? this.#inTransaction(() => writes.map((write) => this.#part(write))) ?? [];
  }

  /** Commits what `work` did; takes it back when there is no result. */
  #inTransaction<T>(work: () => T | undefined): T | undefined {
    this.#exec('BEGIN IMMEDIATE');
    this.#transaction = 'write';
    try {
      this.#vouched = false;
      const result = work();
      // Who goes on from here need not ask again.
      if (this.#vouched) this.#versionHolds = true;
      else this.#askVersion();
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
    this.#rollbacks += 1;
    try {
      this.#exec('ROLLBACK TO part');
      this.#exec('RELEASE part');
    } catch {
      throw because;
    }
  }

  #rollback(): void {
    this.#transaction = 'none';
    this.#rollbacks += 1;
    try {
      this.#exec('ROLLBACK');
    } catch {
      // SQLite has rolled back by itself; the first error is the one to tell.
    }
  }

  #askVersion(): void {
    this.#version = Number(this.#query(() => this.#statement('PRAGMA data_version').get())?.['data_version']);
    this.#versionHolds = true;
  }

  #exec(sql: 'BEGIN' | 'BEGIN IMMEDIATE' | 'COMMIT' | 'ROLLBACK' | 'SAVEPOINT part' | 'RELEASE part' | 'ROLLBACK TO part'): void {
    this.run(sql);
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
