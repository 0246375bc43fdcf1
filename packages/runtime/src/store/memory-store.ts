/** A whole storage in memory: for a page without a server, for trying a measure, and for tests. */
import { MemoryCaseStore } from './memory-case-store.ts';
import { MemoryDeputyStore } from './memory-deputy-store.ts';
import { MemoryFileStore } from './memory-file-store.ts';
import { MemoryMeasureStore } from './memory-measure-store.ts';
import { MemoryRecords } from './memory-records.ts';
import type { Storage } from './store.ts';

/** Opens an empty storage in memory; it is gone with the process. */
export function openMemoryStorage(): Storage {
  return {
    traits: { durable: false, sharedBetweenProcesses: false },
    cases: new MemoryCaseStore(),
    measures: new MemoryMeasureStore(),
    records: new MemoryRecords(),
    files: new MemoryFileStore(),
    deputies: new MemoryDeputyStore(),
    close: async () => {},
  };
}
