/** An operator's first day: on a fresh start, every list of 运行管理 has something to look at. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { dialog } from './desk.ts';
import { look } from './look.ts';
import { openOffice } from './office.ts';

const office = openOffice('first-day', '2026-11-23T10:00', { demonstration: true });

async function operations(name: string): Promise<Page> {
  const page = await office.people.at('jishishan.administrator');
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '运行管理' }).click();
  await page.getByRole('navigation', { name: '运行管理' }).getByRole('link', { name }).click();
  return page;
}

test('a case stands still with an incident', async () => {
  const page = await operations('异常件');
  await page.getByText('安集乡污水处理站项目').waitFor();
  await look(page, 'first-day-incidents');
});

test('a case is paused, and says when it goes on', async () => {
  const page = await operations('暂停计时');
  await page.getByText('征求意见，2026年11月23日起暂停，2026年11月26日起自动恢复').waitFor();
  await look(page, 'first-day-pauses');
});

test('the office that works on it ends the pause at the case', async () => {
  const page = await office.people.at('jishishan.natural-resources');
  await page.locator('tb-inbox .entry').filter({ hasText: '别藏镇仓储物流中心项目' }).click();
  await page.getByRole('button', { name: '查看办件进度' }).click();
  await page.getByText('因征求意见，有关时限暂停计算，2026年11月26日起自动恢复。').waitFor();
  await page.getByRole('button', { name: '暂停计时…' }).waitFor();
  await look(page, 'first-day-case');
  await page.getByRole('button', { name: '结束“征求意见”' }).click();
  await dialog(page).getByRole('button', { name: '恢复计时' }).click();
  await page.getByText(/^因征求意见，有关时限暂停计算/).waitFor({ state: 'detached' });
});

test('a case waits to go over to the release of today, and says what is in the way', async () => {
  const page = await operations('版本迁移');
  await page.getByRole('button', { name: '查看方案' }).click();
  await page.getByText('石塬镇肉牛养殖基地项目').first().waitFor();
  await look(page, 'first-day-migration');
});

test('one is overdue, and one nears the end of its year', async () => {
  const lights = async (light: string) => {
    const { body } = await office.portal.ask('jishishan.administrator', `/cases?light=${light}`);
    return body.entries.map(({ title }: { readonly title: string }) => title);
  };
  expect(await lights('red')).toEqual([expect.stringContaining('胡林家乡中药材加工项目')]);
  expect(await lights('yellow')).toContainEqual(expect.stringContaining('刘集乡光伏发电项目'));
  const page = await office.people.at('jishishan.window');
  await page.locator('tb-inbox .entry').filter({ hasText: '胡林家乡中药材加工项目' }).waitFor();
  await look(page, 'first-day-inbox');
});

test('nothing went wrong', () => {
  expect(office.people.wrong).toEqual([]);
  expect(office.portal.output()).not.toMatch(/出错|错误/);
});
