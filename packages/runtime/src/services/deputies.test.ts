/** Standing deputies: what they find, what they do and in whose name, and who may set them. */
import type { Actor, SetDeputyCommand } from '@tongban/model';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../engine/engine.ts';
import type { Notice } from '../engine/engine-options.ts';
import { COUNTY, OPENING, people } from '../testing/small-measure.ts';
import { codesOf, mustBeDone, SmallOffice } from '../testing/small-office.ts';

const DAY = 86_400_000;
const clerk: Actor = { id: 'u-ma', name: '马代', tenant: COUNTY, roles: ['clerk'], department: 'zrzy' };
const second: Actor = { ...clerk, id: 'u-bai', name: '白二' };
const boss: Actor = { ...clerk, id: 'u-boss', name: '韩管', roles: ['reviewer', 'administrator'] };
const { land, plan, window, admin, applicant } = people;

/** An office whose directory can change. */
async function open(options: Parameters<typeof SmallOffice.open>[0] = {}) {
  const staff = new Map([...Object.values(people).slice(0, 7), clerk, second, boss].map((person) => [person.id, person]));
  const directory = { person: async (_tenant: string, id: string) => staff.get(id) };
  const office = await SmallOffice.open({ directory, ...options });
  const set = (by: Actor, command: Partial<SetDeputyCommand> = {}) =>
    office.as(by).setDeputy({ commandId: office.commandId, deputy: clerk.id, startsAt: OPENING, endsAt: OPENING + 5 * DAY, ...command });
  const inbox = async (of: Actor) => (await office.as(of).tasks({ box: 'todo' })).entries;
  const steps = async (of: Actor) => (await inbox(of)).map(({ stepName }) => stepName);
  return { office, staff, set, inbox, steps };
}

