import { china } from '@tongban/calendar';
import type { Limit } from '@tongban/model';
import { describe, expect, it } from 'vitest';
import type { Notice } from '../engine/engine-options.ts';
import { type FlowOptions, flow } from '../testing/builders/flow.ts';
import { checkReplay } from '../testing/replay.ts';
import { COUNTY, OPENING, people, smallRelease } from '../testing/small-measure.ts';
import { codesOf, mustBeDone, SmallOffice } from '../testing/small-office.ts';

const DAY = 86_400_000;
const refused = (code: string) => expect.objectContaining({ code });
const limit: Limit = {
  ...{ id: 'review', name: { 'zh-CN': '审查' }, amount: 5, unit: 'workingDay', pauses: ['publicity'] },
  notices: [{ light: 'yellow', ahead: 1, to: ['performer', 'chief'] }, { light: 'red' }],
};
const reviewer = { performer: { role: 'reviewer', department: 'zrzy' }, filings: [], operations: [] };
const options: FlowOptions = { nodes: { review: { clocks: ['review'], task: reviewer } } };
const withHoliday = (day: string) => ({ ...china, holidays: [...china.holidays, { name: { 'zh-CN': '节' }, from: day, to: day }] });

async function reviewing(heard: Notice[] = []) {
  const office = await SmallOffice.open({ notify: async (notice) => void heard.push(notice) });
  const manifest = { ...smallRelease.manifest, limits: [limit] };
  const release = {
    ...smallRelease,
    id: 'sha256:review',
    manifest,
    calendar: china,
    program: flow('start > review > after > end', options),
  };
  await office.engine.deploy({ tenant: COUNTY, release });
  const admin = office.engine.as(people.admin);
  const start = async (commandId: string) =>
    mustBeDone(await office.engine.as(people.applicant).start({ commandId, measureId: 'small' })).caseId;
  const dueDay = async (caseId: string) => {
    const [clock] = await admin.clocks(caseId);
    return new Date((clock?.dueAt ?? 0) + 8 * 3_600_000).toISOString().slice(0, 10);
  };
  return { office, admin, start, dueDay };
}

