/**
 * A case from the window to the formal approvals, in 积石山县 where mock approval runs offline only. The server is killed in the
 * middle of three steps: nothing is lost and nothing happens twice.
 */
import type { CaseView } from '@tongban/model';
import { describe, expect, test } from 'vitest';
import {
  dialog,
  documentLines,
  doneHeading,
  inboxLines,
  openCase,
  openInbox,
  openTask,
  pressSubmit,
  showTab,
  startCase,
  submit,
} from './desk.ts';
import { box, fill, formOf, group } from './fill.ts';
import { look } from './look.ts';
import { openOffice } from './office.ts';
import { loseAnswer, type People } from './people.ts';
import { sampleCase } from './sample-case.ts';

const PROJECT = '2611-622927-04-01-100001';
/** What a page says while the server is gone. */
const NO_SERVER = /无法连接服务器/;
const sample = sampleCase('accepted-and-converted');
let caseId: string;

const office = openOffice('accepted', sample.startsAt);

describe('a case is accepted, mock-approved and converted', () => {
  test('the portal runs without a secure context and under a strict policy', async () => {
    const window = await office.people.at('jishishan.window');
    expect(await window.evaluate(() => isSecureContext)).toBe(false);
    const policy = (await window.request.get(office.portal.atLoopback(office.portal.address))).headers()['content-security-policy'];
    expect(policy).toMatch(/^default-src 'self'; img-src 'self' blob:/);
    expect(policy).not.toContain('unsafe');
    await window.getByText('没有待办').waitFor();
    await look(window, 'inbox-empty');
  });

  test('the window starts it by the project code; what the register knows is filled in', async () => {
    const window = await office.people.at('jishishan.window');
    await window.getByRole('link', { name: '新建办件' }).click();
    await window.getByRole('button', { name: '开始填写' }).click();
    await window.getByText('请选择项目。').waitFor();
    await look(window, 'start');
    await startCase(window, PROJECT);
    await expect.poll(() => box(formOf(window, 'F-01'), '项目名称').inputValue()).toBe('积石山县花椒精深加工项目');
    await expect.poll(() => group(formOf(window, 'F-01'), '项目代码').innerText()).toBe(PROJECT);
  });

  test('an invalid submission says what to mend, above the form and beside each field', async () => {
    const window = await office.people.at('jishishan.window');
    const form = formOf(window, 'F-01');
    await box(form, '联系电话').fill('123');
    await pressSubmit(window);
    await form.getByRole('alert').getByText('请填写“项目基本概况及进展情况”。').waitFor();
    await expect
      .poll(() =>
        form
          .getByRole('alert')
          .first()
          .evaluate((summary) => summary.matches(':focus')),
      )
      .toBe(true);
    expect(await box(form, '联系电话').getAttribute('aria-invalid')).toBe('true');
    await form
      .locator('.field-error')
      .getByText(/不是有效的电话号码/)
      .waitFor();
    await look(window, 'task-invalid');
    await form.getByRole('button', { name: '请填写“项目用地基本情况”。' }).click();
    await expect.poll(() => box(form, '项目用地基本情况').evaluate((input) => input.matches(':focus'))).toBe(true);
  });

  test('a draft is kept by itself and outlives the page', async () => {
    const window = await office.people.at('jishishan.window');
    await fill(window, sample.at('Task_file'));
    await window.getByText(/草稿已自动保存/).waitFor();
    await window.reload();
    const form = formOf(window, 'F-01');
    await expect.poll(() => box(form, '项目用地基本情况').inputValue()).toBe('拟用地40亩，已列入2026年土地供应计划。');
    await form.getByRole('button', { name: '下载 盖章申请表.pdf' }).waitFor();
    await look(window, 'task-filled');
  });

  test('killed when it was submitted and before the page heard of it: submitting again does it once', async () => {
    const window = await office.people.at('jishishan.window');
    await loseAnswer(window, office.portal, /\/complete$/);
    await pressSubmit(window);
    await window.getByText(NO_SERVER).waitFor();
    await office.portal.restart('2026-11-23T09:05');
    await pressSubmit(window);
    await doneHeading(window).waitFor();
    await look(window, 'done');
    caseId = await openCase(window);
    const view = await seen('window');
    expect(completions(view, 'Task_file')).toBe(1);
    await expect.poll(openSteps).toEqual(['Task_accept']);
  });

  test('the window accepts it; receipt and notice are there to be printed', async () => {
    const window = await office.people.at('jishishan.window');
    await openInbox(window);
    await inboxLines(window, '受理并一次性告知').waitFor();
    await look(window, 'inbox');
    await openTask(window, '受理并一次性告知');
    await fill(window, sample.at('Task_accept'));
    await look(window, 'task-accept');
    await submit(window, '受理');
    await openCase(window);
    await showTab(window, '文书');
    await expect
      .poll(() => documentLines(window))
      .toEqual(['投资建设项目模拟审批一次性告知书: 正式有效', '投资建设项目模拟审批受理单: 正式有效']);
    for (const title of ['受理单', '一次性告知书']) {
      await window.getByRole('button', { name: new RegExp(`^查看 投资建设项目模拟审批${title}`) }).click();
      await dialog(window).locator('article').getByText('积石山县花椒精深加工项目').first().waitFor();
      await look(window, `document-${title}`);
      await dialog(window).getByRole('button', { name: '关闭' }).click();
    }
  });

  test('two departments write at the same time, each its own opinion; the server is killed between them', async () => {
    const [resources, supervision] = [
      await office.people.at('jishishan.natural-resources'),
      await office.people.at('jishishan.market-supervision'),
    ];
    await Promise.all([openTask(resources, '自然资源部门意见'), openTask(supervision, '市场监管部门意见')]);
    await expect.poll(() => writable(resources)).toEqual([true, false]);
    await expect.poll(() => writable(supervision)).toEqual([false, true]);
    await fill(resources, sample.at('Task_natural_resources'));
    await look(resources, 'task-opinion');
    await fill(supervision, sample.at('Task_market_supervision'));
    await submit(supervision);
    await office.portal.kill();
    await pressSubmit(resources);
    await resources.getByText(NO_SERVER).waitFor();
    await office.portal.restart('2026-11-24T09:00');
    await submit(resources);
    const view = await seen('window');
    expect([completions(view, 'Task_natural_resources'), completions(view, 'Task_market_supervision')]).toEqual([1, 1]);
    await expect.poll(openSteps).toEqual(['Task_notice']);
  });

  test('the window issues the notice; departments review in parallel', async () => {
    const window = await office.people.at('jishishan.window');
    await openTask(window, '签发模拟审批告知单');
    await fill(window, sample.at('Task_notice'));
    await look(window, 'task-notice');
    await submit(window);
    const reviews = [
      ['ecology', 'HJ-01'],
      ['development-reform', 'FG-01'],
      ['water', 'SW-01'],
    ] as const;
    for (const [department] of reviews) await openTask(await office.people.at(`jishishan.${department}`), '模拟审查');
    for (const [department, of] of reviews) {
      const desk = await office.people.at(`jishishan.${department}`);
      await fill(desk, sample.at('Task_review', { of }));
      if (department === 'ecology') await look(desk, 'task-review');
      await submit(desk, '模拟审批通过');
    }
    await expect.poll(async () => count((await seen('window')).documents, 'mock-approval:mock')).toBe(3);
  });

  test('the window records the land documents; killed at that moment, they are recorded once', async () => {
    const window = await office.people.at('jishishan.window');
    await office.portal.kill();
    await office.portal.restart('2026-12-16T10:00');
    await window.reload();
    await openStarted(window);
    await showTab(window, '文书');
    await expect
      .poll(async () => (await documentLines(window)).filter((line) => line === '模拟审批意见: 模拟（无法律效力）').length)
      .toBe(3);
    await window
      .getByRole('button', { name: /^查看 模拟审批意见/ })
      .first()
      .click();
    await dialog(window).locator('.mark').getByText('模拟').waitFor();
    await look(window, 'document-mock');
    await dialog(window).getByRole('button', { name: '关闭' }).click();
    await window.getByRole('button', { name: '登记用地文件' }).click();
    await fill(window, sample.message('land-documents'));
    await look(window, 'land-documents');
    await loseAnswer(window, office.portal, /\/messages$/);
    const record = dialog(window).getByRole('button', { name: '登记', exact: true });
    await record.click();
    await dialog(window).getByText(NO_SERVER).waitFor();
    await office.portal.restart('2026-12-16T10:05');
    await record.click();
    await dialog(window).waitFor({ state: 'hidden' });
    const view = await seen('window');
    expect(view.timeline.filter((entry) => entry.kind === 'message')).toHaveLength(1);
    await expect.poll(openSteps).toEqual(['Task_formal']);
  });

  test('departments reply formally one after another within the limit, whose light everybody sees', async () => {
    await reply('development-reform', 'FG-01');
    const window = await office.people.at('jishishan.window');
    await showTab(window, '进度');
    const clock = window.locator('.case-header .clock').filter({ hasText: '文件转换' });
    await clock.getByText('正常').waitFor();
    await look(window, 'case-conversion');
    await reply('ecology', 'HJ-01');
    await office.portal.kill();
    await office.portal.restart('2026-12-21T17:30');
    await window.reload();
    await clock.getByText('即将到期').waitFor();
    await look(window, 'case-yellow');
    await reply('water', 'SW-01');
  });

  test('mock documents are recalled, formal ones take effect, and the case is completed', async () => {
    const window = await office.people.at('jishishan.window');
    await openTask(window, '发放正式批文');
    await submit(window);
    await openCase(window);
    await window.locator('.case-header').getByText('已办结').waitFor();
    await look(window, 'case-completed');
    await showTab(window, '文书');
    await expect.poll(async () => (await documentLines(window)).filter((line) => line === '正式批复: 正式有效').length).toBe(3);
    const lines = await documentLines(window);
    expect(lines.filter((line) => line === '模拟审批意见: 已收回')).toHaveLength(3);
    expect(lines).toHaveLength(9);
    await look(window, 'case-documents');
    await showTab(window, '申报内容');
    await look(window, 'case-forms');
  });

  test('nothing happened twice', async () => {
    const view = await seen('window');
    expect(view.ended?.kind).toBe('completed');
    expect(view.round).toBe(1);
    for (const task of ['Task_file', 'Task_accept', 'Task_natural_resources', 'Task_market_supervision', 'Task_notice', 'Task_collect']) {
      expect(completions(view, task), task).toBe(1);
    }
    expect([completions(view, 'Task_review'), completions(view, 'Task_formal')]).toEqual([3, 3]);
    expect(view.timeline.filter((entry) => entry.kind === 'started' || entry.kind === 'ended')).toHaveLength(2);
    const inbox = await office.portal.ask('jishishan.window', '/tasks?box=started');
    expect(inbox.body.total).toBe(1);
  });

  test('nothing went wrong in any window', () => {
    expect(office.people.wrong).toEqual([]);
    expect(office.portal.output()).not.toMatch(/出错|错误/);
  });
});

