import { describe, expect, it } from 'vitest';
import { people } from '../testing/small-measure.ts';
import { codesOf, mustBeDone, SmallOffice } from '../testing/small-office.ts';

describe('operations', () => {
  it('returns the file to whoever filed it, with the reason, and begins a second round', async () => {
    const office = await (await SmallOffice.open()).filed();
    mustBeDone(await office.operate(people.window, 'check', 'return', { target: 'apply', reason: '缺少盖章' }));
    const { taskId } = await office.task('apply');
    const view = await office.as(people.applicant).task(taskId);
    expect(view).toMatchObject({ mine: true, returned: { reason: '缺少盖章', byName: '陈窗', fromName: '窗口核验' }, case: { round: 2 } });
    await office.complete(people.applicant, 'apply', { 'F-01': { reason: '已盖章' } });
    const check = await office.as(people.window).task((await office.task('check')).taskId);
    expect(check.forms[0]?.changes).toEqual([{ path: 'reason', before: '早开工', after: '已盖章' }]);
    const done = await office.as(people.window).tasks({ box: 'done' });
    expect(done.entries.map(({ stepName, round }) => ({ stepName, round }))).toEqual([{ stepName: '窗口核验', round: 1 }]);
  });

  it('shows before a return what it cancels and opens', async () => {
    const office = await (await SmallOffice.open()).filed();
    const { taskId } = await office.task('check');
    const preview = await office.as(people.window).preview({ taskId, kind: 'return', target: 'apply' });
    expect(preview).toEqual({
      cancels: [{ nodeId: 'check', name: '窗口核验', who: '综合窗口' }],
      opens: [{ nodeId: 'apply', name: '提交申请' }],
      holds: [],
      stops: [],
      starts: [],
    });
    await expect(office.as(people.land).preview({ taskId, kind: 'return', target: 'apply' })).rejects.toMatchObject({
      code: 'RUNTIME_TASK_NOT_YOURS',
    });
    expect(await office.openTasks()).toEqual(['check']);
  });

  it('closes the file on rejection and says why', async () => {
    const office = await (await SmallOffice.open()).filed();
    mustBeDone(await office.operate(people.window, 'check', 'reject', { reason: '不属于受理范围' }));
    const view = await office.as(people.applicant).case(office.caseId);
    expect(view.ended).toMatchObject({ kind: 'rejected', reason: '不属于受理范围' });
    expect(view.timeline.map((entry) => entry.text)).toContain('在“窗口核验”环节退件');
    expect(await office.openTasks()).toEqual([]);
    expect(codesOf(await office.tryComplete(people.window, 'check', {}, { outcome: 'accept' }))).toEqual(['RUNTIME_TASK_CLOSED']);
  });

  it('asks for the reason, an allowed target, and an allowed operation', async () => {
    const office = await (await SmallOffice.open()).filed();
    const by = async (...given: Parameters<SmallOffice['operate']>) => codesOf(await office.operate(...given));
    expect(await by(people.window, 'check', 'return', { target: 'apply' })).toEqual(['RUNTIME_REASON_NEEDED']);
    expect(await by(people.window, 'check', 'reject', { reason: '  ' })).toEqual(['RUNTIME_REASON_NEEDED']);
    expect(await by(people.window, 'check', 'return', { target: 'landReview', reason: '甲' })).toEqual(['RUNTIME_OPERATION_NOT_ALLOWED']);
    expect(await by(people.window, 'check', 'urge')).toEqual(['RUNTIME_OPERATION_NOT_ALLOWED']);
    expect(await by(people.land, 'check', 'reject', { reason: '甲' })).toEqual(['RUNTIME_TASK_NOT_YOURS']);
  });

  it('claims a task, so that colleagues no longer find it', async () => {
    const office = await (await SmallOffice.open()).filed();
    const { taskId } = await office.task('check');
    const todo = async (actor: typeof people.window) => (await office.as(actor).tasks({ box: 'todo' })).total;
    expect([await todo(people.window), await todo(people.window2)]).toEqual([1, 1]);
    const claimed = mustBeDone(await office.as(people.window).claim({ commandId: 'c', taskId, revision: 1 }));
    expect(claimed.revision).toBe(2);
    expect([await todo(people.window), await todo(people.window2)]).toEqual([1, 0]);
    const answer = await office.tryComplete(people.window2, 'check', {}, { outcome: 'accept' });
    expect(answer).toMatchObject({ problems: [{ code: 'RUNTIME_TASK_NOT_YOURS', details: { who: '陈窗' } }] });
    const view = await office.as(people.window).task(taskId);
    expect(view).toMatchObject({ revision: 2, assignee: { name: '陈窗' } });
    expect(view.operations.map(({ kind }) => kind)).toEqual(['return', 'reject', 'transfer', 'delegate', 'addSigner', 'copy']);
  });

  it('hands a task only to somebody who may do it', async () => {
    const office = await (await SmallOffice.open()).filed();
    const to = async (id: string) => codesOf(await office.operate(people.window, 'check', 'transfer', { to: id }));
    expect(await to(people.land.id)).toEqual(['RUNTIME_TRANSFER_TARGET']);
    expect(await to('nobody')).toEqual(['RUNTIME_TRANSFER_TARGET']);
    expect(await to(people.window2.id)).toEqual([]);
    expect((await office.as(people.window2).tasks({ box: 'todo' })).entries).toMatchObject([{ assignee: { name: '孙窗' } }]);
    expect((await office.as(people.window).tasks({ box: 'todo' })).total).toBe(0);
  });
});