describe('the calendar of a county', () => {
  it('is kept in editions; new cases are reckoned by the latest, running ones when they are rescheduled', async () => {
    const { admin, start, dueDay, office } = await reviewing();
    const first = await start('c1');
    expect(await dueDay(first)).toBe('2026-03-09');
    expect(await admin.calendar('china')).toBeUndefined();
    expect(await admin.calendar('china', 0)).toMatchObject({ version: 0, calendar: china });
    expect(await admin.calendar('elsewhere', 0)).toBeUndefined();
    const { edition } = await admin.saveCalendar({ calendar: withHoliday('2026-03-05'), version: 0 });
    expect(edition?.version).toBe(1);
    expect((await admin.calendar('china', 0))?.calendar).toEqual(china);
    const second = await start('c2');
    expect([await dueDay(first), await dueDay(second)]).toEqual(['2026-03-09', '2026-03-10']);
    const preview = await admin.previewCalendar({ calendarId: 'china' });
    expect(preview.entries).toMatchObject([{ caseId: first, clocks: [{ movedDays: 1 }] }]);
    expect(await dueDay(first)).toBe('2026-03-09');
    const progress: string[] = [];
    const order = {
      commandId: 'r1',
      calendarId: 'china',
      onProgress: ({ done, total }: { readonly done: number; readonly total: number }) => progress.push(`${done}/${total}`),
    };
    expect(await admin.reschedule(order)).toEqual({ cases: 2, moved: [first], refused: [], stopped: false });
    expect(progress).toEqual(['1/2', '2/2']);
    expect(await dueDay(first)).toBe('2026-03-10');
    expect((await office.engine.as(people.land).tasks({ box: 'todo' })).entries.map(({ clock }) => clock?.dueAt)).toEqual(
      Array(2).fill((await admin.clocks(first))[0]?.dueAt),
    );
    expect(await admin.reschedule({ ...order, commandId: 'r2' })).toEqual({ cases: 2, moved: [], refused: [], stopped: false });
    expect((await admin.history(first)).entries.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['calendarChanged', 'clockMoved']));
    const after = (await admin.clocks(first))[0]?.dueAt ?? 0;
    expect(await admin.rescheduled({ calendarId: 'china', version: 1 })).toMatchObject({
      entries: [{ caseId: first, byName: people.admin.name, clocks: [{ name: { 'zh-CN': '审查' }, before: after - DAY, after }] }],
      total: 2,
    });
    expect((await admin.rescheduled({ calendarId: 'china', version: 2 })).entries).toEqual([]);
    await expect(office.engine.as(people.land).rescheduled({ calendarId: 'china', version: 1 })).rejects.toEqual(
      refused('RUNTIME_NOT_ALLOWED'),
    );
    for (const caseId of [first, second]) await checkReplay(office.engine.storage, COUNTY, caseId);
  });

  it('CK7 moves no clock that stands still without a planned end, until it goes on', async () => {
    const { admin, office, start, dueDay } = await reviewing();
    const caseId = await start('c1');
    mustBeDone(await admin.pause({ commandId: 'p1', caseId, reason: 'publicity', openEnded: true }));
    office.clock.advanceTo(OPENING + 8 * DAY);
    await admin.saveCalendar({ calendar: withHoliday('2026-03-12'), version: 0 });
    expect((await admin.previewCalendar({ calendarId: 'china' })).entries).toEqual([]);
    expect(await admin.reschedule({ commandId: 'r1', calendarId: 'china' })).toMatchObject({ cases: 1, moved: [] });
    expect((await admin.rescheduled({ calendarId: 'china', version: 1 })).entries).toEqual([]);
    mustBeDone(await admin.resume({ commandId: 'p2', caseId, reason: 'publicity' }));
    // Five working days from 10 March on, without the 12th.
    expect(await dueDay(caseId)).toBe('2026-03-17');
  });

  it('can be tried before it is saved, stopped on the way, and gone on with', async () => {
    const { admin, start } = await reviewing();
    const [first, second] = [await start('c1'), await start('c2')];
    const tried = await admin.previewCalendar({ calendarId: 'china', calendar: withHoliday('2026-03-05') });
    expect(tried.entries.map(({ caseId }) => caseId).sort()).toEqual([first, second].sort());
    await admin.saveCalendar({ calendar: withHoliday('2026-03-05'), version: 0 });
    let seen = 0;
    const signal = {
      get aborted() {
        return seen > 0;
      },
      addEventListener: () => {},
      removeEventListener: () => {},
    };
    const order = {
      commandId: 'r1',
      calendarId: 'china',
      onProgress: () => {
        seen += 1;
      },
    };
    expect(await admin.reschedule({ ...order, signal })).toMatchObject({ cases: 1, stopped: true });
    expect(await admin.reschedule(order)).toMatchObject({ cases: 2, stopped: false });
    expect((await admin.previewCalendar({ calendarId: 'china' })).entries).toEqual([]);
  });

  it('refuses a calendar with errors, an old edition, and people who may not', async () => {
    const { admin, office } = await reviewing();
    expect((await admin.saveCalendar({ calendar: { ...china, weekend: [1, 2, 3, 4, 5, 6, 7] }, version: 0 })).problems).toMatchObject([
      { code: 'CALENDAR_NO_WORKING_DAY' },
    ]);
    await admin.saveCalendar({ calendar: china, version: 0 });
    expect((await admin.saveCalendar({ calendar: china, version: 0 })).problems).toMatchObject([{ code: 'RUNTIME_CALENDAR_STALE' }]);
    const desk = office.engine.as(people.land);
    await expect(desk.saveCalendar({ calendar: china, version: 1 })).rejects.toEqual(refused('RUNTIME_NOT_ALLOWED'));
    await expect(desk.previewCalendar({ calendarId: 'china' })).rejects.toEqual(refused('RUNTIME_NOT_ALLOWED'));
    await expect(desk.reschedule({ commandId: 'r', calendarId: 'china' })).rejects.toEqual(refused('RUNTIME_NOT_ALLOWED'));
  });
});

