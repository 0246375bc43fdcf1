/** For hosts and writers of stores: the contract suite of the Store port, and scenarios, clocks and crashes for tests. */
// The contract of a store
export { canonical, check, checkEqual } from './check-equal.ts';
export { describeStorage, type StorageContractOptions, type TestRunner } from './describe-storage.ts';
export { caseRow, commitOf, taskRow } from './contract/contract-case.ts';

// Replays, and histories recorded for ever
export { checkHistory, type History, recordHistory } from './history.ts';
export { checkReplay, type Replay, replayCommands } from './replay.ts';

// Virtual time, counted ids, crashes, random work
export { type CheckedWork, checkWork } from './check-work.ts';
export type { Answered } from './random-office.ts';
export { type AnswerListener, RandomWork } from './random-work.ts';
export { type CrashingStorage, crashing, ProcessDied } from './crash.ts';
export { countingIds, type VirtualClock, virtualClock } from './virtual-clock.ts';

// Sample cases of measures
export { runScenario, type ScenarioFailure, type ScenarioReport } from './run-scenario.ts';
export type { ScenarioMoment, ScenarioOptions } from './scenario-run.ts';
