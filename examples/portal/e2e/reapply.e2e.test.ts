/** The project changed before the land came: at conversion the table asks for a new application, and the mock documents are void. */
import { beforeAll, describe, expect, test } from 'vitest';
import { dialog, documentLines, openInbox, showTab } from './desk.ts';
import { fill } from './fill.ts';
import { look } from './look.ts';
import { openOffice } from './office.ts';
import { caseOf, completed, startedCase } from './past.ts';
import { sampleCase } from './sample-case.ts';

const WINDOW = 'jishishan.window';
const sample = sampleCase('reapply-at-conversion');
let caseId: string;

const office = openOffice('reapply', sample.startsAt);

beforeAll(async () => {
  caseId = await startedCase(office.portal, WINDOW, '2611-622927-04-01-100001');
  await completed(office.portal, WINDOW, caseId, 'Task_file', sample.at('Task_file'));
  await completed(office.portal, WINDOW, caseId, 'Task_accept', sample.at('Task_accept'), 'accept');
  await completed(office.portal, 'jishishan.natural-resources', caseId, 'Task_natural_resources', sample.at('Task_natural_resources'));
  await completed(office.portal, 'jishishan.market-supervision', caseId, 'Task_market_supervision', sample.at('Task_market_supervision'));
  await completed(office.portal, WINDOW, caseId, 'Task_notice', sample.at('Task_notice'));
  for (const [department, of] of [
    ['ecology', 'HJ-01'],
    ['development-reform', 'FG-01'],
    ['water', 'SW-01'],
  ] as const) {
    await completed(office.portal, `jishishan.${department}`, caseId, 'Task_review', sample.at('Task_review', { of }), 'approve');
  }
});

describe('a trigger hits at conversion', () => {
  test('the window records what changed; the case ends with a new application to be made', async () => {
    const window = await office.people.at(WINDOW);
    await openInbox(window);
    await window.getByRole('button', { name: '我发起的' }).click();
    await window.locator('tb-inbox .entry').first().click();
    await window.getByRole('button', { name: '登记用地文件' }).click();
    await dialog(window).getByRole('button', { name: '登记', exact: true }).click();
    await dialog(window).getByRole('alert').first().waitFor();
    await look(window, 'land-documents-invalid');
    await fill(window, sample.message('land-documents'));
    await dialog(window).getByRole('button', { name: '登记', exact: true }).click();
    await window.locator('.case-header').getByText('须重新报批').waitFor();
    await window
      .locator('tb-timeline')
      .getByText(/建设地点变更/)
      .first()
      .waitFor();
    await look(window, 'case-reapply');
  });

  test('the mock documents are void', async () => {
    const window = await office.people.at(WINDOW);
    await showTab(window, '文书');
    await expect.poll(async () => (await documentLines(window)).filter((line) => line === '模拟审批意见: 已作废').length).toBe(3);
    expect((await documentLines(window)).filter((line) => line.startsWith('正式批复'))).toEqual([]);
    const view = await caseOf(office.portal, WINDOW, caseId);
    expect([view.ended?.kind, view.openTasks.length]).toEqual(['reapply', 0]);
  });

  test('nothing went wrong in any window', () => {
    expect(office.people.wrong).toEqual([]);
  });
});
