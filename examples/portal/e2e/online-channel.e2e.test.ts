/** Where the measure's setting allows it, applicants file online; where it does not, they are sent to the window. Counties never meet. */
import { describe, expect, test } from 'vitest';
import { openCase, shownId, startCase, submit } from './desk.ts';
import { box, formOf, group } from './fill.ts';
import { look } from './look.ts';
import { openOffice } from './office.ts';
import { completed, drafted } from './past.ts';
import { sampleCase } from './sample-case.ts';

const PROJECT = '2611-622927-04-01-100001';
const sample = sampleCase('online-filing');

const office = openOffice('online', sample.startsAt);

describe('the channel of a county', () => {
  test('offline: the applicant is offered nothing and told to go to the window', async () => {
    const applicant = await office.people.at('jishishan.applicant');
    await applicant.getByRole('link', { name: '新建办件' }).click();
    await applicant.getByText('目前没有您可以发起的事项').waitFor();
    await applicant.getByText(/到综合窗口/).waitFor();
    await look(applicant, 'start-none');
    const measures = await office.portal.ask('jishishan.window', '/startable');
    const body = { commandId: 'not-offered', releaseId: measures.body[0].releaseId, projectCode: PROJECT };
    expect((await office.portal.ask('jishishan.applicant', '/cases', { method: 'POST', body })).status).toBeGreaterThanOrEqual(400);
  });

  test('online: the applicant files; a scan is not asked for', async () => {
    const applicant = await office.people.at('demo-online.applicant');
    await startCase(applicant, PROJECT);
    // filled in by hand in the test of sealing
    await drafted(office.portal, 'demo-online.applicant', shownId(applicant), sample.at('Task_file'));
    await applicant.reload();
    await expect.poll(() => box(formOf(applicant, 'F-01'), '联系电话').inputValue()).toBe('13893001234');
    expect(await group(formOf(applicant, 'F-01'), '盖章申请表扫描件').count()).toBe(0);
    await box(formOf(applicant, 'F-01'), '联系电话').fill('123');
    await applicant.locator('tb-task').getByRole('button', { name: '提交', exact: true }).click();
    await formOf(applicant, 'F-01')
      .getByRole('alert')
      .getByText(/不是有效的电话号码/)
      .waitFor();
    await box(formOf(applicant, 'F-01'), '联系电话').fill('13893001234');
    await submit(applicant);
  });

  test('what the window returns comes back to the applicant', async () => {
    const applicant = await office.people.at('demo-online.applicant');
    const caseId = await openCase(applicant);
    await look(applicant, 'case-applicant');
    await completed(office.portal, 'demo-online.window', caseId, 'Task_accept', sample.at('Task_accept'), 'accept');
    await applicant.locator('tb-case').getByText('自然资源部门意见').first().waitFor();
  });

  test('a person of another county, or who has no part in it, finds no such case', async () => {
    const applicant = await office.people.at('demo-online.applicant');
    const caseId = shownId(applicant);
    for (const person of ['jishishan.window', 'jishishan.applicant', 'jishishan.administrator']) {
      const answer = await office.portal.ask(person, `/cases/${encodeURIComponent(caseId)}`);
      expect([person, answer.status]).toEqual([person, 404]);
    }
    const stranger = await office.people.at('jishishan.window');
    await stranger.goto(`${office.portal.address}#/case/${encodeURIComponent(caseId)}`);
    await stranger
      .locator('tb-case')
      .getByText(/没有|不存在/)
      .first()
      .waitFor();
    await look(stranger, 'case-not-found');
  });

  test('nothing went wrong in any window', () => {
    expect(office.people.wrong).toEqual([]);
  });
});
