import { expect, test } from 'vitest';
import { COUNTY, people } from '../testing/small-measure.ts';
import { codesOf, mustBeDone, SmallOffice } from '../testing/small-office.ts';

const kinds = async (office: SmallOffice, actor: (typeof people)[keyof typeof people]) =>
  (await office.as(actor).case(office.caseId)).operations.map(({ kind }) => kind);
const HOUR = 3_600_000;

test('WD2 what was submitted is taken back until somebody has acted on it', async () => {
  const office = await (await SmallOffice.open()).filed();
  expect(await kinds(office, people.applicant)).toEqual(['withdraw', 'urge', 'withdrawCase']);
  const preview = await office.as(people.applicant).previewCase({ caseId: office.caseId, kind: 'withdraw' });
  expect(preview).toMatchObject({ cancels: [{ name: '窗口核验', who: '综合窗口' }], opens: [{ name: '提交申请' }] });
  mustBeDone(await office.operateCase(people.applicant, 'withdraw', { reason: '金额填错' }));
  expect(await office.openTasks()).toEqual(['apply']);
  expect((await office.task('apply')).assignee).toEqual({ id: 'u-wang', name: '王一' });

  await office.complete(people.applicant, 'apply', {});
  mustBeDone(await office.operate(people.window, 'check', 'claim'));
  expect(await kinds(office, people.applicant)).not.toContain('withdraw');
  const late = await office.operateCase(people.applicant, 'withdraw');
  expect(late.ok ? '' : late.problems[0]?.sentences['zh-CN']).toBe('“提交申请”已不能撤回：“窗口核验”已有后续办理。');
});

test('the starter withdraws the whole case, with a reason; nobody else does', async () => {
  const office = await (await SmallOffice.open()).filed();
  expect(codesOf(await office.operateCase(people.window, 'withdrawCase', { reason: 'r' }))).toEqual(['RUNTIME_CASE_OPERATION_NOT_ALLOWED']);
  expect(codesOf(await office.operateCase(people.applicant, 'withdrawCase'))).toEqual(['RUNTIME_REASON_NEEDED']);
  mustBeDone(await office.operateCase(people.applicant, 'withdrawCase', { reason: '项目不建了' }));
  const view = await office.as(people.applicant).case(office.caseId);
  expect([view.ended?.kind, view.operations]).toEqual(['withdrawn', []]);
  expect(codesOf(await office.operateCase(people.applicant, 'urge'))).toEqual(['RUNTIME_CASE_ENDED']);
});

test('UG1 the starter urges, everybody concerned gets a notice, and not again for four hours', async () => {
  const heard: string[] = [];
  const office = await (await SmallOffice.open({ notify: async ({ template, to }) => void heard.push(`${template} ${to.role}`) })).filed();
  mustBeDone(await office.operateCase(people.applicant, 'urge', { reason: '急' }));
  await office.engine.runDue();
  expect(heard).toEqual(['task.urged window']);
  office.clock.advanceTo(office.clock.now() + HOUR);
  expect(codesOf(await office.operateCase(people.applicant, 'urge'))).toEqual(['RUNTIME_URGED_JUST_NOW']);
  expect(await kinds(office, people.stranger).catch((error: { code: string }) => error.code)).toBe('RUNTIME_CASE_UNKNOWN');
});

test('CP1 a copy stands in the box of who gets it, who may then see the case, until it was read', async () => {
  const office = await (await SmallOffice.open()).filed();
  mustBeDone(await office.operate(people.window, 'check', 'copy', { people: ['u-zhou'], departments: ['zrzy'], reason: '请关注' }));
  const [line] = (await office.as(people.plan).tasks({ box: 'copied' })).entries;
  expect(line).toMatchObject({ stepName: '窗口核验', unread: true });
  expect((await office.as(people.land).tasks({ box: 'copied' })).total).toBe(1);
  expect((await office.as(people.plan).case(office.caseId)).caseId).toBe(office.caseId);
  const copyId = line?.taskId ?? '';
  expect(codesOf(await office.as(people.window2).readCopy({ commandId: 'x', copyId }))).toEqual(['RUNTIME_TASK_UNKNOWN']);
  mustBeDone(await office.as(people.plan).readCopy({ commandId: 'read', copyId }));
  expect((await office.as(people.plan).tasks({ box: 'copied' })).entries[0]).not.toHaveProperty('unread');
  const texts = (await office.as(people.window).case(office.caseId)).timeline.map(({ text }) => text);
  expect(texts).toEqual(expect.arrayContaining(['抄送给周改', '抄送给自然资源局', '已阅抄送']));
  expect((await office.as(people.applicant).case(office.caseId)).timeline.map(({ text }) => text)).not.toContain('抄送给周改');
});

test('CP3 a copy that is read twice by somebody is noted once, for each person of a department', async () => {
  const office = await (await SmallOffice.open()).filed();
  mustBeDone(await office.operate(people.window, 'check', 'copy', { departments: ['zrzy'] }));
  const copyId = (await office.as(people.land).tasks({ box: 'copied' })).entries[0]?.taskId ?? '';
  const colleague = { ...people.land, id: 'u-wei', name: '魏地' };
  for (const [at, reader] of [people.land, people.land, colleague, people.land, colleague].entries())
    expect(await office.as(reader).readCopy({ commandId: `read ${at}`, copyId })).toEqual({ ok: true, caseId: office.caseId });
  const read = (await office.engine.storage.cases.eventsOf(COUNTY, office.caseId)).filter(({ kind }) => kind === 'copyRead');
  expect(read.map(({ event }) => (event['by'] as { id: string }).id)).toEqual(['u-li', 'u-wei']);
});