describe('a standing deputy', () => {
  it('DP1 finds the tasks of the principal and does them', async () => {
    const { office, set, inbox } = await open();
    await office.accepted();
    expect(await inbox(clerk)).toEqual([]);
    mustBeDone(await set(land));
    expect((await inbox(clerk)).map(({ stepName, onBehalfOf }) => [stepName, onBehalfOf?.name])).toEqual([['用地审查', '李地']]);
    const task = await office.task('landReview');
    const view = await office.as(clerk).task(task.taskId);
    expect([view.mine, view.onBehalfOf]).toEqual([true, { id: land.id, name: '李地' }]);
    expect(view.forms.find(({ form }) => form.document.id === 'F-04')?.access.fields).toMatchObject({ land: 'write' });
    await office.complete(clerk, 'landReview', { 'F-04': { land: { choice: 'agree', text: '' } } });
    expect(await office.openTasks()).toEqual(['planReview']);
  });

  it.each([
    [{ roles: ['reviewer'] }, 1],
    [{ roles: ['leader'] }, 0],
    [{ measures: ['small'] }, 1],
    [{ measures: ['another'] }, 0],
    [{ items: ['X-1'] }, 0],
  ])('DP1 finds only what is in the scope %j', async (scope, count) => {
    const { office, set, inbox } = await open();
    await office.accepted();
    mustBeDone(await set(land, { scope }));
    expect((await inbox(clerk)).length).toBe(count);
    const answer = await office.tryComplete(clerk, 'landReview', { 'F-04': { land: { choice: 'agree', text: '' } } });
    expect(codesOf(answer)).toEqual(count === 1 ? [] : ['RUNTIME_TASK_NOT_YOURS']);
  });

  it("DP1 has nothing of the engine's own roles", async () => {
    const { office, set } = await open();
    await office.accepted();
    mustBeDone(await set(boss));
    expect(codesOf(await office.operateCase(clerk, 'terminate', { reason: '试' }))).toEqual(['RUNTIME_CASE_OPERATION_NOT_ALLOWED']);
  });

  it('DP2 acts in the name of the principal, whose task it stays', async () => {
    const { office } = await open();
    await office.filed();
    const other: Actor = { ...window, id: 'u-he', name: '何', roles: ['clerk'] };
    const directory = { person: async (_tenant: string, id: string) => [window, other].find((person) => person.id === id) };
    const engine = createEngine({ store: office.engine.storage, clock: office.clock, newId: () => 'x1', directory });
    const deputy = engine.as(other);
    const order = { deputy: other.id, startsAt: OPENING, endsAt: OPENING + DAY };
    const { deputyshipId } = mustBeDone(await engine.as(window).setDeputy({ commandId: 'd', ...order }));
    const { taskId, revision } = await office.task('check');
    mustBeDone(await deputy.claim({ commandId: 'claim', taskId, revision }));
    expect((await office.task('check')).assignee).toEqual({ id: window.id, name: window.name });
    mustBeDone(await deputy.complete({ commandId: 'done', taskId, revision: revision + 1, outcome: 'accept' }));
    expect(await office.task('check')).toMatchObject({ closedBy: { id: other.id }, closedAs: { id: window.id, name: window.name } });
    const history = (await engine.as(admin).history(office.caseId)).entries;
    expect(history.filter(({ kind }) => kind === 'taskCompleted').at(-1)?.by).toMatchObject({
      ...{ id: other.id, onBehalfOf: { id: window.id, name: window.name, deputyship: deputyshipId } },
    });
    const line = (await deputy.case(office.caseId)).timeline.filter(({ kind }) => kind === 'completed').at(-1);
    expect([line?.byName, line?.forName]).toEqual(['何', window.name]);
  });

  it('DP6 hears of what the principal hears of, as far as the scope goes, and not twice', async () => {
    const told: string[] = [];
    const notify = async ({ template, to, onBehalfOf }: Notice) =>
      void told.push(`${template} ${to.persons?.join() ?? to.role} ${onBehalfOf?.name ?? ''}`.trim());
    const { office, staff, set } = await open({ notify, noticeTasks: true });
    const [helper, colleague] = [
      { ...window, id: 'u-he', name: '何', roles: ['clerk'] },
      { ...window, id: 'u-lu', name: '陆' },
    ];
    for (const person of [helper, colleague]) staff.set(person.id, person);
    const heard = async () => {
      await office.engine.runDue();
      return told.splice(0).sort();
    };
    const end = async ({ deputyshipId }: { readonly deputyshipId: string }) =>
      mustBeDone(await office.as(window).endDeputy({ commandId: office.commandId, deputyshipId }));
    const urge = async () => mustBeDone(await office.operateCase(applicant, 'urge', { reason: '急' }));
    const elsewhere = mustBeDone(await set(window, { deputy: helper.id, scope: { measures: ['another'] } }));
    await office.filed();
    expect(await heard()).toEqual(['task.opened window']);
    await end(elsewhere);
    const here = mustBeDone(await set(window, { deputy: helper.id, scope: { measures: ['small'] } }));
    await urge();
    expect(await heard()).toEqual(['task.urged u-he 陈窗', 'task.urged window']);
    await end(here);
    mustBeDone(await set(window, { deputy: colleague.id }));
    office.clock.advanceTo(OPENING + DAY);
    await urge();
    expect(await heard()).toEqual(['task.urged window']);
  });

  it('UT7 people hear of tasks that open for them, when the host asks for it; not of what they do themselves', async () => {
    const told: string[] = [];
    const notify = async ({ template, to, parameters }: Notice) =>
      void told.push(`${template} ${to.persons?.join() ?? to.role} ${parameters['step']}`);
    const { office } = await open({ notify, noticeTasks: true });
    await office.start();
    await office.engine.runDue();
    expect(told).toEqual([]);
    await office.complete(applicant, 'apply', { 'F-01': { reason: '早开工' } });
    mustBeDone(await office.operate(window, 'check', 'claim'));
    mustBeDone(await office.operate(window, 'check', 'return', { target: 'apply', reason: '缺件' }));
    await office.engine.runDue();
    expect(told.sort()).toEqual(['task.opened u-wang 提交申请', 'task.opened window 窗口核验']);
  });

  it('DP7 finds among the done tasks for whom, and the principal by whom', async () => {
    const { office, set } = await open();
    await office.accepted();
    mustBeDone(await set(land));
    await office.complete(clerk, 'landReview', { 'F-04': { land: { choice: 'agree', text: '' } } });
    const done = async (of: Actor) => (await office.as(of).tasks({ box: 'done' })).entries;
    expect(await done(clerk)).toMatchObject([{ stepName: '用地审查', onBehalfOf: { id: land.id, name: '李地' } }]);
    expect(await done(land)).toMatchObject([{ stepName: '用地审查', doneBy: { id: clerk.id, name: '马代' } }]);
    expect((await done(land))[0]?.onBehalfOf).toBeUndefined();
  });

  it('DP3 is none any more when the time is over, or when it was ended', async () => {
    const { office, set, steps } = await open();
    await office.accepted();
    const { deputyshipId } = mustBeDone(await set(land, { startsAt: OPENING + DAY, endsAt: OPENING + 3 * DAY }));
    expect(await steps(clerk)).toEqual([]);
    office.clock.advanceTo(OPENING + DAY);
    expect(await steps(clerk)).toEqual(['用地审查']);
    office.clock.advanceTo(OPENING + 3 * DAY);
    expect(await steps(clerk)).toEqual([]);
    expect(await office.as(land).deputies()).toEqual([]);
    expect((await office.as(land).deputies({ over: true })).map((one) => one.deputyshipId)).toEqual([deputyshipId]);
    const again = mustBeDone(await set(land, { startsAt: OPENING, endsAt: OPENING + 9 * DAY }));
    expect(await steps(clerk)).toEqual(['用地审查']);
    const end = { commandId: 'end', deputyshipId: again.deputyshipId };
    expect(codesOf(await office.as(clerk).endDeputy({ ...end, commandId: 'no' }))).toEqual(['RUNTIME_NOT_ALLOWED']);
    expect(codesOf(await office.as(plan).endDeputy(end))).toEqual(['RUNTIME_DEPUTY_UNKNOWN']);
    mustBeDone(await office.as(land).endDeputy(end));
    expect(await steps(clerk)).toEqual([]);
  });

  it('DP3 is none any more when one of the two goes to another department', async () => {
    const { office, staff, set, steps } = await open();
    await office.accepted();
    mustBeDone(await set(land));
    expect(await steps(clerk)).toEqual(['用地审查']);
    staff.set(land.id, { ...land, department: 'fgw' });
    expect(await steps(clerk)).toEqual([]);
    staff.delete(land.id);
    expect(await steps(clerk)).toEqual([]);
  });

  it('DP4 has no deputy, and is of nobody who is one', async () => {
    const { office, set } = await open();
    mustBeDone(await set(land));
    expect(codesOf(await set(clerk, { deputy: land.id }))).toEqual(['RUNTIME_DEPUTY_CHAIN']);
    expect(codesOf(await set(clerk, { deputy: second.id }))).toEqual(['RUNTIME_DEPUTY_CHAIN']);
    expect(codesOf(await set(second, { deputy: land.id }))).toEqual(['RUNTIME_DEPUTY_CHAIN']);
    const later = { startsAt: OPENING + 5 * DAY, endsAt: OPENING + 6 * DAY };
    mustBeDone(await set(clerk, { deputy: land.id, ...later }));
    expect((await office.as(land).deputies()).length).toBe(2);
  });

  it('DP4 makes no chain either when several are set at once', async () => {
    const { office, set } = await open();
    const ring = [set(land), set(clerk, { deputy: second.id }), set(second, { deputy: land.id })];
    expect((await Promise.all(ring)).map(codesOf).sort()).toEqual([['RUNTIME_DEPUTY_CHAIN'], ['RUNTIME_DEPUTY_CHAIN'], []].sort());
    expect((await office.as(admin).deputies({ person: '*' })).length).toBe(1);
  });

  it('DP5 is set for oneself, or by an administrator for anybody', async () => {
    const { office, set } = await open();
    expect(codesOf(await set(plan, { principal: land.id }))).toEqual(['RUNTIME_NOT_ALLOWED']);
    mustBeDone(await set(admin, { principal: land.id }));
    const [one] = await office.as(admin).deputies({ person: '*' });
    expect([one?.principal.name, one?.deputy.name, one?.setBy.name]).toEqual(['李地', '马代', '管理员']);
    await expect(office.as(plan).deputies({ person: land.id })).rejects.toMatchObject({ code: 'RUNTIME_NOT_ALLOWED' });
    const host = await open({ authorize: ({ action }) => action !== 'setDeputy' });
    expect(codesOf(await host.set(land))).toEqual(['RUNTIME_NOT_ALLOWED']);
  });

  it.each([
    ['oneself', { deputy: land.id }, 'RUNTIME_DEPUTY_PERSON'],
    ['nobody known', { deputy: 'nobody' }, 'RUNTIME_DEPUTY_PERSON'],
    ['an applicant', { deputy: applicant.id }, 'RUNTIME_DEPUTY_PERSON'],
    ['somebody of another department', { deputy: plan.id }, 'RUNTIME_DEPUTY_PERSON'],
    ['a time that is past', { startsAt: OPENING - 9, endsAt: OPENING }, 'RUNTIME_DEPUTY_PERIOD'],
    ['a time not in order', { startsAt: OPENING + 9, endsAt: OPENING + 8 }, 'RUNTIME_DEPUTY_PERIOD'],
    ['no time', { endsAt: Number.NaN }, 'RUNTIME_DEPUTY_PERIOD'],
    ['more than a year', { endsAt: OPENING + 367 * DAY }, 'RUNTIME_DEPUTY_PERIOD'],
    ['a scope that is nothing', { scope: null as never }, 'RUNTIME_DEPUTY_SCOPE'],
    ['a scope whose list is a text', { scope: { roles: 'reviewer' as never } }, 'RUNTIME_DEPUTY_SCOPE'],
    ['a scope with something else in its list', { scope: { measures: [1 as never] } }, 'RUNTIME_DEPUTY_SCOPE'],
  ])('DP5 is refused for %s', async (_what, command, code) => {
    const { office, set } = await open();
    expect(codesOf(await set(land, command))).toEqual([code]);
    expect(await office.as(land).deputies()).toEqual([]);
  });

  it('can be limited to the roles and measures of the principal, who finds colleagues only', async () => {
    const { office } = await open({
      directory: {
        person: async () => undefined,
        search: async () => [clerk, plan, window],
      },
    });
    expect(await office.as(land).deputyChoices()).toEqual({
      roles: [{ id: 'reviewer', name: '审批人员' }],
      measures: [{ id: 'small', name: '模拟审批' }],
      items: [],
    });
    expect((await office.as(land).people({ of: 'department' })).map(({ name }) => name)).toEqual(['马代']);
  });

  it('answers a repeated command with its first answer', async () => {
    const { office, set } = await open();
    const first = await set(land, { commandId: 'same' });
    expect(await set(land, { commandId: 'same', deputy: second.id })).toEqual(first);
    expect((await office.as(land).deputies()).length).toBe(1);
  });
});
