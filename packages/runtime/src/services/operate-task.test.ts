import type { OperationKind, ProgramPerformer, Release } from '@tongban/model';
import { describe, expect, it } from 'vitest';
import { literal, read } from '../testing/builders/expressions.ts';
import { people, smallRelease } from '../testing/small-measure.ts';
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

describe('to whom an operation may go', () => {
  /** The small measure in which the window's `kind` goes to `to`. */
  function releaseTo(kind: OperationKind, to: ProgramPerformer): Release {
    const { program } = smallRelease;
    const nodes = program.nodes.map((node) =>
      node.id !== 'check' || node.task === undefined
        ? node
        : { ...node, task: { ...node.task, operations: node.task.operations.map((one) => (one.kind === kind ? { ...one, to } : one)) } },
    );
    return { ...smallRelease, program: { ...program, nodes } };
  }

  const filed = async (kind: OperationKind, to: ProgramPerformer) => (await SmallOffice.open({}, releaseTo(kind, to))).filed();
  const offered = async (office: SmallOffice, kind: OperationKind) => {
    const found = await office.as(people.window).people({ taskId: (await office.task('check')).taskId, kind, text: '' });
    return found.map(({ name }) => name);
  };

  it('OT1 refuses everybody else, and says who may be chosen', async () => {
    const office = await filed('delegate', { role: 'reviewer', department: 'zrzy' });
    const answer = await office.operate(people.window, 'check', 'delegate', { to: people.plan.id });
    expect(answer).toMatchObject({ problems: [{ code: 'RUNTIME_OPERATION_TO', details: { to: '周改', who: '自然资源局 · 审批人员' } }] });
    expect(codesOf(await office.operate(people.window, 'check', 'delegate', { to: people.land.id }))).toEqual([]);
  });

  it.each(['addSigner', 'copy'] as const)('OT1 holds for each person of %s', async (kind) => {
    const office = await filed(kind, { department: 'zrzy' });
    const to = async (...ids: readonly string[]) => codesOf(await office.operate(people.window, 'check', kind, { people: ids }));
    expect(await to(people.land.id, people.plan.id)).toEqual(['RUNTIME_OPERATION_TO']);
    expect(await to('nobody')).toEqual(['RUNTIME_OPERATION_TO']);
    expect(await to(people.land.id)).toEqual([]);
  });

  it('OT2 hands over to whom the flow names, though they could not do the task otherwise; never to an applicant', async () => {
    const office = await filed('transfer', { role: 'reviewer' });
    const to = async (id: string) => codesOf(await office.operate(people.window, 'check', 'transfer', { to: id }));
    expect(await to(people.window2.id)).toEqual(['RUNTIME_OPERATION_TO']);
    expect(await to(people.plan.id)).toEqual([]);
    expect((await office.as(people.plan).tasks({ box: 'todo' })).entries).toMatchObject([{ stepName: '窗口核验' }]);
    mustBeDone(await office.tryComplete(people.plan, 'check', {}, { outcome: 'accept' }));
    const other = await filed('transfer', { starter: true });
    expect(codesOf(await other.operate(people.window, 'check', 'transfer', { to: people.applicant.id }))).toEqual(['RUNTIME_OPERATION_TO']);
  });

  it('OT3 reads expressions at the task; what finds nobody admits nobody', async () => {
    const office = await filed('delegate', { person: literal(people.land.id) });
    expect(codesOf(await office.operate(people.window, 'check', 'delegate', { to: people.land.id }))).toEqual([]);
    for (const to of [{ person: read('nothing.here') }, { department: read('nothing.here') }]) {
      const empty = await filed('delegate', to);
      expect(await offered(empty, 'delegate')).toEqual([]);
      expect(codesOf(await empty.operate(people.window, 'check', 'delegate', { to: people.land.id }))).toEqual(['RUNTIME_OPERATION_TO']);
    }
  });

  it('OT4 offers those alone, and says so', async () => {
    const office = await filed('copy', { department: 'zrzy' });
    expect(await offered(office, 'copy')).toEqual(['李地']);
    const view = await office.as(people.window).task((await office.task('check')).taskId);
    const copy = view.operations.find(({ kind }) => kind === 'copy');
    expect(copy).toEqual({ kind: 'copy', reason: false, who: '自然资源局', departments: [{ id: 'zrzy', name: '自然资源局' }] });
    const departments = async (id: string) => codesOf(await office.operate(people.window, 'check', 'copy', { departments: [id] }));
    expect(await departments('fgw')).toEqual(['RUNTIME_OPERATION_TO']);
    expect(await departments('zrzy')).toEqual([]);
    const byRole = await filed('copy', { role: 'reviewer' });
    const offers = (await byRole.as(people.window).task((await byRole.task('check')).taskId)).operations;
    expect(offers.find(({ kind }) => kind === 'copy')?.departments).toEqual([]);
  });

  it('OT4 offers persons that the flow names, though the directory lists nobody', async () => {
    const all = [people.land, people.plan, people.window];
    const directory = { person: async (_: string, id: string) => all.find((person) => person.id === id), search: async () => [] };
    const office = await (await SmallOffice.open({ directory }, releaseTo('delegate', { person: literal(people.land.id) }))).filed();
    expect(await offered(office, 'delegate')).toEqual(['李地']);
  });
});
