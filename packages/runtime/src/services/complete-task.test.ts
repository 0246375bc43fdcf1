import { describe, expect, it } from 'vitest';
import { COUNTY, people } from '../testing/small-measure.ts';
import { codesOf, mustBeDone, SmallOffice } from '../testing/small-office.ts';

const agree = { choice: 'agree', text: '' };

describe('complete', () => {
  it('opens what comes next and says what of it is mine', async () => {
    const office = await (await SmallOffice.open()).start();
    const answer = await office.tryComplete(people.applicant, 'apply', { 'F-01': { reason: '早开工' } });
    expect(mustBeDone(answer).next).toEqual([{ taskId: `${office.caseId}.2`, name: '窗口核验', mine: false }]);
  });

  it('gives the first answer again when the command is repeated', async () => {
    const office = await (await SmallOffice.open()).start();
    const { taskId, revision } = await office.task('apply');
    const command = { commandId: 'once', taskId, revision, values: { 'F-01': { reason: '早开工' } } };
    const first = await office.as(people.applicant).complete(command);
    expect(first.ok).toBe(true);
    expect(await office.as(people.applicant).complete(command)).toEqual(first);
    expect((await office.engine.load(COUNTY, office.caseId))?.state.round).toBe(1);
    expect(await office.openTasks()).toEqual(['check']);
  });

  it('refuses a task that was completed already', async () => {
    const office = await (await SmallOffice.open()).start();
    await office.complete(people.applicant, 'apply', { 'F-01': { reason: '早开工' } });
    const again = await office.tryComplete(people.applicant, 'apply', { 'F-01': { reason: '再来' } });
    expect(codesOf(again)).toEqual(['RUNTIME_TASK_CLOSED']);
    expect(again).toMatchObject({
      problems: [{ place: { elementId: 'apply' }, sentences: { 'zh-CN': expect.stringContaining('不能再次办理') } }],
    });
  });

  it.each([
    ['another applicant', people.other],
    ['another department', people.plan],
    ['the window', people.window],
    ['an administrator', people.admin],
  ])('refuses %s', async (_who, actor) => {
    const office = await (await SmallOffice.open()).accepted();
    const before = await office.engine.load(COUNTY, office.caseId);
    const answer = await office.tryComplete(actor, 'landReview', { 'F-04': { land: agree } });
    expect(codesOf(answer)).toEqual(['RUNTIME_TASK_NOT_YOURS']);
    expect(answer).toMatchObject({ problems: [{ sentences: { 'zh-CN': expect.stringContaining('自然资源局') } }] });
    expect(await office.engine.load(COUNTY, office.caseId)).toEqual(before);
  });

  it('does not let a task be found from another tenant', async () => {
    const office = await (await SmallOffice.open()).filed();
    expect(codesOf(await office.tryComplete(people.stranger, 'check', {}, { outcome: 'accept' }))).toEqual(['RUNTIME_TASK_UNKNOWN']);
  });

  it.each(['', 'x', 'id-1', 'id-1.', 'id-1.99', '__proto__.1', `${'9'.repeat(500)}.1`])('refuses the task id "%s"', async (taskId) => {
    const office = await (await SmallOffice.open()).start();
    const answer = await office.as(people.applicant).complete({ commandId: 'c', taskId, revision: 1, values: {} });
    expect(codesOf(answer)).toEqual(['RUNTIME_TASK_UNKNOWN']);
  });

  it('refuses fields that may not be written, by their ids', async () => {
    const office = await (await SmallOffice.open()).start();
    const answer = await office.tryComplete(people.applicant, 'apply', { 'F-01': { reason: '早开工', code: '改掉' } });
    expect(answer).toMatchObject({
      ok: false,
      problems: [{ code: 'FORM_FIELD_NOT_WRITABLE', place: { elementId: 'code' }, details: { formId: 'F-01' } }],
    });
  });

  it("refuses another department's opinion, hidden fields, forms that are not there and forbidden names", async () => {
    const office = await (await SmallOffice.open()).accepted();
    const by = async (values: object) => codesOf(await office.tryComplete(people.land, 'landReview', values as never));
    expect(await by({ 'F-04': { land: agree, plan: agree } })).toEqual(['FORM_FIELD_NOT_WRITABLE']);
    expect(await by({ 'F-01': { phone: '13900000000' }, 'F-04': { land: agree } })).toEqual(['FORM_FIELD_NOT_WRITABLE']);
    expect(await by({ 'F-09': {}, 'F-04': { land: agree } })).toEqual(['RUNTIME_FORM_NOT_IN_TASK']);
    expect(await by(JSON.parse('{"F-04":{"__proto__":1}}'))).toEqual(['FORM_NAME_FORBIDDEN']);
    expect(await by({ 'F-04': 'text' })).toEqual(['FORM_VALUES_INVALID']);
  });

  it('says what to fix next to each field, and changes nothing', async () => {
    const office = await (await SmallOffice.open()).start();
    const answer = await office.tryComplete(people.applicant, 'apply', { 'F-01': { projectName: null } });
    expect(answer).toMatchObject({
      problems: [
        { code: 'FORM_FIELD_REQUIRED', place: { elementId: 'projectName' } },
        { code: 'FORM_FIELD_REQUIRED', place: { elementId: 'reason' } },
      ],
    });
    expect(await office.openTasks()).toEqual(['apply']);
  });

  it('asks for an outcome, and for the reason of one that needs it', async () => {
    const office = await (await SmallOffice.open()).filed();
    expect(codesOf(await office.tryComplete(people.window, 'check', {}))).toEqual(['RUNTIME_OUTCOME_NEEDED']);
    expect(codesOf(await office.tryComplete(people.window, 'check', {}, { outcome: 'other' }))).toEqual(['RUNTIME_OUTCOME_NEEDED']);
    expect(codesOf(await office.tryComplete(people.window, 'check', {}, { outcome: 'doubt' }))).toEqual(['RUNTIME_REASON_NEEDED']);
    const doubt = await office.tryComplete(people.window, 'check', {}, { outcome: 'doubt', comment: '待核实' });
    expect(codesOf(doubt)).toEqual([]);
  });

  it('sets who gave an opinion and when, whatever the page says', async () => {
    const office = await (await SmallOffice.open()).accepted();
    await office.complete(people.land, 'landReview', { 'F-04': { land: { ...agree, by: 'someone', day: '1999-01-01' } } });
    const live = await office.engine.load(COUNTY, office.caseId);
    expect(live?.state.data['opinions']?.values).toEqual({
      land: { ...agree, by: 'u-li', byName: '李地', department: 'zrzy', day: '2026-03-02' },
    });
  });

  it('lets departments complete at the same time, and tells nobody of the conflict', async () => {
    const office = await (await SmallOffice.open()).accepted();
    const answers = await Promise.all([
      office.tryComplete(people.land, 'landReview', { 'F-04': { land: agree } }),
      office.tryComplete(people.plan, 'planReview', { 'F-04': { plan: agree } }),
    ]);
    expect(answers.map(codesOf)).toEqual([[], []]);
    const live = await office.engine.load(COUNTY, office.caseId);
    expect(Object.keys(live?.state.data['opinions']?.values ?? {}).sort()).toEqual(['land', 'plan']);
    expect(await office.engine.runDue()).toBe(1);
  });

  it("takes no offence at another department's opinion as it stood when the page was opened", async () => {
    const office = await (await SmallOffice.open()).accepted();
    const task = await office.task('planReview');
    const first = await office
      .as(people.plan)
      .saveDraft({ commandId: 'd', taskId: task.taskId, revision: 1, values: { 'F-04': { plan: agree } } });
    expect(codesOf(first)).toEqual([]);
    const page = await office.as(people.plan).task(task.taskId);
    await office.complete(people.land, 'landReview', { 'F-04': { land: agree } });
    const values = { 'F-01': { ...page.forms[0]?.values }, 'F-04': { plan: agree } };
    expect(codesOf(await office.tryComplete(people.plan, 'planReview', values))).toEqual([]);
  });

  it('asks the host last', async () => {
    const asked: string[] = [];
    const authorize = ({ action, nodeId }: { action: string; nodeId?: string }) => {
      asked.push(`${action} ${nodeId ?? ''}`);
      return action !== 'complete' || nodeId !== 'check';
    };
    const office = await (await SmallOffice.open({ authorize })).filed();
    expect(codesOf(await office.tryComplete(people.window, 'check', {}, { outcome: 'accept' }))).toEqual(['RUNTIME_NOT_ALLOWED']);
    expect(asked).toEqual(['start ', 'complete apply', 'complete check']);
  });
});
