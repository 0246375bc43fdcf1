import { describe, expect, it } from 'vitest';
import { checkReplay } from '../testing/replay.ts';
import { COUNTY, OPENING, people, smallRelease, solarProject } from '../testing/small-measure.ts';
import { codesOf, mustBeDone, SmallOffice } from '../testing/small-office.ts';

const DAY = 86_400_000;

describe('entering a paper case', () => {
  const paper = (office: SmallOffice) => ({
    ...{ commandId: office.commandId, measureId: smallRelease.manifest.id, projectCode: solarProject.code },
    starter: { id: people.applicant.id, name: people.applicant.name },
    startedAt: OPENING - 20 * DAY,
    places: [{ nodeId: 'landReview', since: OPENING - 14 * DAY }],
    done: [{ nodeId: 'apply', at: OPENING - 19 * DAY, byName: '王一' }],
    data: { application: { reason: '早开工' } },
    comment: '上线前受理',
  });

  it('opens its tasks for those who do them, overdue when they are, and belongs to its applicant', async () => {
    const office = await SmallOffice.open();
    const { caseId } = mustBeDone(await office.engine.as(people.admin).enter(paper(office)));
    const [line] = (await office.as(people.land).tasks({ box: 'todo' })).entries;
    expect(line).toMatchObject({ caseId, stepName: '用地审查', since: OPENING - 14 * DAY, clock: { light: 'red' } });
    expect((await office.engine.as(people.applicant).cases()).entries).toMatchObject([{ caseId, startedAt: OPENING - 20 * DAY }]);
    await checkReplay(office.engine.storage, COUNTY, caseId);
    const view = await office.as(people.admin).case(caseId);
    expect(view.timeline.map(({ text }) => text)).toEqual(expect.arrayContaining(['补录纸质办件']));
    expect(view.timeline.find(({ text }) => text.includes('（补录）'))).toMatchObject({ at: OPENING - 19 * DAY });
  });

  it('is for the offices that may start the measure and for operators, as the host permits', async () => {
    const office = await SmallOffice.open();
    expect(codesOf(await office.engine.as(people.applicant).enter(paper(office)))).toEqual(['RUNTIME_NOT_ALLOWED']);
    expect(codesOf(await office.engine.as(people.admin).enter({ ...paper(office), measureId: 'gone' }))).toEqual([
      'RUNTIME_RELEASE_UNKNOWN',
    ]);
    expect(codesOf(await office.engine.as(people.admin).enter({ ...paper(office), projectCode: 'x' }))).toEqual([
      'RUNTIME_PROJECT_UNKNOWN',
    ]);
    expect(codesOf(await office.engine.as(people.admin).enter({ ...paper(office), data: { gone: {} } }))).toEqual([
      'RUNTIME_FORM_NOT_IN_TASK',
    ]);
    expect(codesOf(await office.engine.as(people.admin).enter({ ...paper(office), places: [] }))).toEqual(['RUNTIME_ENTRY_PLACE']);
    const strict = await SmallOffice.open({ authorize: ({ action }) => action !== 'enter' });
    expect(codesOf(await strict.engine.as(people.admin).enter(paper(strict)))).toEqual(['RUNTIME_NOT_ALLOWED']);
  });

  it('stays open to the office that entered it, which has no task in it', async () => {
    const office = await SmallOffice.open();
    const { caseId } = mustBeDone(await office.engine.as(people.window).enter(paper(office)));
    expect((await office.as(people.window).case(caseId)).timeline.map(({ text }) => text)).toContain('补录纸质办件');
  });

  it('is done once', async () => {
    const office = await SmallOffice.open();
    const order = paper(office);
    const admin = office.engine.as(people.admin);
    expect(mustBeDone(await admin.enter(order))).toEqual(mustBeDone(await admin.enter(order)));
    expect((await admin.cases()).total).toBe(1);
  });
});
