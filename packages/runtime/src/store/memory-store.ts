/** A whole storage in memory: for a page without a server, for trying a measure, and for tests. */
import { raise } from '../errors.ts';
import { MemoryCaseStore } from './memory-case-store.ts';
import { MemoryDeputyStore } from './memory-deputy-store.ts';
import { MemoryFileStore } from './memory-file-store.ts';
import { MemoryMeasureStore } from './memory-measure-store.ts';
import { MemoryRecords } from './memory-records.ts';
import type { Storage } from './store.ts';

/** Opens an empty storage in memory; it is gone with the process. */
export function openMemoryStorage(): Storage {
  const files = new MemoryFileStore();
  const parts = {
    cases: new MemoryCaseStore(),
    measures: new MemoryMeasureStore(),
    records: new MemoryRecords(),
    files,
    deputies: new MemoryDeputyStore(),
  };
  return {
    traits: { durable: false, sharedBetweenProcesses: false },
    ...parts,
    close: async () => {
      for (const part of [...Object.values(parts), files.uploads]) shut(part);
    },
  };
}

// helpers

/** From now on each method refuses; until then closing costs nothing. */
function shut(part: object): void {
  const refuse = async (): Promise<never> => {
    throw raise('RUNTIME_CLOSED');
  };
  for (const name of Object.getOwnPropertyNames(Object.getPrototypeOf(part)))
    Object.defineProperty(part, name, { value: refuse, configurable: true });
}
