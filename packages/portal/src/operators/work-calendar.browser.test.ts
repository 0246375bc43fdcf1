import '@tongban/portal/operators';
import { addWorkingDays, china } from '@tongban/calendar';
import { axeFindings, onPage } from '@tongban/element-kit/testing';
import { dayAt } from '@tongban/filing-form';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { dayOf } from '../china-day.ts';
import { openRunningOffice, type RunningOffice } from '../test-support/running-office.ts';

let office: RunningOffice;
let caseId: string;
/** The next day that is worked: a holiday there moves what is due in five working days. */
const tomorrow = addWorkingDays(china, dayAt(Date.now(), 480), 1);
const label = new RegExp(`^${tomorrow.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')}，`);

const show = async () => {
  const element = document.createElement('tb-work-calendar');
  void onPage(element);
  element.service = office.host();
  await expect.element(page.getByRole('heading', { name: '国家法定工作日' })).toBeVisible();
};
const edit = async () => {
  await page.getByRole('button', { name: '修改日历' }).click();
  // the year of the day that is edited
  if (tomorrow.slice(0, 4) !== dayAt(Date.now(), 480).slice(0, 4)) await page.getByRole('button', { name: '下一年' }).click();
};
/** The day whose button has the focus. */
const focusedDay = () =>
  document
    .querySelector('tb-work-calendar')
    ?.shadowRoot?.querySelector('tb-year-view')
    ?.shadowRoot?.activeElement?.getAttribute('data-day');
const dueDay = async () => dayOf((await office.host().clocks(caseId))[0]?.dueAt ?? 0);

beforeEach(async () => {
  await page.viewport(1280, 1000);
  office = await openRunningOffice();
  caseId = await office.start();
});

describe('<tb-work-calendar>', () => {
  it('shows a year, and says that a later one is not known', async () => {
    await show();
    await expect.element(page.getByRole('table').first()).toBeVisible();
    const last = Number(china.publishedThrough.slice(0, 4));
    for (let year = Number(dayAt(Date.now(), 480).slice(0, 4)); year <= last; year++)
      await page.getByRole('button', { name: '下一年' }).click();
    await expect.element(page.getByText(new RegExp(`^${last + 1}年的放假安排尚未录入`))).toBeVisible();
  });

  it('shows what an edit moves, publishes it, and keeps its history', async () => {
    const before = await dueDay();
    await show();
    await edit();
    await page.getByRole('textbox', { name: '放假名称' }).fill('民族节日');
    await page.getByRole('button', { name: label }).click();
    await expect.element(page.getByRole('heading', { name: '改动 1 天' })).toBeVisible();
    await page.getByRole('button', { name: '查看影响' }).click();
    await expect.element(page.getByRole('heading', { name: '1 个在办办件的到期日会变动' })).toBeVisible();
    expect(await dueDay()).toBe(before);
    expect(await axeFindings()).toEqual([]);
    await page.getByRole('button', { name: '发布第 1 版' }).click();
    await expect.element(page.getByText('发布第 1 版日历？')).toBeVisible();
    await page.getByRole('button', { name: '发布第 1 版' }).last().click();
    await expect.element(page.getByText('第 1 版已发布。1 个办件的到期日已调整。').first()).toBeVisible();
    expect(await dueDay()).toBe(
      addWorkingDays(
        { ...china, holidays: [{ name: { 'zh-CN': '民族节日' }, from: tomorrow, to: tomorrow }, ...china.holidays] },
        before,
        1,
      ),
    );
    await page.getByRole('button', { name: '显示历次修改' }).click();
    await expect.element(page.getByText('随措施发布的日历', { exact: true })).toBeVisible();
    await expect.element(page.getByText(/^张敏，/)).toBeVisible();
    await expect.element(page.getByText(/民族节日/).first()).toBeVisible();
    await expect.element(page.getByText('在办办件的时限都已按第 1 版计算。')).toBeVisible();
  });

  it('is edited by keyboard, takes a day back, and asks before an edit is given up', async () => {
    await show();
    await edit();
    const first = page.getByRole('button', { name: /年1月1日，/ });
    first.element().focus();
    await userEvent.keyboard('{ArrowRight}{ArrowDown}{Enter}');
    await expect.element(page.getByRole('button', { name: /年1月9日，.*已改动/ })).toBeVisible();
    await expect.poll(focusedDay).toMatch(/-01-09$/);
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('heading', { name: '改动 0 天' })).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await page.getByRole('button', { name: '放弃修改' }).click();
    await expect.element(page.getByText('放弃对日历的修改？')).toBeVisible();
    await page.getByRole('button', { name: '放弃修改' }).last().click();
    await expect.element(page.getByRole('button', { name: '修改日历' })).toBeVisible();
    expect(await office.host().calendars()).toMatchObject([{ version: 0 }]);
  });

  it('names the cases that are not reckoned by the latest edition yet, and reckons them', async () => {
    const holidays = [...china.holidays, { name: { 'zh-CN': '民族节日' }, from: tomorrow, to: tomorrow }];
    await office.host().saveCalendar({ calendar: { ...china, holidays }, version: 0 });
    const before = await dueDay();
    await show();
    await page.getByRole('button', { name: '显示历次修改' }).click();
    await expect.element(page.getByText('1 个在办办件的时限还没有按第 1 版计算。')).toBeVisible();
    expect(await axeFindings()).toEqual([]);
    await page.getByRole('button', { name: '现在重新计算' }).click();
    await expect.element(page.getByText('1 个办件的到期日已调整。').first()).toBeVisible();
    expect(await dueDay()).not.toBe(before);
    await page.getByRole('button', { name: '第 1 版 调整了哪些办件的到期日' }).click();
    const said = '1 个办件的到期日因这一版调整';
    await expect.element(page.getByText(said, { exact: true })).toBeVisible();
    await expect.element(page.getByRole('region', { name: said }).getByRole('rowheader', { name: /备案/ })).toBeVisible();
    expect(await axeFindings()).toEqual([]);
  });

  it('says that somebody else was first', async () => {
    await show();
    await edit();
    await page.getByRole('button', { name: label }).click();
    await office.host().saveCalendar({ calendar: china, version: 0 });
    await page.getByRole('button', { name: '查看影响' }).click();
    await page.getByRole('button', { name: '发布第 1 版' }).click();
    await expect.element(page.getByText('发布第 1 版日历？')).toBeVisible();
    await page.getByRole('button', { name: '发布第 1 版' }).last().click();
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expect.element(page.getByRole('heading', { name: '改动 1 天' })).toBeVisible();
  });

  it('fits a phone', async () => {
    await page.viewport(390, 844);
    await show();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
});