async function reply(department: string, of: string): Promise<void> {
  const desk = await office.people.at(`jishishan.${department}`);
  await openTask(desk, '正式批复');
  await fill(desk, sample.at('Task_formal', { of }));
  await submit(desk, '出具正式批复');
}

async function openStarted(page: Awaited<ReturnType<People['at']>>): Promise<void> {
  await page.getByRole('link', { name: '办件', exact: true }).click();
  await page.getByRole('button', { name: '我发起的' }).click();
  await page.locator('tb-inbox .entry').first().click();
  await page.locator('tb-case').getByRole('heading', { level: 1 }).waitFor();
}

/** Which of the two opinions can be written on the page. */
async function writable(page: Awaited<ReturnType<People['at']>>): Promise<readonly boolean[]> {
  const form = formOf(page, 'F-01');
  return Promise.all(
    ['自然资源部门意见', '市场监管部门意见'].map(async (label) => (await group(form, label).getByRole('textbox').count()) > 0),
  );
}

async function seen(person: string): Promise<CaseView> {
  return (await office.portal.ask(`jishishan.${person}`, `/cases/${encodeURIComponent(caseId)}`)).body;
}

async function openSteps(): Promise<readonly string[]> {
  return (await seen('window')).openTasks.map((task) => task.nodeId);
}

function completions(view: CaseView, task: string): number {
  return view.timeline.filter((entry) => entry.kind === 'completed' && entry.nodeId === task).length;
}

function count(documents: CaseView['documents'], wanted: string): number {
  return documents.filter((document) => `${document.templateId}:${document.status}` === wanted).length;
}
