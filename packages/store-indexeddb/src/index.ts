/**
 * A whole storage for Tongban in a page, on IndexedDB: closing the page loses nothing.
 *
 * @example
 * ```ts
 * import { openIndexedDb } from '@tongban/store-indexeddb';
 * const storage = await openIndexedDb({ name: 'county-office' });
 * ```
 */

// Opening a storage, and clearing it

export { clearIndexedDb, type IndexedDbOptions, openIndexedDb } from './store.ts';

// Errors

export { raise as storeErrors } from './errors.ts';
