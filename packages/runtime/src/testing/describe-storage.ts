/**
 * The contract of the Store port as a test suite, for every store.
 *
 * @example
 * ```ts
 * import { describe, it } from 'vitest';
 * describeStorage('memory', async () => openMemoryStorage(), { describe, it });
 * ```
 */
import type { Storage } from '../store/store.ts';
import { checkEqual } from './check-equal.ts';
import { auditCases } from './contract/audit.ts';
import { closingCases } from './contract/closing.ts';
import { commitCases } from './contract/commits.ts';
import { type ContractCase, commitOf, issueRequest, taskRow } from './contract/contract-case.ts';
import { deputyCases } from './contract/deputies.ts';
import { listCases } from './contract/lists.ts';
import { measureCases } from './contract/measures.ts';
import { recordCases } from './contract/records.ts';
import { waitingCases } from './contract/waiting.ts';
import { workCases } from './contract/work.ts';

/** The two functions of a test runner that are needed: vitest's, node:test's … */
export interface TestRunner {
  describe(name: string, body: () => void): unknown;
  it(name: string, body: () => Promise<void>): unknown;
}

/** What a durable storage adds. */
export interface StorageContractOptions {
  /** Closes the storage and opens it again on what it kept. */
  readonly reopen?: (storage: Storage) => Promise<Storage>;
}

/** Declares the contract tests for the storage that `open` opens, empty, for each test. */
export function describeStorage(
  name: string,
  open: () => Promise<Storage>,
  runner: TestRunner,
  options: StorageContractOptions = {},
): void {
  const groups = {
    commits: commitCases,
    audit: auditCases,
    lists: listCases,
    work: workCases,
    waiting: waitingCases,
    records: recordCases,
    measures: measureCases,
    deputies: deputyCases,
    closing: closingCases,
  };
  runner.describe(`storage ${name}`, () => {
    for (const [group, cases] of Object.entries(groups))
      runner.describe(group, () => {
        for (const each of cases) runner.it(each.title, () => runOn(open, each));
      });
    const { reopen } = options;
    if (reopen !== undefined) runner.it('has kept everything when it is opened again', () => survives(open, reopen));
  });
}

// helpers

async function runOn(open: () => Promise<Storage>, each: ContractCase): Promise<void> {
  const storage = await open();
  try {
    await each.run(storage);
  } finally {
    await storage.close();
  }
}

async function survives(open: () => Promise<Storage>, reopen: (storage: Storage) => Promise<Storage>): Promise<void> {
  const first = await open();
  const timers = { set: [{ tenant: 'A', caseId: 'c1', timerId: '1', dueAt: 5 }], remove: [] };
  await first.cases.commit(commitOf('c1', 0, { tasks: [taskRow('c1.1')], timers }));
  await first.records.issue(issueRequest('k1'));
  const before = await snapshot(first);
  const second = await reopen(first);
  try {
    checkEqual(await snapshot(second), before, 'after opening again');
    checkEqual((await second.cases.leaseTimers({ now: 9, leaseMs: 1, limit: 9 })).length, 1, 'timers');
    checkEqual((await second.records.issue(issueRequest('k2'))).id, 'c1.d2', 'the next document');
  } finally {
    await second.close();
  }
}

async function snapshot({ cases, records }: Storage): Promise<unknown> {
  const events = await cases.eventsSince(0, 99);
  return [await cases.load('A', 'c1'), await cases.tasksOf('A', 'c1'), events, await records.documents('A', { caseId: 'c1' })];
}
