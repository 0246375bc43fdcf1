/**
 * Runs the releases of measures: the pure `step`, the durable engine around it, and the services people work through.
 */
// Errors
export { raise as runtimeErrors } from './errors.ts';
// For writers of stores: what queries and issued documents mean
export { issuedDocument } from './store/issued-document.ts';
export { openMemoryStorage } from './store/memory-store.ts';
export { comparePlaces, cursorOf, isCandidate, lightAt, mayAct, type Place, pageOf, placeOf, searchText } from './store/query-semantics.ts';
// The Store port, and the store in memory
export type * from './store/store.ts';
