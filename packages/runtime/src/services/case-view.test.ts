import { describe, expect, it } from 'vitest';
import { people } from '../testing/small-measure.ts';
import { mustBeDone, SmallOffice } from '../testing/small-office.ts';

describe('case', () => {
  it('is seen by its starter, the people and departments in it and administrators only', async () => {
    const office = await (await SmallOffice.open()).accepted();
    for (const actor of [people.applicant, people.window, people.land, people.plan, people.admin])
      expect((await office.as(actor).case(office.caseId)).caseId).toBe(office.caseId);
    for (const actor of [people.other, people.stranger])
      await expect(office.as(actor).case(office.caseId)).rejects.toMatchObject({ code: 'RUNTIME_CASE_UNKNOWN', kind: 'notFound' });
    await expect(office.as(people.admin).case('no-such-case')).rejects.toMatchObject({ code: 'RUNTIME_CASE_UNKNOWN' });
  });

  it('that the window entered is seen by the owner of its project, without its forms', async () => {
    const office = await (await SmallOffice.open()).start(people.window);
    const view = await office.as(people.applicant).case(office.caseId);
    expect(view).toMatchObject({ startedByName: '陈窗', forms: [] });
    expect(view.openTasks).toMatchObject([{ name: '提交申请', mine: false }]);
    await expect(office.as(people.other).case(office.caseId)).rejects.toMatchObject({ code: 'RUNTIME_CASE_UNKNOWN' });
  });

  it('shows to departments only after it has reached them', async () => {
    const office = await (await SmallOffice.open()).filed();
    await expect(office.as(people.land).case(office.caseId)).rejects.toMatchObject({ code: 'RUNTIME_CASE_UNKNOWN' });
  });

  it('leaves out what a person may not see, in views of cases and tasks', async () => {
    const office = await (await SmallOffice.open()).accepted();
    const application = async (actor: typeof people.land) => (await office.as(actor).case(office.caseId)).forms[0]?.values;
    expect(await application(people.land)).not.toHaveProperty('phone');
    expect(await application(people.window)).toHaveProperty('phone', '13800000000');
    const { taskId } = await office.task('landReview');
    const task = await office.as(people.land).task(taskId);
    expect(JSON.stringify(task)).not.toContain('13800000000');
    expect(task.forms.map((form) => form.access.fields)).toMatchObject([
      { phone: 'hidden', reason: 'read' },
      { land: 'write', plan: 'read' },
    ]);
    const seenByOthers = await office.as(people.plan).task(taskId);
    expect(seenByOthers).toMatchObject({
      mine: false,
      operations: [],
      forms: [{ access: { default: 'read' } }, { access: { fields: { land: 'read' } } }],
    });
    await expect(office.as(people.other).task(taskId)).rejects.toMatchObject({ code: 'RUNTIME_TASK_UNKNOWN' });
  });

  it('tells the story in order, in words', async () => {
    const office = await (await SmallOffice.open()).filed();
    mustBeDone(await office.operate(people.window, 'check', 'return', { target: 'apply', reason: '缺少盖章' }));
    await office.complete(people.applicant, 'apply', { 'F-01': { reason: '已盖章' } });
    mustBeDone(await office.tryComplete(people.window, 'check', {}, { outcome: 'accept', comment: '材料齐全' }));
    await office.complete(people.land, 'landReview', { 'F-04': { land: { choice: 'agree', text: '' } } });
    await office.complete(people.plan, 'planReview', { 'F-04': { plan: { choice: 'agree', text: '' } } });
    await office.engine.runDue();
    await office
      .as(people.window)
      .message({ commandId: 'm', name: 'land', key: (await office.as(people.window).case(office.caseId)).key ?? '' });
    await office.engine.runDue();
    const view = await office.as(people.window).case(office.caseId);
    expect(view.timeline.map(({ round, byName = '', text }) => `${round} ${byName} ${text}`.replace('  ', ' '))).toEqual([
      '1 王一 发起“模拟审批”',
      '1 进入“提交申请”环节',
      '1 王一 提交“提交申请”',
      '1 进入“窗口核验”环节',
      '2 陈窗 在“窗口核验”环节退回补正，第2轮申报开始',
      '2 进入“提交申请”环节',
      '2 王一 提交“提交申请”',
      '2 进入“窗口核验”环节',
      '2 陈窗 办理“窗口核验”：受理',
      '2 进入“用地审查”环节',
      '2 进入“立项审查”环节',
      '2 李地 办理“用地审查”完成',
      '2 周改 办理“立项审查”完成',
      '2 出具《模拟审批意见》审〔2026〕1号（模拟）',
      '2 陈窗 登记“土地手续已取得”',
      '2 出具《审批意见》审〔2026〕1号',
      '2 办结',
    ]);
    expect(view.timeline[6]?.changes).toEqual([{ path: 'reason', before: '早开工', after: '已盖章' }]);
    expect(view.timeline[8]).toMatchObject({ department: '政务服务中心', outcome: '受理', comment: '材料齐全' });
    const applicant = await office.as(people.applicant).case(office.caseId);
    expect(applicant.timeline[8]).not.toHaveProperty('comment');
    expect(applicant.timeline[4]).toMatchObject({ comment: '缺少盖章' });
    expect(view.documents.map(({ templateId, status }) => `${templateId}:${status}`)).toEqual([
      'mock-opinion:recalled',
      'opinion:effective',
    ]);
  });

  it('marks the flow picture, with lights that follow the calendar', async () => {
    const office = await (await SmallOffice.open()).accepted();
    const marks = async () => {
      const view = await office.as(people.window).case(office.caseId);
      return view.marks.map(({ nodeId, state, open, light = '' }) => `${nodeId} ${state} ${open} ${light}`.trim());
    };
    expect(await marks()).toEqual([
      ...['start done 0', 'apply done 0', 'check done 0', 'split done 0'],
      ...['landReview active 1 green', 'planReview active 1 green'],
    ]);
    office.clock.advanceTo(office.clock.now() + 7 * 86_400_000);
    expect((await marks()).slice(-1)).toEqual(['planReview active 1 red']);
    const inbox = await office.as(people.land).tasks({ box: 'todo', light: 'red' });
    expect(inbox.entries).toMatchObject([{ stepName: '用地审查', clock: { light: 'red', limitId: 'review' } }]);
    expect((await office.as(people.land).tasks({ box: 'todo', light: 'green' })).total).toBe(0);
  });

  it('says who has the next steps and what comes after', async () => {
    const office = await (await SmallOffice.open()).accepted();
    const view = await office.as(people.land).case(office.caseId);
    expect(view.openTasks.map(({ name, who, mine }) => `${name} ${who} ${mine}`)).toEqual([
      '用地审查 自然资源局 · 审批人员 true',
      '立项审查 发展和改革局 · 审批人员 false',
    ]);
    const task = await office.as(people.land).task((await office.task('landReview')).taskId);
    expect(task.next).toEqual(['等待：土地手续已取得']);
  });

  it('lists the own cases with where they stand', async () => {
    const office = await (await SmallOffice.open()).reviewed();
    const started = await office.as(people.applicant).tasks({ box: 'started', text: '太阳能' });
    expect(started.entries).toMatchObject([
      { title: '太阳能发电项目', stepName: '等待：土地手续已取得', applicant: '积石山光伏公司', round: 1 },
    ]);
    await expect(office.as(people.applicant).tasks({ box: 'started', cursor: 'x' })).rejects.toMatchObject({
      code: 'RUNTIME_CURSOR_INVALID',
    });
  });
});
