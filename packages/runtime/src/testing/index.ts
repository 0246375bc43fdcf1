/** For hosts and writers of stores: the contract suite of the Store port, and builders, clocks and crashes for tests. */
// The contract of a store
export { canonical, check, checkEqual } from './check-equal.ts';
export { describeStorage, type StorageContractOptions, type TestRunner } from './describe-storage.ts';
