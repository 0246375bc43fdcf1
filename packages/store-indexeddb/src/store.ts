/** Opens a whole storage on one database of IndexedDB. */
import type { TongbanError } from '@tongban/model';
import type { Storage } from '@tongban/runtime';
import { IndexedDbCaseStore } from './case-store.ts';
import { Connection } from './connection.ts';
import { deleteDatabase, openDatabase } from './database.ts';
import { IndexedDbDeputyStore } from './deputy-store.ts';
import { openingError } from './errors.ts';
import { IndexedDbFileStore } from './files.ts';
import { IndexedDbMeasureStore } from './measure-store.ts';
import { OtherTabs } from './other-tabs.ts';
import { IndexedDbRecords } from './records.ts';

/** Which database. */
export interface IndexedDbOptions {
  /** Its name among the databases of the site; default `tongban`. */
  readonly name?: string;
  /** Default: that of the page or worker. */
  readonly factory?: IDBFactory;
  /**
   * Told when nothing can be kept any more (PAGE_STORE_OUTDATED, PAGE_STORE_LOST): another tab has a newer version of the page or cleared
   * the storage, or the browser closed it. Show its sentence.
   */
  readonly onEnd?: (error: TongbanError) => void;
}

/**
 * Opens a storage in this browser, made when it is not there, and brings its tables to the latest version. What it has answered is on
 * the disk: it survives closing the tab, a crash of the browser and, where the browser keeps its promise, a power cut. Several tabs may
 * open the same one.
 * @throws PAGE_STORE_DENIED, PAGE_STORE_NEWER, PAGE_STORE_BLOCKED, PAGE_STORE_FULL, PAGE_STORE_FAILED
 * @example
 * ```ts
 * import { openIndexedDb } from '@tongban/store-indexeddb';
 * const storage = await openIndexedDb({ name: 'county-office' });
 * ```
 */
export async function openIndexedDb({ name = DEFAULT_NAME, factory, onEnd }: IndexedDbOptions = {}): Promise<Storage> {
  const database = await attempt(name, () => openDatabase(factory ?? globalThis.indexedDB, name));
  const tabs = new OtherTabs(name);
  const connection = new Connection(database, { written: () => tabs.tell(), ended: onEnd });
  return {
    traits: { durable: true, sharedBetweenProcesses: true },
    cases: new IndexedDbCaseStore(connection),
    measures: new IndexedDbMeasureStore(connection),
    records: new IndexedDbRecords(connection),
    files: new IndexedDbFileStore(connection),
    deputies: new IndexedDbDeputyStore(connection),
    onWrittenByOthers: (listener) => tabs.hear(listener),
    close: async () => {
      await connection.close();
      tabs.close();
    },
  };
}

/**
 * Deletes a storage with all cases, documents and files in it. Other tabs that have it open can no longer use it.
 * @throws PAGE_STORE_DENIED, PAGE_STORE_BLOCKED, PAGE_STORE_FAILED
 */
export function clearIndexedDb({ name = DEFAULT_NAME, factory }: Omit<IndexedDbOptions, 'onEnd'> = {}): Promise<void> {
  return attempt(name, () => deleteDatabase(factory ?? globalThis.indexedDB, name));
}

// helpers

const DEFAULT_NAME = 'tongban';

// Where storage is denied, some browsers throw as soon as it is asked for.
async function attempt<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw openingError(error, name);
  }
}
