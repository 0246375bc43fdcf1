/**
 * The Store port: everything the engine keeps, and what a database must promise for it.
 *
 * Every key starts with the tenant; nothing is ever found across tenants except by the worker (`lease…`) and the outbox (`eventsSince`).
 * Every method is one transaction: all of it is there afterwards, or nothing. Times are epoch milliseconds. Implementations keep the rows
 * as they were handed in (plain JSON) and hand out data that the caller may keep. `describeStorage` in `@tongban/runtime/testing` is the contract.
 */
import type { Records } from '@tongban/model';
import type { CaseStore } from './case-store.ts';
import type { DeputyStore } from './deputy-store.ts';
import type { FileStore } from './file-store.ts';
import type { MeasureStore } from './measure-store.ts';

/** What a store can and cannot do; the engine and hosts ask, they never try and see. */
export interface StorageTraits {
  /** What was committed survives the end of the process. */
  readonly durable: boolean;
  /** Several processes may work on it at the same time. */
  readonly sharedBetweenProcesses: boolean;
}

/** A whole storage: cases, measures, shared records, files and deputies, usually in one database. */
export interface Storage {
  readonly traits: StorageTraits;
  readonly cases: CaseStore;
  readonly measures: MeasureStore;
  readonly records: Records;
  readonly files: FileStore;
  readonly deputies: DeputyStore;
  /** Calls back soon after somebody else who shares the storage has written to it; answers how to stop. Without it, they are heard of when the loop turns. */
  onWrittenByOthers?(listener: () => void): () => void;
  /** Afterwards every call is refused with a code that ends in `_CLOSED`; what is under way is finished, or refused so. Closing twice is closing once. */
  close(): Promise<void>;
}

export type * from './case-store.ts';
export type * from './deputy-store.ts';
export type * from './file-store.ts';
export type * from './measure-store.ts';
export type * from './rows.ts';
