/** Promises about what no case has yet: messages that came early, and timers that start cases. */
import type { MessageRow, ReleaseDeposit, StartTimerRow, Storage } from '../../store/store.ts';
import { checkEqual } from '../check-equal.ts';
import { type ContractCase, commitOf, emptyRelease } from './contract-case.ts';

const message = (messageId: string, change: Partial<MessageRow> = {}): MessageRow => ({
  ...{ tenant: 'A', messageId, name: 'land', key: '620702', content: { variables: { contract: 'C-1' } }, expiresAt: 900 },
  ...change,
});
const start = (nodeId: string, dueAt: number, change: Partial<StartTimerRow> = {}): StartTimerRow => ({
  ...{ tenant: 'A', measureId: 'mock-approval', releaseId: 'r1', nodeId, which: 0, dueAt },
  ...change,
});
const deposit = (id: string, starts: readonly StartTimerRow[]): ReleaseDeposit => ({
  ...{ tenant: 'A', release: emptyRelease(id), sources: {}, starts },
  summary: { id, measureId: 'mock-approval', tenant: 'A', title: '模拟审批', version: '1', publishedAt: 1, publishedBy: '周' },
  command: { commandId: `publish-${id}`, actorId: 'admin', answer: { id } },
});
const LEASE = { leaseMs: 50, limit: 9 };

export const waitingCases: readonly ContractCase[] = [
  {
    title: 'keeps a message until some case waits for it or it expires; the same id once',
    run: async ({ cases }) => {
      await cases.keepMessage(message('m1'), 100);
      await cases.keepMessage(message('m1', { content: { variables: {} } }), 100);
      await cases.keepMessage(message('m2', { key: 'other' }), 100);
      checkEqual(await cases.awaitedMessages(100, 9), [], 'nobody waits');
      const row = { tenant: 'A', subscriptionId: '4', name: 'land', key: '620702', candidates: {} };
      for (const caseId of ['c2', 'c1'])
        await cases.commit(commitOf(caseId, 0, { subscriptions: { set: [{ ...row, caseId }], remove: [] } }));
      const awaited = [{ message: message('m1'), subscription: { ...row, caseId: 'c1' } }];
      checkEqual(await cases.awaitedMessages(899, 9), awaited, 'the first of the cases that wait');
      checkEqual(await cases.awaitedMessages(900, 9), [], 'expired');
      await cases.dropMessage('A', 'm1');
      await cases.dropMessage('A', 'unknown');
      checkEqual(await cases.awaitedMessages(100, 9), [], 'dropped');
    },
  },
  {
    title: 'hands out kept messages oldest first, by tenant, and forgets what expired',
    run: async ({ cases }) => {
      const row = { tenant: 'A', caseId: 'c1', subscriptionId: '4', name: 'land', key: '620702', candidates: {} };
      await cases.commit(commitOf('c1', 0, { subscriptions: { set: [row], remove: [] } }));
      await cases.keepMessage(message('z', { expiresAt: 500 }), 100);
      await cases.keepMessage(message('a'), 100);
      await cases.keepMessage(message('b', { tenant: 'B' }), 100);
      checkEqual((await cases.awaitedMessages(100, 9)).map(idOf), ['z', 'a'], 'oldest first');
      checkEqual((await cases.awaitedMessages(100, 1)).map(idOf), ['z'], 'as many as asked for');
      await cases.keepMessage(message('c', { key: 'x' }), 500);
      checkEqual((await cases.awaitedMessages(100, 9)).map(idOf), ['a'], 'the expired one is gone');
    },
  },
  {
    title: 'keeps a message for the next case when the one that waited does no more',
    run: async ({ cases }) => {
      const row = { tenant: 'A', subscriptionId: '4', name: 'land', key: '620702', candidates: {} };
      await cases.commit(commitOf('c1', 0, { subscriptions: { set: [{ ...row, caseId: 'c1' }], remove: [] } }));
      await cases.keepMessage(message('m1'), 100);
      checkEqual((await cases.awaitedMessages(100, 9)).map(idOf), ['m1'], 'it was waited for when it was kept');
      await cases.commit(commitOf('c1', 1, { subscriptions: { set: [], remove: ['4'] } }));
      checkEqual(await cases.awaitedMessages(100, 9), [], 'no more');
      checkEqual(await cases.awaitedMessages(100, 9), [], 'still not');
      await cases.commit(commitOf('c2', 0, { subscriptions: { set: [{ ...row, caseId: 'c2' }], remove: [] } }));
      checkEqual(
        (await cases.awaitedMessages(100, 9)).map(({ subscription }) => subscription.caseId),
        ['c2'],
        'by another',
      );
    },
  },
  {
    title: 'leases timers that start cases, and moves or removes them when they fired',
    run: async ({ measures }: Storage) => {
      checkEqual(await measures.nextStart(), undefined, 'none');
      await measures.deposit(deposit('r1', [start('daily', 200, { left: 2, every: 'P1D' }), start('once', 100)]));
      checkEqual(await measures.nextStart(), 100, 'next');
      checkEqual((await measures.leaseStarts({ ...LEASE, now: 99 })).length, 0, 'too early');
      checkEqual(
        await measures.leaseStarts({ ...LEASE, now: 200 }),
        [start('once', 100), start('daily', 200, { left: 2, every: 'P1D' })],
        'both',
      );
      checkEqual(await measures.leaseStarts({ ...LEASE, now: 200 }), [], 'leased');
      await measures.moveStart(start('once', 100));
      await measures.moveStart(start('daily', 200), start('daily', 300, { left: 1, every: 'P1D' }));
      await measures.moveStart(start('daily', 200), start('daily', 999));
      checkEqual(await measures.leaseStarts({ ...LEASE, now: 300 }), [start('daily', 300, { left: 1, every: 'P1D' })], 'moved once');
    },
  },
  {
    title: 'puts the start timers of a release in the place of those of the one before',
    run: async ({ measures }: Storage) => {
      await measures.deposit(deposit('r1', [start('daily', 100)]));
      await measures.deposit(deposit('r2', [start('weekly', 700, { releaseId: 'r2' })]));
      await measures.moveStart(start('daily', 100), start('daily', 200));
      checkEqual(await measures.nextStart(), 700, 'of the second release');
      const command = { commandId: 'back', actorId: 'admin', answer: {} };
      await measures.makeCurrent({ tenant: 'A', releaseId: 'r1', starts: [start('daily', 400)], command });
      checkEqual(await measures.leaseStarts({ ...LEASE, now: 900 }), [start('daily', 400)], 'of the first again');
    },
  },
];

function idOf({ message: { messageId } }: { readonly message: MessageRow }): string {
  return messageId;
}
