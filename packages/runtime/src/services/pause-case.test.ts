import { china } from '@tongban/calendar';
import type { Limit, MeasureManifest } from '@tongban/model';
import { describe, expect, it, test } from 'vitest';
import type { Notice } from '../engine/engine-options.ts';
import { flow } from '../testing/builders/flow.ts';
import { checkReplay } from '../testing/replay.ts';
import { COUNTY, people, smallRelease } from '../testing/small-measure.ts';
import { codesOf, mustBeDone, SmallOffice } from '../testing/small-office.ts';

const DAY = 86_400_000;
const begins = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);
const limit: Limit = { ...{ id: 'review', name: { 'zh-CN': '审查' }, amount: 5, unit: 'workingDay' }, pauses: ['publicity', 'siteVisit'] };
const pauses: NonNullable<MeasureManifest['pauses']> = [
  { id: 'publicity', term: { amount: 3, unit: 'workingDay' }, ahead: 1 },
  { id: 'siteVisit', name: { 'zh-CN': '现场踏勘' } },
];
const reviewer = { performer: { role: 'reviewer', department: 'zrzy' }, filings: [], operations: [] };

async function reviewing() {
  const heard: Notice[] = [];
  const office = await SmallOffice.open({ notify: async (notice) => void heard.push(notice) });
  const manifest = { ...smallRelease.manifest, limits: [limit], pauses };
  const program = flow('start > review > end', { nodes: { review: { clocks: ['review'], task: reviewer } } });
  await office.engine.deploy({ tenant: COUNTY, release: { ...smallRelease, id: 'sha256:review', manifest, calendar: china, program } });
  const admin = office.engine.as(people.admin);
  const caseId = mustBeDone(await office.engine.as(people.applicant).start({ commandId: 'c1', measureId: 'small' })).caseId;
  const clock = async () => (await admin.clocks(caseId))[0];
  const dueDay = async () => new Date(((await clock())?.dueAt ?? 0) + 8 * 3_600_000).toISOString().slice(0, 10);
  const advance = async (to: number) => {
    office.clock.advanceTo(to);
    while ((await office.engine.runDue()) > 0);
  };
  return { office, admin, land: office.engine.as(people.land), caseId, heard, clock, dueDay, advance };
}

