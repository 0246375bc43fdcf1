/** Promises about work: leases of timers and jobs, subscriptions. */
import type { JobRow, TimerRow } from '../../store/store.ts';
import { checkEqual } from '../check-equal.ts';
import { type ContractCase, commitOf } from './contract-case.ts';

const job = (jobId: string, change: Partial<JobRow> = {}): JobRow => ({
  tenant: 'A',
  caseId: 'c1',
  jobId,
  handler: 'echo',
  inputs: { text: '好' },
  dueAt: 1000,
  attempts: 0,
  ...change,
});
const timer = (timerId: string, dueAt: number): TimerRow => ({ tenant: 'A', caseId: 'c1', timerId, dueAt });
const NONE = { set: [], remove: [] };

export const workCases: readonly ContractCase[] = [
  {
    title: 'leases due timers once, earliest first, and again when the lease is over',
    run: async ({ cases }) => {
      checkEqual(await cases.nextDue(), undefined, 'next due of an empty store');
      await cases.commit(commitOf('c1', 0, { timers: { set: [timer('2', 300), timer('1', 200), timer('3', 900)], remove: [] } }));
      checkEqual(await cases.nextDue(), 200, 'next due');
      checkEqual(await cases.leaseTimers({ now: 100, leaseMs: 50, limit: 9 }), [], 'too early');
      const lease = { now: 400, leaseMs: 50, limit: 9 };
      checkEqual(await cases.leaseTimers({ ...lease, limit: 1 }), [timer('1', 200)], 'one');
      checkEqual(await cases.leaseTimers(lease), [timer('2', 300)], 'the other one');
      checkEqual(await cases.leaseTimers({ ...lease, now: 449 }), [], 'both are leased');
      checkEqual(
        (await cases.leaseTimers({ ...lease, now: 450 })).map((row) => row.timerId),
        ['1', '2'],
        'after the lease',
      );
      await cases.commit(commitOf('c1', 1, { timers: { set: [timer('2', 800)], remove: ['1'] } }));
      checkEqual(
        (await cases.leaseTimers({ ...lease, now: 1000 })).map((row) => row.timerId),
        ['2', '3'],
        'after a change',
      );
      await cases.finish('A', 'c1', { timerId: '2' });
      checkEqual(
        (await cases.leaseTimers({ ...lease, now: 2000 })).map((row) => row.timerId),
        ['3'],
        'after finishing one',
      );
    },
  },
  {
    title: 'leases due jobs with their inputs and attempts, and takes retries',
    run: async ({ cases }) => {
      await cases.commit(commitOf('c1', 0, { jobs: { set: [job('1'), job('2')], remove: [] } }));
      const lease = { now: 1000, leaseMs: 100, limit: 9 };
      checkEqual(await cases.leaseJobs(lease), [job('1'), job('2')], 'both');
      checkEqual(await cases.leaseJobs(lease), [], 'leased');
      const retry = job('1', { attempts: 1, dueAt: 1050 });
      await cases.commit(commitOf('c1', 1, { jobs: { set: [retry], remove: ['2'] } }));
      checkEqual(await cases.nextDue(), 1050, 'next due');
      checkEqual(await cases.leaseJobs({ ...lease, now: 1050 }), [retry], 'the retry breaks the lease');
      await cases.finish('A', 'c1', { jobId: '1' });
      await cases.finish('A', 'c1', { jobId: 'unknown' });
      checkEqual(await cases.nextDue(), undefined, 'nothing left');
    },
  },
  {
    title: 'finds subscriptions by tenant, message and correlation',
    run: async ({ cases }) => {
      const row = { tenant: 'A', subscriptionId: '4', name: 'land', key: '620702', candidates: { role: 'window' } };
      await cases.commit(commitOf('c2', 0, { subscriptions: { ...NONE, set: [{ ...row, caseId: 'c2' }] } }));
      await cases.commit(commitOf('c1', 0, { subscriptions: { ...NONE, set: [{ ...row, caseId: 'c1' }] } }));
      checkEqual(
        (await cases.subscriptions('A', 'land', '620702')).map((found) => found.caseId),
        ['c1', 'c2'],
        'both',
      );
      checkEqual((await cases.subscriptions('A', 'land', '620702'))[0], { ...row, caseId: 'c1' }, 'the row');
      checkEqual(await cases.subscriptions('B', 'land', '620702'), [], 'another tenant');
      checkEqual(await cases.subscriptions('A', 'land', '62070'), [], 'another key');
      checkEqual(await cases.subscriptionsOf('A', 'c2'), [{ ...row, caseId: 'c2' }], 'of a case');
      await cases.commit(commitOf('c1', 1, { subscriptions: { set: [], remove: ['4'] } }));
      checkEqual(
        (await cases.subscriptions('A', 'land', '620702')).map((found) => found.caseId),
        ['c2'],
        'one is closed',
      );
    },
  },
];
