/**
 * Chromium keeps what a site writes in a log (LevelDB). A kill may leave its last record in half. The next browser reads past that and goes on
 * behind it; the one after that takes the whole log for damaged and deletes everything the site has kept, with no word to the page.
 * So whoever opens a database has a new log begun before anything is answered: a database that is deleted makes Chromium do so.
 */

/** Another tab that stands still in the middle of this is not waited for any longer. */
const PATIENCE_MS = 5000;

/** Has the browser begin a new log, where it has one. What hinders that does not hinder the work: the first write says what is wrong. */
export async function beginNewLog(factory: IDBFactory, name: string): Promise<void> {
  // Only Chromium has this word for what it has deleted.
  if (!('dataLoss' in IDBVersionChangeEvent.prototype)) return;
  const patience = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS));
  await Promise.race([makeAndDelete(factory, `${name} (log)`).catch(() => {}), patience]);
}

// helpers

async function makeAndDelete(factory: IDBFactory, name: string): Promise<void> {
  (await done(factory.open(name))).close();
  await done(factory.deleteDatabase(name));
}

function done<Result>(request: IDBOpenDBRequest & { readonly result: Result }): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new DOMException('The database was not opened.', 'UnknownError'));
  });
}
