/** An administrator looks after running cases: a case that stands still is repaired, a calendar edit moves a due day, a running case goes over to a new release. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { dialog } from './desk.ts';
import { look } from './look.ts';
import { openOffice } from './office.ts';
import { caseOf, taskAt } from './past.ts';

const ADMIN = 'jishishan.administrator';
const WINDOW = 'jishishan.window';
const CODE = '2611-622927-04-01-100001';
let caseId: string;

const office = openOffice('operators', '2026-11-23T10:00');

beforeAll(async () => {
  // From paper, with nobody having written the project's code: the system cannot look it up.
  const since = Date.parse('2026-11-23T09:00:00+08:00');
  const answer = await office.portal.ask(WINDOW, '/paper-cases', {
    method: 'POST',
    body: {
      ...{ commandId: 'e1', measureId: 'mock-approval', starter: { id: 'jishishan.applicant', name: '马建国' }, startedAt: since },
      ...{ places: [{ nodeId: 'Service_check', since }], data: { application: { projectName: '积石山县花椒精深加工项目' } } },
    },
  });
  expect(answer.body).toMatchObject({ ok: true });
  caseId = answer.body.caseId;
});

/** Opens a page of 运行管理. */
async function operations(name: string): Promise<Page> {
  const page = await office.people.at(ADMIN);
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '运行管理' }).click();
  await page.getByRole('navigation', { name: '运行管理' }).getByRole('link', { name }).click();
  return page;
}

async function confirm(page: Page, name: string): Promise<void> {
  await dialog(page).getByRole('button', { name }).click();
}

const dueDays = async () =>
  (await office.portal.ask(ADMIN, `/cases/${caseId}/clocks`)).body.map(({ dueAt }: { dueAt: number }) =>
    new Date(dueAt + 8 * 3_600_000).toISOString().slice(0, 10),
  );

describe('an administrator looks after running cases', () => {
  test('a case that stands still is corrected and goes on', async () => {
    const page = await operations('异常件');
    await page.getByText(/停在“核验项目代码”/).waitFor();
    await look(page, 'incidents');
    await page.getByRole('button', { name: /^更正后重试/ }).click();
    await dialog(page).getByText('投资建设项目模拟审批申请表', { exact: true }).click();
    await dialog(page)
      .getByRole('textbox', { name: /^项目代码/ })
      .fill(CODE);
    await look(page, 'incident-repair');
    await dialog(page).getByRole('button', { name: '保存更正并重新执行' }).click();
    await page.getByText('没有异常件').waitFor();
    await taskAt(office.portal, WINDOW, caseId, 'Task_accept');
    expect((await caseOf(office.portal, ADMIN, caseId)).key).toBe(CODE);
  });

  test('a holiday moves its due day once the new edition is published', async () => {
    expect(await dueDays()).toEqual(['2026-11-24']);
    const page = await operations('工作日历');
    await page.getByRole('table', { name: '11月' }).waitFor();
    await page.getByRole('button', { name: '修改日历' }).click();
    await page.getByRole('textbox', { name: '放假名称' }).fill('县庆');
    await page.getByRole('button', { name: /^2026年11月24日，/ }).click();
    await page.getByRole('button', { name: '查看影响' }).click();
    await page.getByRole('heading', { name: '1 个在办办件的到期日会变动' }).waitFor();
    await look(page, 'calendar-edit');
    await page.getByRole('button', { name: '发布第 1 版' }).click();
    await confirm(page, '发布第 1 版');
    await page
      .getByText(/^第 1 版已发布。1 个办件的到期日已调整/)
      .first()
      .waitFor();
    expect(await dueDays()).toEqual(['2026-11-25']);
  });

  test('its clock is paused for a reason of the measure', async () => {
    const page = await operations('暂停计时');
    await page.getByRole('combobox', { name: '办件' }).fill('花椒');
    await page.getByRole('option', { name: /花椒/ }).click();
    await page.getByRole('heading', { name: '如果在预计日期恢复，到期日将这样调整' }).waitFor();
    await look(page, 'pauses');
    await page.getByRole('button', { name: '暂停计时' }).click();
    await page.getByText(/^补正，2026年11月23日起暂停$/).waitFor();
    await page.getByRole('button', { name: /^结束“补正”/ }).click();
    await confirm(page, '恢复计时');
    await page.getByText('没有暂停计时的办件。').waitFor();
  });

  test('it goes over to a release in which its step has another id', async () => {
    await publishRenamed('Task_accept', 'Task_receive');
    const page = await operations('版本迁移');
    await page.getByRole('button', { name: '查看方案' }).click();
    await page.getByRole('heading', { name: '1 件不能迁移' }).waitFor();
    await page.getByText(/办件停在“受理并一次性告知”/).waitFor();
    await page.getByRole('combobox', { name: '“受理并一次性告知”转到' }).selectOption('Task_receive');
    await page.getByRole('heading', { name: '1 件可以迁移' }).waitFor();
    await look(page, 'migration');
    await page.getByRole('button', { name: '迁移 1 件' }).click();
    await confirm(page, '迁移 1 件');
    await page.getByText('已迁移 1 件。').first().waitFor();
    await taskAt(office.portal, WINDOW, caseId, 'Task_receive');
  });

  test('a further case is entered from paper, its limits shown first', async () => {
    const page = await operations('补录');
    await page.getByRole('combobox', { name: /^项目/ }).fill('冷链');
    await page.getByRole('option', { name: /冷链/ }).click();
    await page.getByRole('textbox', { name: '收件日期' }).fill('2026-11-02');
    await page.getByRole('combobox', { name: '环节' }).selectOption('Task_receive');
    await page.getByRole('textbox', { name: '到达日期' }).fill('2026-11-03');
    await page.getByRole('button', { name: '核对时限' }).click();
    await page.getByRole('heading', { name: '录入后的时限' }).waitFor();
    await look(page, 'paper-case');
    await page.getByRole('button', { name: '确认录入' }).click();
    await page.locator('tb-case').getByRole('heading', { level: 1, name: /冷链/ }).waitFor();
  });

  test('a case is exported, and its file verified without the server', async () => {
    const page = await operations('档案核验');
    await page.getByRole('combobox', { name: '办件' }).fill('花椒');
    await page.getByRole('option', { name: /花椒/ }).click();
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出档案' }).click();
    const file = await (await saving).path();
    await page.getByText(/^档案已导出/).waitFor();
    await page.getByLabel('选择档案文件').setInputFiles(file);
    await page.getByText(/^审计链完整/).waitFor();
    await look(page, 'case-file');
  });

  test('nothing went wrong in any window', () => {
    expect(office.people.wrong).toEqual([]);
  });
});

/** Publishes the measure with a step of another id. */
async function publishRenamed(from: string, to: string): Promise<void> {
  const draft = (await office.portal.ask(ADMIN, '/measures/mock-approval/draft')).body;
  const sources = Object.entries(draft.sources as Record<string, string>).filter(([, text]) => text.includes(from));
  const files = Object.fromEntries(sources.map(([path, text]) => [path, text.replaceAll(from, to)]));
  const saved = (
    await office.portal.ask(ADMIN, '/measures/mock-approval/draft', { method: 'PUT', body: { revision: draft.revision, files } })
  ).body;
  const published = await office.portal.ask(ADMIN, '/measures/mock-approval/publish', {
    method: 'POST',
    body: { commandId: 'p1', revision: saved.revision, note: '换了环节编号' },
  });
  expect(published.body.problems?.filter(({ severity }: { severity: string }) => severity === 'error')).toEqual([]);
}
