/** Promises about closing: what was answered is kept, whatever comes afterwards is refused with a code, and closing twice is closing once. */
import { isTongbanError } from '@tongban/model';
import type { Storage } from '../../store/store.ts';
import { checkEqual } from '../check-equal.ts';
import { type ContractCase, commitOf, issueRequest, LIST } from './contract-case.ts';

export const closingCases: readonly ContractCase[] = [
  {
    title: 'refuses every call with a code once it is closed, and can be closed twice',
    run: async (storage) => {
      await storage.close();
      await storage.close();
      for (const [name, call] of Object.entries(CALLS)) checkEqual(await howItCameOut(call(storage)), 'refused', name);
    },
  },
  {
    title: 'finishes what is under way when it is closed, or refuses it with a code',
    run: async (storage) => {
      const under = howItCameOut(storage.cases.commit(commitOf('c1', 0)));
      const [came] = await Promise.all([under, storage.close(), storage.close()]);
      checkEqual(['done', 'refused'].includes(came), true, `how the commit came out: ${came}`);
    },
  },
];

// helpers

const CALLS: Readonly<Record<string, (storage: Storage) => Promise<unknown>>> = {
  load: ({ cases }) => cases.load('A', 'c1'),
  commit: ({ cases }) => cases.commit(commitOf('c1', 0)),
  seen: ({ cases }) => cases.seen('A', 'u1', '1'),
  cases: ({ cases }) => cases.cases(LIST),
  leaseJobs: ({ cases }) => cases.leaseJobs({ now: 1, leaseMs: 1, limit: 1 }),
  eventsSince: ({ cases }) => cases.eventsSince(0, 9),
  nextDue: ({ cases }) => cases.nextDue(),
  measureIds: ({ measures }) => measures.measureIds('A'),
  saveDraft: ({ measures }) => measures.saveDraft('A', { measureId: 'm', revision: 1, savedAt: 1, savedByName: '', sources: {} }),
  project: ({ records }) => records.project('A', 'p'),
  issue: ({ records }) => records.issue(issueRequest('k1')),
  file: ({ files }) => files.get('A', 'f1'),
  upload: async ({ files }) => files.uploads?.get('A', 'f1') ?? files.get('A', 'f1'),
  deputies: ({ deputies }) => deputies.list('A', {}),
  deputy: ({ deputies }) => deputies.seen('A', 'u1', '1'),
};

async function howItCameOut(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'done';
  } catch (error) {
    return isTongbanError(error) && error.code.endsWith('_CLOSED') ? 'refused' : `threw ${String(error)}`;
  }
}
