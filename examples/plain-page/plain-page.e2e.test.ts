/** The plain page as people meet it: static files, no server behind them, no secure context. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openServed, type ServedPage } from '../test-support/served-page.ts';

let served: ServedPage;
let page: Page;

beforeAll(async () => {
  served = await openServed(new URL('./dist/', import.meta.url));
  page = served.page;
});

afterAll(() => served.close());

it('runs a case in the page: start, fill, see it refused where it is wrong', async () => {
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await page.getByRole('button', { name: '新建办件' }).click();
  await page.getByRole('combobox', { name: '选择项目' }).fill('花椒');
  await page.getByRole('option', { name: /花椒精深加工/ }).click();
  await page.getByRole('button', { name: '开始填写' }).click();
  await expect.poll(() => page.getByRole('textbox', { name: '项目名称' }).inputValue()).toBe('积石山县花椒精深加工项目');
  await page.getByRole('button', { name: '提交', exact: true }).click();
  const overview = page.getByRole('textbox', { name: '项目基本概况及进展情况' });
  await expect.poll(() => overview.getAttribute('aria-invalid')).toBe('true');
});

it('keeps the draft when the person looks elsewhere, and shows the case to others only when it is theirs', async () => {
  await page.getByRole('textbox', { name: '项目基本概况及进展情况' }).fill('新建两条生产线');
  await page.getByText('已自动保存').waitFor();
  await page.getByRole('button', { name: '办件', exact: true }).click();
  await page
    .locator('tb-inbox')
    .getByRole('button', { name: /花椒精深加工/ })
    .click();
  await expect.poll(() => page.getByRole('textbox', { name: '项目基本概况及进展情况' }).inputValue()).toBe('新建两条生产线');
  await page.getByLabel('身份').selectOption('ecology');
  await page.getByText('没有待办').waitFor();
  expect(served.complaints).toEqual([]);
});

it('keeps its cases when it is left, until somebody who is asked clears them', async () => {
  const address = page.url();
  await page.goto('about:blank');
  await page.goto(address);
  await page.getByText('办件保存在本浏览器中').waitFor();
  await page
    .locator('tb-inbox')
    .getByRole('button', { name: /花椒精深加工/ })
    .click();
  await expect.poll(() => page.getByRole('textbox', { name: '项目基本概况及进展情况' }).inputValue()).toBe('新建两条生产线');
  page.once('dialog', (dialog) => void dialog.dismiss());
  await page.getByRole('button', { name: '清空办件' }).click();
  await page.getByRole('button', { name: '办件', exact: true }).click();
  await page
    .locator('tb-inbox')
    .getByRole('button', { name: /花椒精深加工/ })
    .waitFor();
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: '清空办件' }).click();
  await page.getByText('没有待办').waitFor();
  expect(served.complaints).toEqual([]);
});