describe('a pause', () => {
  it('ends by itself after the term of its reason, and its reminder goes to whoever paused', async () => {
    const { land, admin, office, caseId, heard, clock, dueDay, advance } = await reviewing();
    office.clock.advanceTo(office.clock.now() + DAY);
    expect((await land.pauses(caseId)).reasons).toEqual([
      { id: 'publicity', name: '公示', term: { amount: 3, unit: 'workingDay' } },
      { id: 'siteVisit', name: '现场踏勘' },
    ]);
    const thought = await land.previewPause({ caseId, reason: 'publicity' });
    expect(thought).toMatchObject([{ movedDays: 3, after: { resumesAt: begins('2026-03-06') } }]);
    mustBeDone(await land.pause({ commandId: 'p1', caseId, reason: 'publicity' }));
    expect(await land.pauses(caseId)).toMatchObject({ lasting: [{ byCommand: true, until: begins('2026-03-06') }] });
    expect((await admin.pausedCases()).entries).toMatchObject([{ caseId, clock: { resumesAt: begins('2026-03-06') } }]);
    expect((await land.tasks({ box: 'todo' })).entries).toMatchObject([{ clock: { paused: true, resumesAt: begins('2026-03-06') } }]);
    const due = await dueDay();
    await advance(begins('2026-03-04') + 1);
    expect(heard).toMatchObject([
      { template: 'pause.ending', to: { persons: [people.land.id] }, parameters: { reason: 'publicity', lastDay: '2026-03-05' } },
    ]);
    expect(await clock()).toMatchObject({ paused: true });
    await advance(begins('2026-03-09'));
    expect([await dueDay(), (await clock())?.paused, (await land.pauses(caseId)).lasting]).toEqual([due, false, []]);
    const told = (await office.as(people.land).case(caseId)).timeline.map(({ text }) => text);
    expect(told).toEqual(expect.arrayContaining(['因公示暂停计时，至2026年3月5日止', '公示期满，自动恢复计时']));
    expect(heard.length).toBe(1);
    await checkReplay(office.engine.storage, COUNTY, caseId);
  });

  it('lasts as the order says: until a day, for a term, or until somebody ends it', async () => {
    const { land, caseId, office } = await reviewing();
    const until = async () => (await land.pauses(caseId)).lasting[0]?.until;
    const order = { caseId, reason: 'publicity' };
    mustBeDone(await land.pause({ commandId: 'p1', ...order, until: begins('2026-03-20') }));
    expect(await until()).toBe(begins('2026-03-20'));
    mustBeDone(await land.resume({ commandId: 'p2', ...order }));
    mustBeDone(await land.pause({ commandId: 'p3', ...order, term: { amount: 2, unit: 'calendarDay' } }));
    expect(await until()).toBe(begins('2026-03-04'));
    mustBeDone(await land.resume({ commandId: 'p4', ...order }));
    mustBeDone(await land.pause({ commandId: 'p5', ...order, openEnded: true }));
    expect(await until()).toBeUndefined();
    expect(await land.previewPause({ ...order, openEnded: true })).toMatchObject([{ movedDays: 0 }]);
    const past = await land.pause({ commandId: 'p6', caseId, reason: 'siteVisit', until: office.clock.now() });
    expect(codesOf(past)).toEqual(['RUNTIME_PAUSE_END']);
  });

  it('is shown in the case to everybody who sees it, and offered to the offices', async () => {
    const { office, caseId, land } = await reviewing();
    const seen = async (actor: typeof people.land) => {
      const { mayPause, lasting } = await office.as(actor).case(caseId);
      return [mayPause, lasting?.map(({ name, until }) => [name, until])];
    };
    expect([await seen(people.applicant), await seen(people.land)]).toEqual([
      [undefined, undefined],
      [true, undefined],
    ]);
    mustBeDone(await land.pause({ commandId: 'p1', caseId, reason: 'siteVisit', until: begins('2026-03-10') }));
    expect(await seen(people.applicant)).toEqual([undefined, [['现场踏勘', begins('2026-03-10')]]]);
  });

  test('CK11 its end moves with an edition of the calendar also when the old end was about to be noticed', async () => {
    const { land, admin, caseId, advance, clock } = await reviewing();
    mustBeDone(await land.pause({ commandId: 'p1', caseId, reason: 'publicity' }));
    const holiday = { name: { 'zh-CN': '民族节日' }, from: '2026-03-04', to: '2026-03-04' };
    await admin.saveCalendar({ calendar: { ...china, holidays: [...china.holidays, holiday] }, version: 0 });
    await admin.reschedule({ commandId: 'r1', calendarId: 'china' });
    await advance(begins('2026-03-05') + 1);
    expect(await clock()).toMatchObject({ paused: true, resumesAt: begins('2026-03-06') });
    await advance(begins('2026-03-06'));
    expect(await clock()).toMatchObject({ paused: false });
  });

  it('is prolonged by whoever may pause, with a reason, after showing the due days', async () => {
    const { land, office, caseId, heard, dueDay, advance } = await reviewing();
    mustBeDone(await land.pause({ commandId: 'p1', caseId, reason: 'publicity' }));
    const due = await dueDay();
    const longer = { caseId, reason: 'publicity', until: begins('2026-03-10') };
    expect(await land.previewPause(longer)).toMatchObject([{ movedDays: 5, after: { resumesAt: longer.until } }]);
    expect(await land.previewPause({ caseId, reason: 'publicity', to: office.clock.now() })).toMatchObject([{ movedDays: -2 }]);
    expect(codesOf(await land.movePause({ ...longer, commandId: 'p2', comment: ' ' }))).toEqual(['RUNTIME_PAUSE_REASON_NEEDED']);
    const order = { ...longer, commandId: 'p3', comment: '群众意见较多' };
    expect(codesOf(await office.engine.as(people.applicant).movePause(order))).toEqual(['RUNTIME_NOT_ALLOWED']);
    mustBeDone(await land.movePause(order));
    expect([due, await dueDay()]).toEqual(['2026-03-11', '2026-03-16']);
    expect((await office.as(people.land).case(caseId)).timeline).toContainEqual(
      expect.objectContaining({ text: '公示延长，至2026年3月9日止', comment: '群众意见较多' }),
    );
    await advance(begins('2026-03-09') + 1);
    expect(heard).toMatchObject([{ template: 'pause.ending', parameters: { lastDay: '2026-03-09' } }]);
    expect(codesOf(await land.movePause({ ...order, commandId: 'p4', reason: 'siteVisit' }))).toEqual(['RUNTIME_PAUSE_OVER']);
  });
});
