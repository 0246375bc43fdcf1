/** Files that come back: returned by one of two parallel departments and filed again; rejected with reasons. Lights of all three colours. */
import { beforeAll, describe, expect, test } from 'vitest';
import { dialog, doneHeading, inboxLines, openCase, openInbox, openTask, operate, showTab, submit } from './desk.ts';
import { box, formOf } from './fill.ts';
import { look } from './look.ts';
import { openOffice } from './office.ts';
import { caseOf, completed, startedCase } from './past.ts';
import { sampleCase } from './sample-case.ts';

const WINDOW = 'jishishan.window';
const REASON = '用地范围图缺少坐标，请补充用地说明。';
const sample = sampleCase('returned-and-filed-again');
let returned: string;
let rejected: string;

const office = openOffice('returned', sample.startsAt);

beforeAll(async () => {
  returned = await startedCase(office.portal, WINDOW, '2611-622927-04-01-100001');
  rejected = await startedCase(office.portal, WINDOW, '2611-622927-04-01-100002');
  for (const caseId of [returned, rejected]) {
    await completed(office.portal, WINDOW, caseId, 'Task_file', sample.at('Task_file'));
    await completed(office.portal, WINDOW, caseId, 'Task_accept', sample.at('Task_accept'), 'accept');
  }
  await completed(office.portal, 'jishishan.market-supervision', returned, 'Task_market_supervision', sample.at('Task_market_supervision'));
});

describe('a file comes back', () => {
  test('a department returns it: a reason is asked for, and what it cancels is said before', async () => {
    const resources = await office.people.at('jishishan.natural-resources');
    await openInbox(resources);
    await expect.poll(() => inboxLines(resources, '自然资源部门意见').count()).toBe(2);
    await inboxLines(resources, '100001').click();
    await resources.locator('tb-operation-bar').getByRole('button', { name: '退回补正' }).click();
    await dialog(resources).getByRole('button', { name: '确认退回补正' }).click();
    await dialog(resources).getByText('请填写理由。').waitFor();
    await look(resources, 'dialog-return');
    await dialog(resources).getByLabel('需要补正的内容').fill(REASON);
    await dialog(resources).getByRole('button', { name: '确认退回补正' }).click();
    await doneHeading(resources).waitFor();
  });

  test('the window finds it again with the reason, corrects it, and a second round begins', async () => {
    const window = await office.people.at(WINDOW);
    await openTask(window, '填写申请并作出承诺');
    await window.getByText(REASON).waitFor();
    await window.getByText('第 2 次申报').waitFor();
    await look(window, 'task-returned');
    const land = box(formOf(window, 'F-01'), '项目用地基本情况');
    await expect.poll(() => land.inputValue()).toBe('拟用地40亩，已列入2026年土地供应计划。');
    await land.fill(String(sample.at('Task_file', { time: 2 })['F-01']?.['land']));
    await submit(window);
    await openTask(window, '受理并一次性告知');
    await submit(window, '受理');
    await openCase(window);
    await window.locator('tb-timeline blockquote').getByText(REASON).waitFor();
    await window.locator('tb-timeline').getByText('改动 1 处').first().waitFor();
    await look(window, 'case-second-round');
    const openTasks = async () => (await caseOf(office.portal, WINDOW, returned)).openTasks.map((task) => task.nodeId).sort();
    await expect.poll(openTasks).toEqual(['Task_market_supervision', 'Task_natural_resources']);
    expect((await caseOf(office.portal, WINDOW, returned)).round).toBe(2);
  });

  test('the department that had already agreed sees what changed', async () => {
    const supervision = await office.people.at('jishishan.market-supervision');
    await openInbox(supervision);
    await inboxLines(supervision, '100001').click();
    await formOf(supervision, 'F-01').getByText('本轮有改动').waitFor();
    await formOf(supervision, 'F-01').getByText('原值：拟用地40亩，已列入2026年土地供应计划。').waitFor();
    await look(supervision, 'task-changes');
  });

  test('a department rejects the other file with a reason; it is closed and says why', async () => {
    const resources = await office.people.at('jishishan.natural-resources');
    await openInbox(resources);
    await inboxLines(resources, '100002').click();
    await operate(resources, '退件', '项目位于生态保护红线内。');
    await openCase(resources);
    await resources.locator('.case-header').getByText('已退件').waitFor();
    await resources.locator('tb-timeline blockquote').getByText('项目位于生态保护红线内。').waitFor();
    await look(resources, 'case-rejected');
    const view = await caseOf(office.portal, WINDOW, rejected);
    expect([view.ended?.kind, view.openTasks.length]).toEqual(['rejected', 0]);
  });

  test('the tables reject what does not meet the conditions of entry, on paper as well', async () => {
    const conditions = sampleCase('rejected');
    for (const [person, task] of [
      ['jishishan.natural-resources', 'Task_natural_resources'],
      ['jishishan.market-supervision', 'Task_market_supervision'],
    ] as const) {
      await completed(office.portal, person, returned, task, conditions.at(task));
    }
    const window = await office.people.at(WINDOW);
    await window.locator('.case-header').getByText('已退件').waitFor();
    await showTab(window, '文书');
    await window.getByRole('button', { name: /^查看 退件通知书/ }).click();
    await dialog(window)
      .getByText(/占用耕地比例超过/)
      .waitFor();
    await look(window, 'document-rejection');
    await dialog(window).getByRole('button', { name: '关闭' }).click();
  });

  test('lights are green, yellow and red, each with its shape and word', async () => {
    const third = await startedCase(office.portal, WINDOW, '2611-622927-04-01-100001');
    await completed(office.portal, WINDOW, third, 'Task_file', sample.at('Task_file'));
    const window = await office.people.at(WINDOW);
    for (const [at, word] of [
      ['2026-11-23T10:00', '正常'],
      ['2026-11-24T20:00', '即将到期'],
      ['2026-11-26T10:00', '已超期'],
    ] as const) {
      await office.portal.kill();
      await office.portal.restart(at);
      await window.reload();
      await openInbox(window);
      const light = inboxLines(window, '受理并一次性告知').locator('tb-light');
      await light.getByText(word).waitFor();
      expect(await light.locator('svg').count()).toBe(1);
    }
    await look(window, 'inbox-red');
  });

  test('nothing went wrong in any window', () => {
    expect(office.people.wrong).toEqual([]);
  });
});