test('SU1 an administrator suspends and resumes a case', async () => {
  const office = await (await SmallOffice.open()).filed();
  mustBeDone(await office.operateCase(people.admin, 'suspend', { reason: '等待上级批复' }));
  const view = await office.as(people.applicant).case(office.caseId);
  expect(view.suspended).toMatchObject({ byName: '管理员', reason: '等待上级批复' });
  expect((await office.as(people.window).tasks({ box: 'todo' })).entries[0]?.suspended).toBe(true);
  expect(codesOf(await office.tryComplete(people.window, 'check', {}, { outcome: 'accept' }))).toEqual(['RUNTIME_CASE_SUSPENDED']);
  expect(await kinds(office, people.admin)).toEqual(['resume', 'terminate', 'void']);
  mustBeDone(await office.operateCase(people.admin, 'resume'));
  mustBeDone(await office.tryComplete(people.window, 'check', {}, { outcome: 'accept' }));
});

test('JP1 an administrator jumps, seeing before what that does', async () => {
  const office = await (await SmallOffice.open()).accepted();
  const jump = (await office.as(people.admin).case(office.caseId)).operations.find(({ kind }) => kind === 'jump');
  expect(jump?.places?.map(({ name }) => name)).toEqual(['用地审查', '立项审查']);
  expect(jump?.targets).toContainEqual({ id: 'check', name: '窗口核验' });
  const order = { places: jump?.places?.map(({ id }) => id) ?? [], targets: ['check'] };
  const preview = await office.as(people.admin).previewCase({ caseId: office.caseId, kind: 'jump', ...order });
  expect([preview.cancels.length, preview.opens]).toEqual([2, [{ nodeId: 'check', name: '窗口核验' }]]);
  expect(codesOf(await office.operateCase(people.window, 'jump', { ...order, reason: 'r' }))).toEqual([
    'RUNTIME_CASE_OPERATION_NOT_ALLOWED',
  ]);
  mustBeDone(await office.operateCase(people.admin, 'jump', { ...order, reason: '受理有误' }));
  expect(await office.openTasks()).toEqual(['check']);
});

test('JP7 the answer, its preview and the history name where a jump leaves something waiting, by the steps before', async () => {
  const office = await (await SmallOffice.open()).accepted();
  const jump = (await office.as(people.admin).case(office.caseId)).operations.find(({ kind }) => kind === 'jump');
  const order = { places: jump?.places?.filter(({ name }) => name === '用地审查').map(({ id }) => id) ?? [], targets: ['check'] };
  const preview = await office.as(people.admin).previewCase({ caseId: office.caseId, kind: 'jump', ...order });
  const answer = mustBeDone(await office.operateCase(people.admin, 'jump', { ...order, reason: '地块有误' }));
  expect(answer.warnings).toEqual(preview.warnings);
  const name = '用地审查、立项审查之后的汇合处';
  const place = { elementName: name };
  expect(answer.warnings).toMatchObject([{ code: 'RUNTIME_JUMP_JOIN_WAITS', severity: 'warning', place, details: { nodeName: name } }]);
  expect(answer.warnings?.[0]?.sentences['zh-CN']).toContain(`“${name}”会一直等待不会再到达的分支`);
  const texts = (await office.as(people.admin).case(office.caseId)).timeline.map(({ text }) => text);
  expect(texts).toContain(`从“用地审查”跳转至“窗口核验”，“${name}”会一直等待不会再到达的分支`);
});

test('OP8 a preview says why an operation would be refused as things stand', async () => {
  const office = await (await SmallOffice.open()).accepted();
  const { caseId } = office;
  const jump = { caseId, kind: 'jump' as const, places: ['999'], targets: ['check'] };
  const preview = await office.as(people.admin).previewCase(jump);
  expect(preview).toMatchObject({ cancels: [], opens: [] });
  expect(preview.problems?.map(({ code }) => code)).toEqual(
    codesOf(await office.operateCase(people.admin, 'jump', { ...jump, reason: 'r' })),
  );
  expect(await office.openTasks()).toEqual(['landReview', 'planReview']);
});

test('OP6 an administrator declares a case void, with a reason', async () => {
  const office = await (await SmallOffice.open()).filed();
  mustBeDone(await office.operateCase(people.admin, 'void', { reason: '重复申报' }));
  expect((await office.as(people.applicant).case(office.caseId)).ended).toMatchObject({ kind: 'voided', reason: '重复申报' });
});

test('OP9 a return that comes straight back holds only the task it came from', async () => {
  const office = await (await SmallOffice.open()).filed();
  const { taskId } = await office.task('check');
  const target = { target: 'apply', goOn: 'back' } as const;
  const preview = await office.as(people.window).preview({ taskId, kind: 'return', ...target });
  expect([preview.cancels, preview.holds.map(({ name }) => name), preview.opens.map(({ name }) => name)]).toEqual([
    [],
    ['窗口核验'],
    ['提交申请'],
  ]);
  mustBeDone(await office.operate(people.window, 'check', 'return', { ...target, reason: '缺扫描件' }));
  expect((await office.as(people.window).task(taskId)).heldBy).toBe('王一');
  await office.complete(people.applicant, 'apply', { 'F-01': { reason: '补上' } });
  expect((await office.as(people.window).task(taskId)).mine).toBe(true);
});
