/**
 * One connection: reads that come in together share a transaction and see one moment, and so do writes.
 *
 *     write a ─┐
 *     write b ─┴─► transaction 1: a, then b ─► on the disk ─► both answers
 *     write c ─┐        (meanwhile)
 *     write d ─┴──────────────────────────────► transaction 2: c, then d ─► …
 *
 * Writes of one transaction that touch different things go side by side, so that they wait for their questions together; the others in turn.
 * Each write is still all or nothing: when one fails, all of its transaction is taken back and each is done once more, alone.
 * No answer is given before the browser says that the transaction is on the disk (`durability: 'strict'`).
 */
import type { TongbanError } from '@tongban/model';
import { raise, storeError } from './errors.ts';
import { Rows } from './rows.ts';
import type { TableName } from './schema.ts';

/** What a transaction does. It must await nothing but the rows, or the browser ends the transaction before its end. */
export type Work<T> = (rows: Rows) => Promise<T>;

/** What a write is about. */
export interface WriteScope {
  readonly tables: readonly TableName[];
  /** Names of all that it touches, where it goes beside writes that touch other things; default: it goes alone. */
  readonly touches?: readonly string[];
}

interface Pending {
  readonly scope: WriteScope;
  readonly work: Work<unknown>;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

type Ending = 'PAGE_STORE_CLOSED' | 'PAGE_STORE_OUTDATED' | 'PAGE_STORE_LOST';

/** Who is told what. */
export interface ConnectionListener {
  /** After each transaction that wrote. */
  readonly written?: () => void;
  /** When the connection has ended and nobody here asked for it. */
  readonly ended?: ((error: TongbanError) => void) | undefined;
}

/** Writes in one transaction at most, so that none waits long for the others. */
const MOST_TOGETHER = 64;

/** A connection to a database that has its tables. */
export class Connection {
  readonly name: string;
  readonly #database: IDBDatabase;
  readonly #listener: ConnectionListener;
  #reads: Pending[] = [];
  #pending: Pending[] = [];
  #flushing: Promise<void> | undefined;
  #ending: Ending | undefined;

  constructor(database: IDBDatabase, listener: ConnectionListener = {}) {
    this.name = database.name;
    this.#database = database;
    this.#listener = listener;
    database.onversionchange = () => this.#end('PAGE_STORE_OUTDATED');
    database.onclose = () => this.#end('PAGE_STORE_LOST');
  }

  /** Reads rows as they are at one moment. */
  read<T>(tables: readonly TableName[], work: Work<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#reads.push({ scope: { tables }, work, resolve, reject });
      if (this.#reads.length === 1) queueMicrotask(() => void this.#readTogether(this.#reads.splice(0)));
    });
  }

  /** Changes rows and answers once that is on the disk. The work may be done twice; only one of them counts. */
  write<T>(scope: WriteScope | readonly TableName[], work: Work<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#pending.push({ scope: 'tables' in scope ? scope : { tables: scope }, work, resolve, reject });
      this.#flushing ??= this.#flush();
    });
  }

  /** Finishes the writes that wait, then lets go of the database. */
  async close(): Promise<void> {
    await this.#flushing;
    this.#end('PAGE_STORE_CLOSED');
  }

  #end(ending: Ending): void {
    if (this.#ending !== undefined) return;
    this.#ending = ending;
    this.#database.close();
    if (ending !== 'PAGE_STORE_CLOSED') this.#listener.ended?.(raise(ending, { name: this.name }));
  }

  async #readTogether(reads: readonly Pending[]): Promise<void> {
    try {
      await this.#transact(tablesOf(reads), 'readonly', (rows) => Promise.all(reads.map((read) => this.#answer(read, rows))));
    } catch (error) {
      // Whoever was answered has heard it already.
      for (const { reject } of reads) reject(storeError(error, this.name));
    }
  }

  async #answer({ work, resolve, reject }: Pending, rows: Rows): Promise<void> {
    try {
      resolve((await work(rows)) as never);
    } catch (error) {
      reject(storeError(error, this.name));
    }
  }

  async #flush(): Promise<void> {
    // Those who write in the same turn come along.
    await Promise.resolve();
    while (this.#pending.length > 0) await this.#together(this.#pending.splice(0, MOST_TOGETHER));
    this.#flushing = undefined;
  }

  async #together(writes: readonly Pending[]): Promise<void> {
    let values: readonly unknown[];
    try {
      values = await this.#transact(tablesOf(writes), 'readwrite', (rows) => inWaves(writes, rows));
    } catch (error) {
      if (writes.length === 1) writes[0]?.reject(storeError(error, this.name));
      else for (const write of writes) await this.#together([write]);
      return;
    }
    for (const [at, { resolve }] of writes.entries()) resolve(values[at] as never);
    this.#listener.written?.();
  }

  async #transact<T>(tables: readonly TableName[], mode: 'readonly' | 'readwrite', work: Work<T>): Promise<T> {
    if (this.#ending !== undefined) throw raise(this.#ending, { name: this.name });
    const transaction = this.#database.transaction(tables, mode, { durability: 'strict' });
    const ended = endOf(transaction);
    try {
      const value = await work(new Rows(transaction));
      // All is said: the browser need not wait for the answers to all that was written.
      if (mode === 'readwrite') transaction.commit();
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

function tablesOf(pending: readonly Pending[]): readonly TableName[] {
  return [...new Set(pending.flatMap(({ scope }) => scope.tables))];
}

async function inWaves(writes: readonly Pending[], rows: Rows): Promise<readonly unknown[]> {
  const values: unknown[] = [];
  for (const wave of wavesOf(writes)) values.push(...(await Promise.all(wave.map(({ work }) => work(rows)))));
  return values;
}

// In the order in which they came; what touches something that its wave has touched begins a new one.
function wavesOf(writes: readonly Pending[]): readonly (readonly Pending[])[] {
  const waves: Pending[][] = [];
  let touched: Set<string> | undefined;
  for (const write of writes) {
    const { touches } = write.scope;
    if (touches !== undefined && touched !== undefined && !touches.some((name) => touched?.has(name))) waves.at(-1)?.push(write);
    else {
      waves.push([write]);
      touched = touches && new Set();
    }
    for (const name of touches ?? []) touched?.add(name);
  }
  return waves;
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
