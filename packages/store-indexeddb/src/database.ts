/** Opens and clears databases of IndexedDB; what stands in the way is an error with a code. */
import { openingError, raise } from './errors.ts';
import { SCHEMA_VERSION, upgrade } from './schema.ts';

/** How long other tabs may take to let go of an older version, or stand still while a log is begun, in milliseconds. */
const PATIENCE_MS = 5000;

/** Opens a database with its tables. */
export async function openDatabase(factory: IDBFactory | undefined, name: string): Promise<IDBDatabase> {
  const database = await settled(factory, name, (from) => {
    const request = from.open(name, SCHEMA_VERSION);
    request.onupgradeneeded = ({ oldVersion }) => upgrade(request.result, oldVersion);
    return request;
  });
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  await Promise.race([beginNewLog(factory, `${name} (log)`).catch(() => {}), patience]);
  return database;
}

/** Deletes a database with all that is in it. */
export async function deleteDatabase(factory: IDBFactory | undefined, name: string): Promise<void> {
  await settled(factory, name, (from) => from.deleteDatabase(name));
}

// helpers

/**
 * Chromium keeps what a site writes in a log (LevelDB). A kill may leave its last record in half. The next browser reads past that and goes on
 * behind it; the one after that takes the whole log for damaged and deletes everything the site has kept, with no word to the page.
 * So whoever opens a database has a new log begun before anything is answered: a database that is deleted makes Chromium do so.
 * What hinders that does not hinder the work: the first write says what is wrong.
 */
async function beginNewLog(factory: IDBFactory | undefined, name: string): Promise<void> {
  // Only Chromium has this word for what it has deleted.
  if (!('dataLoss' in IDBVersionChangeEvent.prototype)) return;
  const log = await settled(factory, name, (from) => from.open(name));
  log.close();
  await deleteDatabase(factory, name);
}

function settled<Result>(
  factory: IDBFactory | undefined,
  name: string,
  ask: (factory: IDBFactory) => IDBOpenDBRequest & { readonly result: Result },
): Promise<Result> {
  return new Promise((resolve, reject) => {
    if (factory === undefined) throw raise('PAGE_STORE_DENIED', { name, reason: 'indexedDB is not there' });
    const request = ask(factory);
    let givenUp = false;
    request.onblocked = () => {
      setTimeout(() => {
        givenUp = true;
        reject(raise('PAGE_STORE_BLOCKED', { name }));
      }, PATIENCE_MS);
    };
    request.onerror = () => reject(openingError(request.error, name));
    request.onsuccess = () => {
      // It came when nobody waited any more.
      if (givenUp) letGo(request.result);
      resolve(request.result);
    };
  });
}

function letGo(result: unknown): void {
  if (result instanceof IDBDatabase) result.close();
}
