import { describe, expect, it } from 'vitest';
import { people } from '../testing/small-measure.ts';
import { codesOf, mustBeDone, SmallOffice } from '../testing/small-office.ts';

async function draft(office: SmallOffice, revision: number, values: object, commandId = office.commandId) {
  const { taskId } = await office.task('apply');
  return office.as(people.applicant).saveDraft({ commandId, taskId, revision, values: values as never, comment: '稍后' });
}

describe('saveDraft', () => {
  it('keeps what is not finished, and shows it again', async () => {
    const office = await (await SmallOffice.open()).start();
    expect(mustBeDone(await draft(office, 1, { 'F-01': { projectName: null } }))).toMatchObject({ revision: 2 });
    const view = await office.as(people.applicant).task((await office.task('apply')).taskId);
    expect(view).toMatchObject({ revision: 2, draft: { values: { 'F-01': { projectName: null } }, comment: '稍后' } });
    expect(view.forms[0]?.values).toMatchObject({ projectName: '太阳能发电项目' });
  });

  it('refuses a revision that is no longer the latest, and repeats the first answer of a command', async () => {
    const office = await (await SmallOffice.open()).start();
    const first = await draft(office, 1, { 'F-01': { reason: '一' } }, 'd1');
    const stale = await draft(office, 1, { 'F-01': { reason: '二' } }, 'd2');
    expect(stale).toMatchObject({ ok: false, problems: [{ code: 'RUNTIME_TASK_STALE', details: { revision: 2 } }] });
    expect(await draft(office, 1, { 'F-01': { reason: '一' } }, 'd1')).toEqual(first);
  });

  it('makes a completion on the older revision stale, and completes with what was kept', async () => {
    const office = await (await SmallOffice.open()).start();
    await draft(office, 1, { 'F-01': { reason: '草稿里的理由' } });
    const { taskId } = await office.task('apply');
    const service = office.as(people.applicant);
    expect(codesOf(await service.complete({ commandId: 'a', taskId, revision: 1, values: {} }))).toEqual(['RUNTIME_TASK_STALE']);
    expect(codesOf(await service.complete({ commandId: 'b', taskId, revision: 2, values: {} }))).toEqual([]);
    const live = await office.engine.load(people.applicant.tenant, office.caseId);
    expect(live?.state.data['application']?.values).toMatchObject({ reason: '草稿里的理由' });
  });

  it('refuses what could never be kept, and other people', async () => {
    const office = await (await SmallOffice.open()).start();
    expect(codesOf(await draft(office, 1, { 'F-01': { nothing: 1 } }))).toEqual(['FORM_FIELD_UNKNOWN']);
    expect(codesOf(await draft(office, 1, { 'F-01': { code: '改掉' } }))).toEqual(['FORM_FIELD_NOT_WRITABLE']);
    const { taskId } = await office.task('apply');
    const answer = await office.as(people.window).saveDraft({ commandId: 'w', taskId, revision: 1, values: {} });
    expect(codesOf(answer)).toEqual(['RUNTIME_TASK_NOT_YOURS']);
  });
});
