/** What people do at the portal, by pointer and keyboard: start a case, open a task, decide, look at a case. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Starts a case for a registered project; the first task is open afterwards. */
export async function startCase(page: Page, projectCode: string): Promise<void> {
  await page.getByRole('link', { name: '新建办件' }).click();
  await page.getByRole('combobox', { name: '选择项目' }).fill(projectCode);
  await page.getByRole('option', { name: projectCode }).click();
  await page.getByRole('button', { name: '开始填写' }).click();
  await page.getByRole('heading', { name: '填写申请并作出承诺' }).waitFor();
}

/** Opens the inbox. */
export async function openInbox(page: Page): Promise<void> {
  await page.getByRole('link', { name: '办件', exact: true }).click();
  await page.getByRole('button', { name: /^待办/ }).click();
}

/** The lines of the inbox that stand at a step. */
export function inboxLines(page: Page, step: string): Locator {
  return page.locator('tb-inbox .entry').filter({ hasText: step });
}

/** Opens the task at `step` from the inbox. */
export async function openTask(page: Page, step: string): Promise<void> {
  await openInbox(page);
  await inboxLines(page, step).first().click();
  await page.locator('tb-task').getByRole('heading', { level: 1, name: step }).waitFor();
}

/** Presses the button that submits. */
export async function pressSubmit(page: Page): Promise<void> {
  await page.locator('tb-task').getByRole('button', { name: '提交', exact: true }).click();
}

/** Chooses an outcome where there is one, submits, and waits for the receipt. */
export async function submit(page: Page, outcome?: string, comment?: string): Promise<void> {
  const panel = page.getByRole('complementary', { name: '办理意见' });
  if (outcome !== undefined) await panel.getByLabel(outcome, { exact: true }).check();
  if (comment !== undefined) await panel.getByLabel('意见说明').fill(comment);
  await pressSubmit(page);
  await doneHeading(page).waitFor();
}

/** What stands on the page when a task was submitted. */
export function doneHeading(page: Page): Locator {
  return page.getByRole('heading', { name: '已提交' });
}

/** Returns or rejects the open task with a reason. */
export async function operate(page: Page, kind: '退回补正' | '退件', reason: string): Promise<void> {
  await page.locator('tb-operation-bar').getByRole('button', { name: kind, exact: true }).click();
  await dialog(page)
    .getByLabel(kind === '退件' ? '理由' : '需要补正的内容')
    .fill(reason);
  await dialog(page)
    .getByRole('button', { name: `确认${kind}` })
    .click();
  await doneHeading(page).waitFor();
}

/** The open dialog. What stands in it is in its slot, so it is found by its element. */
export function dialog(page: Page): Locator {
  return page.locator('tb-dialog[open]');
}

/** Opens the page of the case of the task just done or open; answers its id. */
export async function openCase(page: Page): Promise<string> {
  await page.getByRole('button', { name: '查看办件进度' }).click();
  await page.locator('tb-case').getByRole('heading', { level: 1 }).waitFor();
  return shownId(page);
}

/** The id of the case or task that is on the page. */
export function shownId(page: Page): string {
  return decodeURIComponent(new URL(page.url()).hash.split('/').at(-1) ?? '');
}

/** Shows a tab of the case page. */
export async function showTab(page: Page, name: '进度' | '申报内容' | '文书'): Promise<void> {
  const tab = page.getByRole('tab', { name });
  await tab.click();
  await expect.poll(() => tab.getAttribute('aria-selected')).toBe('true');
}

/** The documents on the case page as `title: status`, sorted. */
export async function documentLines(page: Page): Promise<readonly string[]> {
  const lines = await page.locator('tb-case .documents li').evaluateAll((all) =>
    all.map((line) => {
      const title = line.querySelector('.document-title')?.textContent.trim().split(/\s/)[0];
      return `${title}: ${line.querySelector('.badge')?.textContent}`;
    }),
  );
  return lines.sort();
}
