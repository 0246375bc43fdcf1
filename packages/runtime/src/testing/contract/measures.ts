/** Promises about measures: drafts and releases. */
import type { CalendarEdition } from '@tongban/model';
import type { ReleaseDeposit } from '../../store/store.ts';
import { checkEqual } from '../check-equal.ts';
import { type ContractCase, emptyRelease } from './contract-case.ts';

const MEASURE = 'mock-approval';
const deposit = (id: string, publishedAt: number, tenant = 'A'): ReleaseDeposit => ({
  tenant,
  release: emptyRelease(id),
  sources: { 'measure.json': `{"v":"${id}"}` },
  summary: { id, measureId: MEASURE, tenant, title: '模拟审批', version: '1', publishedAt, publishedBy: '周' },
  command: { commandId: `publish-${id}-${publishedAt}`, actorId: 'admin', answer: { id } },
});

export const measureCases: readonly ContractCase[] = [
  {
    title: 'keeps releases with their sources; the last deposited is the current one',
    run: async ({ measures }) => {
      await measures.deposit(deposit('r1', 10));
      await measures.deposit(deposit('r2', 20));
      checkEqual(
        (await measures.releases('A', MEASURE)).map((kept) => [kept.id, kept.current]),
        [
          ['r2', true],
          ['r1', false],
        ],
        'releases',
      );
      checkEqual(await measures.release('A', 'r1'), emptyRelease('r1'), 'the release');
      checkEqual(await measures.sources('A', 'r1'), { 'measure.json': '{"v":"r1"}' }, 'its sources');
      checkEqual(await measures.release('B', 'r1'), undefined, 'the release from another tenant');
      checkEqual(await measures.current('B', MEASURE), undefined, 'the current release of another tenant');
      await measures.deposit(deposit('r1', 30));
      checkEqual((await measures.summary('A', 'r1'))?.publishedAt, 10, 'first publishing of r1');
      checkEqual((await measures.current('A', MEASURE))?.id, 'r1', 'current');
    },
  },
  {
    title: 'makes an older release current, and answers repeated orders with the first answer',
    run: async ({ measures }) => {
      await measures.deposit(deposit('r1', 10));
      await measures.deposit(deposit('r2', 20));
      checkEqual(await measures.deposit(deposit('r1', 10)), { kind: 'repeated', answer: { id: 'r1' } }, 'the first order again');
      checkEqual((await measures.current('A', MEASURE))?.id, 'r2', 'current');
      const command = { commandId: 'back', actorId: 'admin', answer: { id: 'r1' } };
      checkEqual(await measures.makeCurrent({ tenant: 'A', releaseId: 'r1', command }), { kind: 'done' }, 'rolling back');
      checkEqual((await measures.current('A', MEASURE))?.id, 'r1', 'current');
      checkEqual(await measures.seen('A', 'admin', 'back'), { id: 'r1' }, 'seen');
    },
  },
  {
    title: 'keeps one draft per measure, by revision',
    run: async ({ measures }) => {
      const draft = { measureId: 'm1', revision: 1, savedAt: 5, savedByName: '周', sources: { 'measure.json': '{}' } };
      checkEqual(await measures.saveDraft('A', { ...draft, revision: 2 }), false, 'a second revision without a first');
      checkEqual(await measures.saveDraft('A', draft), true, 'the first');
      checkEqual(await measures.saveDraft('A', draft), false, 'the first again');
      checkEqual(await measures.saveDraft('A', { ...draft, revision: 2, sources: { 'measure.json': '{"a":1}' } }), true, 'the second');
      checkEqual((await measures.draft('A', 'm1'))?.sources, { 'measure.json': '{"a":1}' }, 'the draft');
      checkEqual(await measures.draft('B', 'm1'), undefined, 'the draft from another tenant');
      await measures.deposit(deposit('r1', 10));
      checkEqual(await measures.measureIds('A'), ['m1', MEASURE], 'measures');
      checkEqual(await measures.measureIds('B'), [], 'measures of another tenant');
    },
  },
  {
    title: 'keeps every edition of a calendar, by version',
    run: async ({ measures }) => {
      const edition = (version: number, publishedThrough: string): CalendarEdition => ({
        ...{ version, savedAt: 5, savedByName: '周' },
        calendar: { ...emptyRelease('r1').calendar, id: 'china', publishedThrough },
      });
      checkEqual(await measures.calendar('A', 'china'), undefined, 'before the first edition');
      checkEqual(await measures.saveCalendar('A', edition(2, '2026-12-31')), false, 'a second edition without a first');
      checkEqual(await measures.saveCalendar('A', edition(1, '2026-12-31')), true, 'the first');
      checkEqual(await measures.saveCalendar('A', edition(1, '2030-12-31')), false, 'the first again');
      checkEqual(await measures.saveCalendar('A', edition(2, '2027-12-31')), true, 'the second');
      checkEqual(await measures.calendar('A', 'china'), edition(2, '2027-12-31'), 'the latest');
      checkEqual(await measures.calendar('A', 'china', 1), edition(1, '2026-12-31'), 'the first one kept');
      checkEqual(await measures.calendar('A', 'china', 3), undefined, 'one that does not exist');
      checkEqual(await measures.calendar('B', 'china'), undefined, 'the calendar from another tenant');
    },
  },
];
