/** The rows that one transaction reads and writes: requests of IndexedDB as promises, by the names of our tables. */
import type { Key, TableName, Tables } from './schema.ts';

/** Which rows: those of an index or, without one, of the table, in its order. */
export interface Which {
  readonly index?: string;
  readonly range?: IDBKeyRange | undefined;
  readonly limit?: number;
}

/** The rows of one transaction. It ends by itself when anything else than its own requests is awaited. */
export class Rows {
  readonly #transaction: IDBTransaction;

  constructor(transaction: IDBTransaction) {
    this.#transaction = transaction;
  }

  get<Name extends TableName>(name: Name, key: Key): Promise<Tables[Name] | undefined> {
    return answerOf(this.#table(name).get(asKey(key)));
  }

  /** The rows in order. */
  all<Name extends TableName>(name: Name, { index, range, limit }: Which = {}): Promise<readonly Tables[Name][]> {
    return answerOf(this.#source(name, index).getAll(range, limit));
  }

  /** The first row by an index. */
  async first<Name extends TableName>(name: Name, which: Which): Promise<Tables[Name] | undefined> {
    return (await this.all(name, { ...which, limit: 1 }))[0];
  }

  /** The last row. */
  async last<Name extends TableName>(name: Name, { index, range }: Which = {}): Promise<Tables[Name] | undefined> {
    const cursor = await answerOf(this.#source(name, index).openCursor(range, 'prev'));
    return cursor?.value;
  }

  /** Keys of the table, in the order of the index. */
  keys(name: TableName, { index, range, limit }: Which): Promise<readonly Key[]> {
    return answerOf(this.#source(name, index).getAllKeys(range, limit) as IDBRequest<unknown> as IDBRequest<Key[]>);
  }

  /** The last key of the table. */
  async lastKey(name: TableName): Promise<IDBValidKey | undefined> {
    return (await answerOf(this.#table(name).openKeyCursor(null, 'prev')))?.key;
  }

  /** How many there are, or one more than `upTo` when there are more. */
  async count(name: TableName, { index, range }: Which, upTo: number = Number.POSITIVE_INFINITY): Promise<number> {
    const source = this.#source(name, index);
    const more = Number.isFinite(upTo) && (await reaches(source, range, upTo));
    return more ? upTo + 1 : answerOf(source.count(range));
  }

  /** Writes a row in place of the one of its key. A row that cannot be written takes the whole transaction back. */
  put<Name extends TableName>(name: Name, row: Tables[Name]): void {
    this.#table(name).put(row);
  }

  /** Removes the row of a key, or those of a range. */
  delete(name: TableName, which: Key | IDBKeyRange): void {
    this.#table(name).delete(which instanceof IDBKeyRange ? which : asKey(which));
  }

  #table(name: TableName): IDBObjectStore {
    return this.#transaction.objectStore(name);
  }

  #source(name: TableName, index: string | undefined): IDBObjectStore | IDBIndex {
    const table = this.#table(name);
    return index === undefined ? table : table.index(index);
  }
}

/** The keys that begin with these parts: arrays come after all else. */
export function beginningWith(...parts: readonly Key[]): IDBKeyRange {
  return IDBKeyRange.bound(parts, [...parts, []]);
}

/** The keys that begin with `parts` and go on with what comes after `last`. */
export function after(parts: readonly Key[], ...last: readonly Key[]): IDBKeyRange {
  return IDBKeyRange.bound([...parts, ...last], [...parts, []], true);
}

function asKey(key: Key): IDBValidKey {
  return key as IDBValidKey;
}

// Stepping over rows is the browser's own work, none of them is handed over; counting all of them would take longer the more there are.
function reaches(source: IDBObjectStore | IDBIndex, range: IDBKeyRange | undefined, steps: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const request = source.openKeyCursor(range);
    let stepped = steps === 0;
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const { result } = request;
      if (stepped || result === null) resolve(result !== null);
      else {
        stepped = true;
        result.advance(steps);
      }
    };
  });
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
