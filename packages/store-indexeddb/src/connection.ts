/**
 * One connection: each read is a transaction, and writes that come in together share one.
 *
 *     write a ─┐
 *     write b ─┴─► transaction 1: a, then b ─► on the disk ─► both answers
 *     write c ─┐        (meanwhile)
 *     write d ─┴──────────────────────────────► transaction 2: c, then d ─► …
 *
 * Each write is still all or nothing: when one fails, all of its transaction is taken back and each is done once more, alone.
 * No answer is given before the browser says that the transaction is on the disk (`durability: 'strict'`).
 */
import { raise, storeError } from './errors.ts';
import { Rows } from './rows.ts';
import type { TableName } from './schema.ts';

/** What a transaction does. It must await nothing but the rows, or the browser ends the transaction before its end. */
export type Work<T> = (rows: Rows) => Promise<T>;

interface PendingWrite {
  readonly tables: readonly TableName[];
  readonly work: Work<unknown>;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

type Ending = 'PAGE_STORE_CLOSED' | 'PAGE_STORE_OUTDATED' | 'PAGE_STORE_LOST';

/** Writes in one transaction at most, so that none waits long for the others. */
const MOST_TOGETHER = 64;

/** A connection to a database that has its tables. */
export class Connection {
  readonly name: string;
  readonly #database: IDBDatabase;
  readonly #written: () => void;
  #pending: PendingWrite[] = [];
  #flushing: Promise<void> | undefined;
  #ending: Ending | undefined;

  /** `written` is called after each transaction that wrote. */
  constructor(database: IDBDatabase, written: () => void) {
    this.name = database.name;
    this.#database = database;
    this.#written = written;
    database.onversionchange = () => this.#end('PAGE_STORE_OUTDATED');
    database.onclose = () => this.#end('PAGE_STORE_LOST');
  }

  /** Reads rows as they are at one moment. */
  async read<T>(tables: readonly TableName[], work: Work<T>): Promise<T> {
    try {
      return await this.#transact(tables, 'readonly', work);
    } catch (error) {
      throw storeError(error, this.name);
    }
  }

  /** Changes rows and answers once that is on the disk. The work may be done twice; only one of them counts. */
  write<T>(tables: readonly TableName[], work: Work<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#pending.push({ tables, work, resolve, reject });
      this.#flushing ??= this.#flush();
    });
  }

  /** Finishes the writes that wait, then lets go of the database. */
  async close(): Promise<void> {
    await this.#flushing;
    this.#end('PAGE_STORE_CLOSED');
  }

  #end(ending: Ending): void {
    this.#ending ??= ending;
    this.#database.close();
  }

  async #flush(): Promise<void> {
    // Those who write in the same turn come along.
    await Promise.resolve();
    while (this.#pending.length > 0) await this.#together(this.#pending.splice(0, MOST_TOGETHER));
    this.#flushing = undefined;
  }

  async #together(writes: readonly PendingWrite[]): Promise<void> {
    const tables = [...new Set(writes.flatMap((write) => write.tables))];
    let values: readonly unknown[];
    try {
      values = await this.#transact(tables, 'readwrite', (rows) => inTurn(writes, rows));
    } catch (error) {
      if (writes.length === 1) writes[0]?.reject(storeError(error, this.name));
      else for (const write of writes) await this.#together([write]);
      return;
    }
    for (const [at, { resolve }] of writes.entries()) resolve(values[at] as never);
    this.#written();
  }

  async #transact<T>(tables: readonly TableName[], mode: 'readonly' | 'readwrite', work: Work<T>): Promise<T> {
    if (this.#ending !== undefined) throw raise(this.#ending, { name: this.name });
    const transaction = this.#database.transaction(tables, mode, { durability: 'strict' });
    const ended = endOf(transaction);
    try {
      const value = await work(new Rows(transaction));
      await ended;
      return value;
    } catch (error) {
      abort(transaction);
      await ended.catch(() => {});
      // Why the browser took it back says more than what came of that.
      throw transaction.error ?? (this.#ending === undefined ? error : raise(this.#ending, { name: this.name }, error));
    }
  }
}

// helpers

async function inTurn(writes: readonly PendingWrite[], rows: Rows): Promise<readonly unknown[]> {
  const values: unknown[] = [];
  for (const { work } of writes) values.push(await work(rows));
  return values;
}

function endOf(transaction: IDBTransaction): Promise<void> {
  const ended = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('The transaction was taken back.', 'AbortError'));
  });
  // Whoever awaits it hears of it; until then nobody need.
  ended.catch(() => {});
  return ended;
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
}