describe('pauses', () => {
  it('are begun and ended by the offices, never by the applicant, and told on the time line', async () => {
    const { office, admin, start, dueDay } = await reviewing();
    const caseId = await start('c1');
    const land = office.engine.as(people.land);
    const order = { commandId: 'p1', caseId, reason: 'publicity' };
    expect(codesOf(await office.engine.as(people.applicant).pause(order))).toEqual(['RUNTIME_NOT_ALLOWED']);
    expect(codesOf(await office.engine.as(people.stranger).pause(order))).toEqual(['RUNTIME_CASE_UNKNOWN']);
    mustBeDone(await land.pause(order));
    office.clock.advanceTo(OPENING + 2 * DAY);
    mustBeDone(await land.resume({ ...order, commandId: 'p2' }));
    expect(await dueDay(caseId)).toBe('2026-03-10');
    expect(codesOf(await land.resume({ ...order, commandId: 'p3' }))).toEqual(['RUNTIME_PAUSE_OVER']);
    const words = (await admin.case(caseId)).timeline.map(({ text }) => text);
    expect(words).toEqual(expect.arrayContaining(['因公示暂停计时', '公示结束，恢复计时']));
  });
});

describe('notices', () => {
  it('CK8 reach whoever has the work and the roles named, once, before the light turns', async () => {
    const heard: Notice[] = [];
    const { office, start } = await reviewing(heard);
    const caseId = await start('c1');
    const next = (await office.engine.storage.cases.nextDue()) ?? 0;
    expect(new Date(next).toISOString()).toBe('2026-03-05T16:00:00.000Z');
    office.clock.advanceTo(next);
    await office.engine.runDue();
    await office.engine.runDue();
    expect(heard).toMatchObject([
      {
        template: 'limit.beforeYellow',
        caseId,
        tenant: COUNTY,
        to: { role: 'reviewer', department: 'zrzy' },
        parameters: { limit: '审查' },
      },
      { template: 'limit.beforeYellow', to: { role: 'chief' } },
    ]);
    office.clock.advanceTo(OPENING + 30 * DAY);
    await office.engine.runDue();
    expect(heard.map(({ template }) => template)).toEqual(['limit.beforeYellow', 'limit.beforeYellow', 'limit.red']);
  });

  it('CK8 move with a pause, and are not given when the clock stops before', async () => {
    const heard: Notice[] = [];
    const { office, start } = await reviewing(heard);
    const caseId = await start('c1');
    const land = office.engine.as(people.land);
    mustBeDone(await land.pause({ commandId: 'p1', caseId, reason: 'publicity' }));
    expect(await office.engine.storage.cases.nextDue()).toBeUndefined();
    office.clock.advanceTo(OPENING + 2 * DAY);
    mustBeDone(await land.resume({ commandId: 'p2', caseId, reason: 'publicity' }));
    expect(new Date((await office.engine.storage.cases.nextDue()) ?? 0).toISOString()).toBe('2026-03-06T16:00:00.000Z');
    const task = (await land.tasks({ box: 'todo' })).entries[0]?.taskId ?? '';
    mustBeDone(await land.complete({ commandId: 'd1', taskId: task, revision: (await land.task(task)).revision }));
    expect(await office.engine.storage.cases.nextDue()).toBeUndefined();
    office.clock.advanceTo(OPENING + 30 * DAY);
    await office.engine.runDue();
    expect(heard).toEqual([]);
  });

  it('come again when they could not be sent', async () => {
    const faults: unknown[] = [];
    let broken = true;
    const heard: string[] = [];
    const notify = async ({ key }: Notice) => {
      if (broken) throw new Error('gateway down');
      heard.push(key);
    };
    const office = await SmallOffice.open({ notify, onFault: (fault) => faults.push(fault), leaseMs: 1000 });
    const manifest = { ...smallRelease.manifest, limits: [{ ...limit, notices: [{ light: 'red' as const }] }] };
    const release = { ...smallRelease, id: 'sha256:red', manifest, calendar: china, program: flow('start > review > end', options) };
    await office.engine.deploy({ tenant: COUNTY, release });
    mustBeDone(await office.engine.as(people.applicant).start({ commandId: 'c1', measureId: 'small' }));
    office.clock.advanceTo(OPENING + 30 * DAY);
    await office.engine.runDue();
    expect([faults.length, heard.length]).toEqual([1, 0]);
    broken = false;
    office.clock.advanceTo(OPENING + 30 * DAY + 1000);
    await office.engine.runDue();
    expect(heard).toHaveLength(1);
  });
});
